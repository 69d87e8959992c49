import type { Page } from 'playwright/test';
import { apiPaths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { openConversation } from './support/rows';
import type { SandboxDriver } from './support/sandbox';

const log = (page: Page) => page.getByRole('log');

/** A thread of mails, oldest first; answers its item. */
async function threadOf(
  sandbox: SandboxDriver,
  locationId: string,
  conversationId: string,
  bodies: string[],
) {
  let item: string | undefined;
  for (const [index, html] of bodies.entries()) {
    const { message } = await sandbox.inbound(locationId, {
      conversationId,
      type: 'Email',
      subject: 'The long table',
      html,
      threadId: item,
      emailCc: index === 0 ? ['planner@example.com'] : undefined,
    });
    item = message.id;
  }
  return item ?? '';
}

/** The item of that thread. A thread that was just read is shared for a moment: then the next poll brings it. */
const tableMails = (page: Page) => log(page).getByRole('article').filter({ hasText: 'The long table' });

async function mailIds(
  sandbox: SandboxDriver,
  locationId: string,
  conversationId: string,
): Promise<string[]> {
  const { emails } = (await sandbox.snapshot(locationId, conversationId)) as {
    emails: { id: string; subject: string }[];
  };
  return emails.filter(({ subject }) => subject.includes('The long table')).map(({ id }) => id);
}

/** Rows that turn out higher push those below them down. */
async function expectNoOverlap(page: Page): Promise<void> {
  await expect
    .poll(() =>
      log(page)
        .getByRole('article')
        .evaluateAll((articles) => {
          const places = articles.map((article) => article.getBoundingClientRect());
          places.sort((one, other) => one.top - other.top);
          return places.filter((place, index) => place.bottom > (places[index + 1]?.top ?? Infinity) + 1)
            .length;
        }),
    )
    .toBe(0);
}

/** The mails that our server was asked for. */
function watchMails(page: Page, locationId: string): string[] {
  const asked: string[] = [];
  const prefix = apiPaths.email(locationId, '');
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith(prefix)) asked.push(pathname.slice(prefix.length));
  });
  return asked;
}

test.beforeEach(async ({ signInAs, openInbox }) => {
  await signInAs('agent');
  await openInbox();
});

test('of a thread of mails the newest is open, and the others are read when they are opened', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  const id = await openConversation(page, 'Amara Okafor');
  await threadOf(sandbox, location.id, id, [
    '<p>First words of the oldest</p>',
    '<p>Second thoughts</p>',
    '<p>The third and newest</p>',
  ]);
  const ids = await mailIds(sandbox, location.id, id);
  expect(ids).toHaveLength(3);
  const asked = watchMails(page, location.id);
  const askedOf = () => ids.filter((mailId) => asked.includes(mailId));
  await openInbox(id);
  const mails = tableMails(page);
  await expect(mails.getByText('The long table')).toBeVisible({ timeout: 30_000 });
  await expect(
    mails
      .getByTitle(/^Email from/)
      .last()
      .contentFrame()
      .getByText('The third and newest'),
  ).toBeVisible();
  expect(askedOf()).toEqual(ids.slice(-1));
  await expectNoOverlap(page);
  await expect(mails.getByText('3 emails')).toBeVisible();

  await mails.getByRole('button', { name: 'Open all' }).click();
  const frames = mails.getByTitle(/^Email from/);
  await expect(frames).toHaveCount(3);
  await expect(frames.first().contentFrame().getByText('First words of the oldest')).toBeVisible();
  await expect(mails.getByText(/planner@example.com/)).toBeVisible();
  expect(askedOf()).toEqual(ids);
  await expectNoOverlap(page);
  await expectAccessible(page);

  await mails.getByRole('button', { name: 'Close the earlier ones' }).click();
  await expect(frames).toHaveCount(1);
  // What was read once says who and how it begins.
  await expect(mails.getByText('First words of the oldest')).toBeVisible();
  await expect(mails.getByText('Second thoughts')).toBeVisible();
});

