import type { Page } from 'playwright/test';
import { defaultSettings } from '@/lib/shared/contract/person-settings';
import { apiPaths, paths } from '@/lib/shared/paths';
import { ours } from './support/headers';
import { expect, test } from './support/own-app';
import { listRows, openConversation } from './support/rows';

const toasts = (page: Page) => page.getByRole('region', { name: 'Notifications' });

/** A browser without a window calls every tab visible; a person sees one. */
async function look(page: Page, isSeen: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, !isSeen);
}

test('a deletion is held for the time of the person, and taken back from whichever tab they come to', async ({
  page,
  context,
  location,
  sandbox,
  signInAs,
  openInbox,
  baseURL,
}) => {
  await signInAs('admin');
  const answer = await page.request.patch(apiPaths.mySettings, {
    data: defaultSettings,
    headers: ours(baseURL),
  });
  expect(answer.status()).toBe(200);
  await openInbox();
  const id = await openConversation(page, 'Amara Okafor');
  const other = await context.newPage();
  await other.goto(paths.inbox(location.id));
  await expect(listRows(other).first()).toBeVisible();
  await look(other, false);

  const settings = await context.newPage();
  await settings.goto(paths.mySettings(location.id));
  await settings
    .getByRole('group', { name: 'Undo is offered for' })
    .getByRole('radio', { name: '30 seconds' })
    .click();
  await expect(settings.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  await settings.close();

  await page.keyboard.press('#');
  const dialog = page.getByRole('alertdialog', { name: 'Delete Amara Okafor?' });
  await expect(dialog).toContainText('You can undo it for 30 seconds');
  await dialog.getByRole('button', { name: 'Delete conversation' }).click();
  await expect(toasts(page)).toContainText('Deleting Amara Okafor');

  await look(other, true);
  await expect(toasts(other)).toContainText('Deleting 1 conversation');
  await toasts(other).getByRole('button', { name: 'Undo' }).click();
  await expect(toasts(other)).toContainText('Not deleted: 1 conversation');
  await expect(toasts(page)).toContainText('Not deleted: 1 conversation');
  await expect(toasts(page)).not.toContainText('Stopped');
  await expect(listRows(page).filter({ hasText: 'Amara Okafor' })).toBeVisible();
  await expect
    .poll(async () => (await page.request.get(apiPaths.conversation(location.id, id))).status())
    .toBe(200);
  const calls = await sandbox.requests(location.id);
  expect(calls.filter(({ method }) => method === 'DELETE')).toEqual([]);
});
