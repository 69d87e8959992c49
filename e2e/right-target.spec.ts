import type { Page } from 'playwright/test';
import { apiPaths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';
import { conversationIdOf, listRows } from './support/rows';
import { idsInView, readApi, stateOf } from './support/triage';

const openAt = (id: string) => new RegExp(`/inbox/${id}(\\?.*)?$`);
const toasts = (page: Page) => page.getByRole('region', { name: 'Notifications' });
const selected = (page: Page) => page.getByRole('region', { name: 'Selected conversations' });

test.beforeEach(async ({ signInAs }) => signInAs('admin'));

test('a key does nothing while no conversation is open, selected or under the keyboard', async ({
  page,
  location,
  openInbox,
}) => {
  await openInbox();
  await expect(listRows(page).first()).toBeVisible();
  const before = await idsInView(page, location.id, 'open');
  for (const key of ['e', 's', 'u', 'h', 'a', '#']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  // The next key works, and is about the row it leads to.
  await page.keyboard.press('j');
  await expect(listRows(page).first()).toBeFocused();
  expect(await readApi(page, `${apiPaths.jobs(location.id)}?mine=running`)).toEqual({ jobs: [] });
  expect(await idsInView(page, location.id, 'open')).toEqual(before);
});

test('a key acts on the row with the ring, also beside another conversation that is open', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  await expect(listRows(page).nth(3)).toBeVisible();
  const [openId, ringId] = await Promise.all([0, 1].map((at) => conversationIdOf(listRows(page).nth(at))));
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(openAt(openId ?? ''));
  await expect(listRows(page).first()).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(listRows(page).nth(1)).toBeFocused();
  await page.keyboard.press('e');
  await expect.poll(async () => (await stateOf(page, sandbox, location.id, ringId ?? '')).team).toBe('done');
  expect((await stateOf(page, sandbox, location.id, openId ?? '')).team).toBe('open');
  await expect(page).toHaveURL(openAt(openId ?? ''));
});

test('Space selects, and Shift with the arrows extends', async ({ page, openInbox }) => {
  await openInbox();
  await expect(listRows(page).nth(3)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(selected(page)).toContainText('1 selected');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selected(page)).toContainText('3 selected');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(selected(page)).toContainText('2 selected');
});

test('the box of an unread row selects it, and opens nothing', async ({ page, openInbox }) => {
  await openInbox();
  const row = listRows(page).first();
  await expect(row).toHaveAccessibleName(/^Unread/);
  await expect(row).toBeVisible();
  const box = await row.boundingBox();
  await row.click({ position: { x: 20, y: (box?.height ?? 0) / 2 } });
  await expect(selected(page)).toContainText('1 selected');
  await expect(page).toHaveURL(/\/inbox$/);
});

test('another view takes the focus over from the list before', async ({ page, openInbox }) => {
  await openInbox();
  await page.keyboard.press('j');
  await expect(listRows(page).first()).toBeFocused();
  await page.keyboard.press('3');
  await expect(page.getByRole('tab', { name: /^Mine/ })).toHaveAttribute('aria-selected', 'true');
  await expect(listRows(page).first()).toBeFocused();
});

test('a deletion that waits can still be taken back after a reload', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  const id = await conversationIdOf(listRows(page).first());
  await page.keyboard.press('j');
  await page.keyboard.press('#');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete conversation' }).click();
  await expect(toasts(page)).toContainText('Deleting');
  await page.reload();
  await expect(toasts(page)).toContainText('Deleting 1 conversation');
  await page.keyboard.press('z');
  await expect(toasts(page)).toContainText('Not deleted: 1 conversation');
  expect(await idsInView(page, location.id, 'open')).toContain(id);
  const calls = await sandbox.requests(location.id);
  expect(calls.filter(({ method }) => method === 'DELETE')).toEqual([]);
});

test.describe('of a conversation that is gone', () => {
  test.use({ allowedErrors: [/status of 404/] });

  test('one goes on to the next', async ({ page, location, openInbox }) => {
    await openInbox('nobodyKnowsThisOne00');
    await expect(page.getByText('This conversation does not exist, or not any more')).toBeVisible();
    const [first] = await idsInView(page, location.id, 'open');
    await expect(listRows(page).first()).toBeVisible();
    await page.getByRole('button', { name: /^Next conversation/ }).click();
    await expect(page).toHaveURL(openAt(first ?? ''));
  });
});
