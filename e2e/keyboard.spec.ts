import type { Page } from 'playwright/test';
import { paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { conversationIdOf, listRows } from './support/rows';

test.beforeEach(async ({ page, signInAs, openInbox }) => {
  await signInAs('agent');
  await openInbox();
  await expect(listRows(page).first()).toBeVisible();
});

/** The ids of the first rows, in their order. */
async function firstIds(page: Page, count: number): Promise<string[]> {
  await expect(listRows(page).nth(count - 1)).toBeVisible();
  return Promise.all(
    Array.from({ length: count }, (_, index) => conversationIdOf(listRows(page).nth(index))),
  );
}

const openAt = (id: string | undefined) => new RegExp(`/inbox/${id}(\\?.*)?$`);
const thread = (page: Page) => page.getByRole('region', { name: 'Conversation', exact: true });
const selected = (page: Page) => page.getByRole('region', { name: 'Selected conversations' });

test('J and K move; an open thread goes along, and Back leads out of it in one step', async ({ page }) => {
  const [first, second, third] = await firstIds(page, 3);
  await page.keyboard.press('j');
  await expect(listRows(page).nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(listRows(page).nth(1)).toBeFocused();
  await expect(page).toHaveURL(/\/inbox$/);

  await page.keyboard.press('o');
  await expect(page).toHaveURL(openAt(second));
  await page.keyboard.press('j');
  await expect(page).toHaveURL(openAt(third));
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await expect(page).toHaveURL(openAt(first));
  // Keys that follow closely on one another open only the thread that they end at.
  await expect
    .poll(async () => {
      const name = (await thread(page).getByRole('heading', { level: 2 }).textContent()) ?? '';
      return (await listRows(page).first().textContent())?.includes(name);
    })
    .toBe(true);
  await page.goBack();
  await expect(page).toHaveURL(/\/inbox$/);
});

test('keys are dead where one types, but for Ctrl K', async ({ page, location, sandbox }) => {
  const [first] = await firstIds(page, 1);
  const before = (await sandbox.requests(location.id)).filter(({ method }) => method === 'PUT').length;
  await listRows(page).first().click();
  const box = page.getByRole('textbox', { name: /message$|Email text|Public reply/ });
  await page.keyboard.press('r');
  await expect(box).toBeFocused();
  await page.keyboard.type('jesuah#xz1[');
  await expect(box).toHaveValue('jesuah#xz1[');
  await expect(page).toHaveURL(openAt(first));
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('e');
  await expect(page.getByRole('searchbox')).toHaveValue('e');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'All commands' })).toBeVisible();
  await page.keyboard.type('jes');
  await expect(page.getByRole('combobox')).toHaveValue('jes');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('searchbox')).toBeFocused();
  expect((await sandbox.requests(location.id)).filter(({ method }) => method === 'PUT')).toHaveLength(before);
});

test('keys go by their place on a keyboard without Latin letters, and by their sign on others', async ({
  page,
}) => {
  const keyboard = await page.context().newCDPSession(page);
  const press = async (key: string, code: string) => {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code });
  };
  // Russian: о stands where J does. AZERTY: the sign decides, wherever it stands.
  await press('о', 'KeyJ');
  await expect(listRows(page).nth(0)).toBeFocused();
  await press('о', 'KeyJ');
  await expect(listRows(page).nth(1)).toBeFocused();
  await press('k', 'KeyX');
  await expect(listRows(page).nth(0)).toBeFocused();
});

test('an abandoned prefix swallows nothing', async ({ page }) => {
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await expect(listRows(page).nth(0)).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/settings/);
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/\/inbox$/);
});

test('a selection grows, shrinks, survives a thread and a reload, and goes with Esc', async ({ page }) => {
  const ids = await firstIds(page, 4);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(selected(page)).toContainText('1 selected');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+J');
  await expect(selected(page)).toContainText('3 selected');
  await page.keyboard.press('Shift+K');
  await expect(selected(page)).toContainText('2 selected');
  await listRows(page)
    .nth(3)
    .click({ modifiers: ['Shift'] });
  await expect(selected(page)).toContainText('4 selected');
  for (const index of [0, 1, 2, 3]) {
    await expect(listRows(page).nth(index)).toHaveAttribute('aria-selected', 'true');
  }
  await expect(listRows(page).nth(4)).toHaveAttribute('aria-selected', 'false');
  await expectAccessible(page);

  await page.keyboard.press('o');
  await expect(page).toHaveURL(openAt(ids[3]));
  await expect(selected(page)).toContainText('4 selected');
  await page.reload();
  await expect(selected(page)).toContainText('4 selected');
  await expect(thread(page).getByRole('log')).toBeVisible();

  // The ladder: out of the field, then the selection, then the conversation.
  await page.keyboard.press('r');
  await expect(page.getByRole('textbox', { name: /message$|Email text|Public reply/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('log')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(selected(page)).toBeHidden();
  await expect(page).toHaveURL(openAt(ids[3]));
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/inbox$/);
});

test('everything that is loaded can be selected, then everything that matches', async ({ page, sandbox }) => {
  const location = await sandbox.newLocation({ preset: 'empty', conversations: 300, messages: 1, seed: 5 });
  try {
    await page.goto(paths.inbox(location.id));
    await expect(listRows(page).first()).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('ControlOrMeta+a');
    await expect(selected(page)).toContainText(/[1-9]\d* selected/);
    await page.getByRole('button', { name: 'Select all that match (300)' }).click();
    await expect(selected(page)).toContainText('300 selected');
    await page.keyboard.press('x');
    await expect(selected(page)).toContainText('299 selected');
    await page.keyboard.press('Escape');
    await expect(selected(page)).toBeHidden();
  } finally {
    await sandbox.deleteLocation(location.id);
  }
});

test('Tab only moves the focus', async ({ page }) => {
  await page.keyboard.press('j');
  await page.keyboard.press('Tab');
  await expect(listRows(page).first()).not.toBeFocused();
  await expect(page).toHaveURL(/\/inbox$/);
  await page.keyboard.press('Shift+Tab');
  await expect(listRows(page).first()).toBeFocused();
});
