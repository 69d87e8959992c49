import type { Locator } from 'playwright/test';
import { paths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';
import { chooseView, conversationIdOf, openConversation } from './support/rows';

test.beforeEach(async ({ signInAs }) => signInAs('agent'));

test('older messages come before they are needed, and the message being read does not move', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  const { conversationId, total } = await longestThread(sandbox.url, location);
  expect(total).toBeGreaterThanOrEqual(600);
  await openInbox(conversationId);
  const log = page.getByRole('log');
  await expect(log.getByRole('article').last()).toBeVisible();
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/messages?cursor=')) asked += 1;
  });
  // Long enough to come to rest and look before the older page arrives.
  await sandbox.latency(2000, location.id);
  await log.hover();
  await expect(async () => {
    await page.mouse.wheel(0, -400);
    expect(asked).toBe(1);
  }).toPass({ intervals: [50] });
  const answered = page.waitForResponse((response) => response.url().includes('/messages?cursor='));
  const reading = await articleInView(log);
  const placeAtRest = await restingPlaceOf(reading);
  const heightBefore = await heightOf(log);
  await answered;
  await expect.poll(() => heightOf(log)).toBeGreaterThan(heightBefore);
  expect(Math.abs((await placeOf(reading)) - placeAtRest)).toBeLessThan(2);
});

test('a thread of six hundred messages can be read to its beginning', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  const { conversationId } = await longestThread(sandbox.url, location);
  await openInbox(conversationId);
  const log = page.getByRole('log');
  await log.focus();
  await expect(async () => {
    await page.keyboard.press('Home');
    await expect(log.getByText('Beginning of the conversation')).toBeInViewport({ timeout: 500 });
  }).toPass({ timeout: 50_000, intervals: [100] });
  await page.getByRole('button', { name: /latest/i }).click();
  await expect(log.getByText('Beginning of the conversation')).not.toBeInViewport();
});

test('the header shows at once what the row said, and the back button returns to the list', async ({
  page,
  openInbox,
}) => {
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  await expect(page.getByRole('log')).toContainText(/\w/);
  await expect(
    page
      .getByRole('link', { name: /Open in GoHighLevel/ })
      .or(page.getByRole('button', { name: /More/ }))
      .first(),
  ).toBeVisible();
});

test('marking read and starring count at once and in GoHighLevel', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  await chooseView(page, 'Unread');
  await expect(page.getByRole('tab', { name: 'Unread', selected: true })).toBeVisible();
  const row = page.getByRole('option').first();
  const id = await conversationIdOf(row);
  await row.click();
  await page.getByRole('button', { name: 'More', exact: true }).last().click();
  await page.getByRole('menuitem', { name: 'Mark read' }).click();
  await expect(page.getByRole('menu')).toBeHidden();
  await page.getByRole('button', { name: 'More', exact: true }).last().click();
  await expect(page.getByRole('menuitem', { name: 'Mark unread' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await page.getByRole('button', { name: /^Star/ }).click();
  await expect
    .poll(async () => JSON.stringify(await sandbox.snapshot(location.id, id)))
    .toMatch(/"unreadCount":0.*"starred":true|"starred":true.*"unreadCount":0/);
});

test.describe('an address of nothing', () => {
  test.use({ allowedErrors: [/404/] });

  test('says that the conversation does not exist and leads back', async ({ page, openInbox }) => {
    await openInbox('doesnotexist00000001');
    await expect(page.getByText(/does not exist, or not any more/).first()).toBeVisible();
    await page.getByRole('button', { name: /Back to the list/ }).click();
    await expect(page).toHaveURL(/\/inbox$/);
  });

  test('an unknown location is a clear page', async ({ page }) => {
    const answer = await page.goto(paths.inbox('unknownlocation00001'));
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  });
});

/** A message of the contact in the middle of what is shown: its name is its own, and does not wait for the users' names. */
async function articleInView(log: Locator): Promise<Locator> {
  const box = await log.boundingBox();
  for (const article of await log.getByRole('article').all()) {
    const place = await article.boundingBox();
    const name = (await article.getAttribute('aria-label')) ?? '';
    const named = log.getByRole('article', { name, exact: true });
    if (box && place && place.y > box.y + 100 && !/, Team,/.test(name) && (await named.count()) === 1)
      return named;
  }
  throw new Error('No message is in view.');
}

async function placeOf(article: Locator): Promise<number> {
  return (await article.boundingBox())?.y ?? Number.NaN;
}

/** The wheel's scrolling is animated: where the message is once two looks in a row agree. */
async function restingPlaceOf(article: Locator): Promise<number> {
  let last = Number.NaN;
  const movedSinceLastLook = async () => {
    const before = last;
    last = await placeOf(article);
    return last - before;
  };
  await expect.poll(movedSinceLastLook, { intervals: [250] }).toBe(0);
  return last;
}

/** Of everything that can be scrolled through. */
function heightOf(log: Locator): Promise<number> {
  return log.evaluate((element) => element.scrollHeight);
}

async function longestThread(sandboxUrl: string, location: { id: string; token: string }) {
  const headers = {
    authorization: `Bearer ${location.token}`,
    version: '2021-04-15',
    'user-agent': 'parley-tests',
  };
  const search = await fetch(`${sandboxUrl}/conversations/search?locationId=${location.id}&limit=100`, {
    headers,
  });
  const { conversations } = (await search.json()) as { conversations: { id: string }[] };
  let longest = { conversationId: '', total: 0 };
  for (const { id } of conversations) {
    const snapshot = await fetch(`${sandboxUrl}/__sandbox/locations/${location.id}/snapshot/${id}`);
    const { messages } = (await snapshot.json()) as { messages: unknown[] };
    if (messages.length > longest.total) longest = { conversationId: id, total: messages.length };
  }
  return longest;
}