test('mails that are opened together are read one by one', async ({ page, location, sandbox, openInbox }) => {
  const id = await openConversation(page, 'Amara Okafor');
  await threadOf(sandbox, location.id, id, ['<p>One</p>', '<p>Two</p>', '<p>Three</p>', '<p>Four</p>']);
  await openInbox(id);
  const mails = tableMails(page);
  await expect(
    mails
      .getByTitle(/^Email from/)
      .contentFrame()
      .getByText('Four'),
  ).toBeVisible({
    timeout: 30_000,
  });
  let underWay = 0;
  let most = 0;
  const prefix = apiPaths.email(location.id, '');
  page.on('request', (request) => {
    if (request.url().includes(prefix)) most = Math.max(most, ++underWay);
  });
  page.on('requestfinished', (request) => {
    if (request.url().includes(prefix)) underWay -= 1;
  });
  await sandbox.latency(150, location.id);
  await mails.getByRole('button', { name: 'Open all' }).click();
  await expect(mails.getByTitle(/^Email from/)).toHaveCount(4);
  expect(most).toBe(1);
});

test.describe('a mail that fails', () => {
  test.use({ allowedErrors: [/50[0-9]|Failed to load resource/] });

  test('says so in its own place and is read again when asked', async ({
    page,
    location,
    sandbox,
    openInbox,
  }) => {
    const id = await openConversation(page, 'Amara Okafor');
    await threadOf(sandbox, location.id, id, ['<p>Older</p>', '<p>Newest</p>']);
    await sandbox.faults(location.id, {
      operation: 'get-email-by-id',
      kind: 'respond',
      status: 500,
      count: 1000,
    });
    await openInbox(id);
    const mails = tableMails(page);
    await expect(mails.getByRole('alert')).toContainText('This email could not be loaded', {
      timeout: 30_000,
    });
    await expect(log(page).getByRole('article').first()).toBeVisible();
    await sandbox.clearFaults(location.id);
    await mails.getByRole('button', { name: 'Retry' }).click();
    await expect(
      mails
        .getByTitle(/^Email from/)
        .contentFrame()
        .getByText('Newest'),
    ).toBeVisible();
  });
});

test('a mail longer than the view opens at its beginning', async ({ page, location, sandbox, openInbox }) => {
  const id = await openConversation(page, 'Amara Okafor');
  const lines = Array.from({ length: 120 }, (_, index) => `<p>Paragraph ${index + 1} of the offer</p>`);
  await threadOf(sandbox, location.id, id, [lines.join('')]);
  await openInbox(id);
  const mail = log(page)
    .getByTitle(/^Email from/)
    .last()
    .contentFrame();
  await expect(mail.getByText('Paragraph 1 of the offer')).toBeVisible({ timeout: 30_000 });
  await expect(log(page).getByText('The long table')).toBeInViewport();
  await expect(page.getByRole('button', { name: /latest/i })).toBeVisible();
  await page.getByRole('button', { name: /latest/i }).click();
  await expect(log(page).getByText('The long table')).not.toBeInViewport();
});

test('prints one mail and nothing else', async ({ page, location, sandbox, openInbox }) => {
  const id = await openConversation(page, 'Amara Okafor');
  await threadOf(sandbox, location.id, id, ['<p>Not on paper</p>', '<p>On paper</p><script>1</script>']);
  await openInbox(id);
  const mails = tableMails(page);
  await mails.getByRole('button', { name: 'Print this email' }).click({ timeout: 30_000 });
  const paper = page.getByTitle('Print: The long table').contentFrame();
  await expectNoOverlap(page);
  const words = paper.getByText('On paper', { exact: true });
  await expect(words).toBeAttached();
  await expect(paper.getByText(/^From: /)).toBeAttached();
  await expect(paper.getByText('Not on paper')).toHaveCount(0);
  await expect(paper.getByText('Mark read')).toHaveCount(0);
});
