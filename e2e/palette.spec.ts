import type { Page } from 'playwright/test';
import { expect, expectAccessible, test } from './support/fixtures';
import { gate } from './support/gate';
import { listRows, openConversation } from './support/rows';

const palette = (page: Page) => page.getByRole('dialog', { name: 'All commands' });

async function openPalette(page: Page) {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
}

/** Keeps back whatever script has these words in it, for as long as wished. */
async function holdScriptWith(page: Page, words: string) {
  const { isFree, letGo } = gate();
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes(words)) await isFree;
    await route.fulfill({ response });
  });
  return { letGo };
}

for (const theme of ['light', 'dark'] as const) {
  test(`is accessible in the ${theme} theme, full and empty`, async ({ page, signInAs, openInbox }) => {
    await page.emulateMedia({ colorScheme: theme });
    await signInAs('agent');
    await openInbox();
    await expect(listRows(page).first()).toBeVisible();
    await openPalette(page);
    await expect(palette(page).getByRole('option').first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.type('qqqqqq');
    await expect(palette(page).getByText('Nothing is called “qqqqqq”, and nobody.').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test.describe('an agent', () => {
  test.beforeEach(async ({ page, signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
    await expect(listRows(page).first()).toBeVisible();
  });

  for (const { name, key, mark, dialog, letters } of [
    {
      name: 'palette',
      key: 'ControlOrMeta+k',
      mark: 'A command, a person, a filter',
      dialog: 'All commands',
      letters: 'xe',
    },
    { name: 'snooze dialog', key: 'h', mark: 'Until when? Try', dialog: /^Snooze .* until$/, letters: 'ue' },
    { name: 'assign dialog', key: 'a', mark: 'Assign to whom?', dialog: /^Assign .* to$/, letters: 'jonas' },
  ]) {
    test(`types into the ${name} from the key press on, however slowly it comes`, async ({ page }) => {
      const slow = await holdScriptWith(page, mark);
      await page.reload();
      await expect(listRows(page).first()).toBeVisible();
      await page.keyboard.press('j');
      await page.keyboard.press(key);
      await page.keyboard.type(letters);
      slow.letGo();
      const field = page.getByRole('dialog', { name: dialog }).getByRole('combobox');
      await expect(field).toHaveValue(letters);
      await expect(field).toBeFocused();
      await page.keyboard.type('!');
      await expect(field).toHaveValue(`${letters}!`);
      await page.keyboard.press('Escape');
      await expect(field).toBeHidden();
      // None of the letters was a key of the list.
      await expect(page.getByRole('option', { selected: true })).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    });
  }

  test('acts on the selection, told how many it is about', async ({ page }) => {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+J');
    await openPalette(page);
    await expect(palette(page).getByText('2 selected conversations')).toBeVisible();
    await page.keyboard.type('don');
    await expect(palette(page).getByRole('option', { name: 'Done', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Enter');
    await expect(palette(page)).toBeHidden();
    await expect(page.getByText('Marked 2 as done')).toBeVisible();
  });

  test('opens what a command asks first, with the focus in it', async ({ page }) => {
    await openConversation(page, 'Amara Okafor');
    await openPalette(page);
    await expect(palette(page).getByText('Amara Okafor', { exact: true })).toBeVisible();
    await page.keyboard.type('snooze');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: /^Snooze Amara Okafor/ })).toBeFocused();
  });

  test('finds a person and opens the conversation', async ({ page }) => {
    await openPalette(page);
    await page.keyboard.type('amara ok');
    await expect(palette(page).getByRole('option', { name: /Amara Okafor/ })).toBeVisible();
    await page.keyboard.press('Enter');
    const conversation = page.getByRole('region', { name: 'Conversation', exact: true });
    await expect(conversation.getByRole('heading', { name: 'Amara Okafor' })).toBeVisible();
  });

  test('filters the list', async ({ page }) => {
    await openPalette(page);
    await page.keyboard.type('last message email');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/channel=email/);
  });

  test('is offered no more than an agent may do', async ({ page }) => {
    await openPalette(page);
    await page.keyboard.type('delete');
    await expect(palette(page).getByRole('option', { name: 'Delete' })).toBeHidden();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('settings team');
    await expect(palette(page).getByRole('option', { name: 'Settings: Team' })).toBeHidden();
  });
});

test('an admin goes to the settings, and from there back to the inbox', async ({
  page,
  signInAs,
  openInbox,
}) => {
  await signInAs('admin');
  await openInbox();
  await expect(listRows(page).first()).toBeVisible();
  await openPalette(page);
  await page.keyboard.type('settings you');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/settings\/me$/);
  await openPalette(page);
  await page.keyboard.type('inbox');
  await page.keyboard.press('Enter');
  await expect(listRows(page).first()).toBeVisible();
});
