import { expect, test } from './support/fixtures';
import { openConversation } from './support/rows';

test.setTimeout(120_000);

test.beforeEach(async ({ signInAs, openInbox }) => {
  await signInAs('agent');
  await openInbox();
});

test('a message of ten megabytes and one of marks without end are shown in part, and the tab lives', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  const id = await openConversation(page, 'Amara Okafor');
  const inbound = (body: string) => sandbox.inbound(location.id, { conversationId: id, type: 'SMS', body });
  await inbound(`The long one ${'word '.repeat(2_000_000)}`);
  await inbound(`The marked one z${'\u0301'.repeat(200_000)} end`);
  await inbound('The last one');
  await openInbox(id);
  const log = page.getByRole('log');
  await expect(log.getByText('The last one')).toBeVisible({ timeout: 60_000 });
  await expect(log.getByText(/The marked one/)).toBeVisible();
  const long = log.getByRole('article').filter({ hasText: 'The long one' });
  await long.scrollIntoViewIfNeeded();
  await long.getByRole('button', { name: /Show more of 10,000,013 characters/ }).click();
  await expect(long.getByRole('button', { name: /Show more of 10,000,013 characters/ })).toBeAttached();
  // The rest of the page still answers.
  await page.getByRole('button', { name: 'More', exact: true }).last().click();
  await expect(page.getByRole('menu')).toBeVisible();
});

test('a mail of ten megabytes or of three hundred thousand nested tags is offered as text', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  const id = await openConversation(page, 'Amara Okafor');
  const mail = (subject: string, html: string) =>
    sandbox.inbound(location.id, { conversationId: id, type: 'Email', subject, html });
  await mail('Too long', `<p>Words of the long mail</p>${'<p>x</p>'.repeat(1_250_000)}`);
  await mail('Too deep', `Words of the deep mail${'<b>'.repeat(300_000)}`);
  await mail('Too marked', `<p>Words of the marked mail z${'\u0301'.repeat(200_000)}</p>`);
  await openInbox(id);
  const log = page.getByRole('log');
  const article = (subject: string) => log.getByRole('article').filter({ hasText: subject });
  const marked = article('Too marked')
    .getByTitle(/^Email from/)
    .contentFrame();
  await expect(marked.getByText(/Words of the marked mail/)).toBeVisible({ timeout: 60_000 });
  for (const [subject, words] of [
    ['Too deep', 'Words of the deep mail'],
    ['Too long', 'Words of the long mail'],
  ] as const) {
    await article(subject).scrollIntoViewIfNeeded();
    await expect(article(subject).getByText(/too large or too tangled/)).toBeVisible();
    await expect(article(subject).getByText(new RegExp(words))).toBeVisible();
  }
  await page.getByRole('button', { name: 'More', exact: true }).last().click();
  await expect(page.getByRole('menu')).toBeVisible();
});
