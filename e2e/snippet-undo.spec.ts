import { expect, test } from './support/own-app';
import { openConversation, smsBox } from './support/rows';
import { makeSnippet } from './support/snippets';

test('what a snippet does comes back with the message that is taken back, and is undone with it', async ({
  page,
  baseURL,
  location,
  sandbox,
  signInWith,
  openInbox,
}) => {
  const calls = async (operation: string) =>
    (await sandbox.requests(location.id)).filter((call) => call.operation === operation).length;
  await signInWith({ sendUndoSeconds: 30 });
  await makeSnippet(page, baseURL, location.id, {
    name: 'Booked',
    text: 'You are booked!',
    acts: { addTags: ['booked', 'groom'], assignTo: null, marksDone: false },
  });
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  const box = await smsBox(page);
  await box.focus();
  await page.keyboard.type('/booked');
  await page
    .getByRole('listbox', { name: 'Snippets' })
    .getByRole('option', { name: /^Booked/ })
    .click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => calls('add-tags')).toBe(1);
  await expect(box).toHaveValue('');
  await page.getByRole('log').getByRole('button', { name: /^Undo/ }).last().click();
  await expect(box).toHaveValue('You are booked!');
  await expect(page.getByRole('list', { name: 'What else it will do' }).getByRole('listitem')).toHaveText([
    'tag booked',
    'tag groom',
  ]);
  await expect.poll(() => calls('remove-tags')).toBe(1);
  expect(await sandbox.accepted(location.id)).toEqual([]);
});
