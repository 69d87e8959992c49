import { expect, expectAccessible, test } from './support/fixtures';
import { openConversation } from './support/rows';

test('all files of a conversation stand in one place, and each leads back to its message', async ({
  page,
  signInAs,
  openInbox,
}) => {
  await signInAs('agent');
  await openInbox();
  await openConversation(page, 'Hannah Lindqvist');
  await page.getByRole('button', { name: 'More', exact: true }).last().click();
  await page.getByRole('menuitem', { name: 'Files' }).click();
  const dialog = page.getByRole('dialog', { name: 'Files' });
  const files = dialog.getByRole('list', { name: 'Files' }).getByRole('listitem');
  await expect(files.first()).toBeVisible();
  await expectAccessible(page);
  const before = await files.count();
  const more = dialog.getByRole('button', { name: 'Continue' });
  await expect(async () => {
    if (await more.isVisible()) await more.click();
    await expect(more).toBeHidden({ timeout: 1000 });
  }).toPass();
  expect(await files.count()).toBeGreaterThanOrEqual(before);
  await files.last().getByRole('button', { name: 'Show the message' }).click();
  await expect(dialog).toBeHidden();
  const found = page.getByRole('log').getByRole('group', { name: 'The message that was looked for' });
  await expect(found).toBeInViewport({ timeout: 30_000 });
  await expect(page.getByRole('log')).toBeFocused();
});
