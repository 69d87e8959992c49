import type { Page } from 'playwright/test';
import { expect, expectAccessible, test } from './support/fixtures';
import { listRows, openConversation } from './support/rows';

const palette = (page: Page) => page.getByRole('dialog', { name: 'All commands' });

async function openPalette(page: Page) {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
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
