import type { Page } from 'playwright/test';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { apiPaths, paths } from '@/lib/shared/paths';
import { ours } from './support/headers';
import { expect, test } from './support/own-app';
import { conversationIdOf, listRows, smsBox } from './support/rows';
import type { SandboxDriver } from './support/sandbox';

const line = (page: Page) => page.getByRole('log').getByRole('separator', { name: 'New' });

async function unreadCount(page: Page, locationId: string, id: string): Promise<number> {
  const answer = await page.request.get(apiPaths.conversation(locationId, id));
  return ((await answer.json()) as Conversation).unreadCount;
}

/** A conversation with something unread. */
async function unreadOne(page: Page, sandbox: SandboxDriver, locationId: string): Promise<string> {
  const id = await conversationIdOf(listRows(page).first());
  await sandbox.inbound(locationId, { conversationId: id, type: 'SMS', body: 'Anybody there?' });
  return id;
}

/** The thread's end was in view for long enough, and our server knows. */
function seen(page: Page, id: string) {
  return page.waitForResponse(
    (answer) => answer.url().endsWith(`/${id}/read-mark`) && answer.request().method() === 'POST',
  );
}

async function markedReads(sandbox: SandboxDriver, locationId: string): Promise<number> {
  return (await sandbox.requests(locationId)).filter(({ operation }) => operation === 'update-conversation')
    .length;
}

test('opening is not reading, unless one wants it so', async ({
  page,
  location,
  sandbox,
  signInWith,
  openInbox,
}) => {
  await signInWith({ readMarks: 'by-hand' });
  await openInbox();
  const id = await unreadOne(page, sandbox, location.id);
  const wasSeen = seen(page, id);
  await openInbox(id);
  await expect(page.getByText('Anybody there?').last()).toBeVisible();
  await wasSeen;
  expect(await unreadCount(page, location.id, id)).toBeGreaterThan(0);
  expect(await markedReads(sandbox, location.id)).toBe(0);

  await signInWith({ readMarks: 'on-open' });
  await openInbox(id);
  await expect.poll(() => unreadCount(page, location.id, id)).toBe(0);
  expect(await markedReads(sandbox, location.id)).toBe(1);
});

test('what one marks unread by hand stays so, though opening is reading', async ({
  page,
  location,
  sandbox,
  signInWith,
  openInbox,
}) => {
  await signInWith({ readMarks: 'on-open' });
  await openInbox();
  const id = await unreadOne(page, sandbox, location.id);
  await openInbox(id);
  await expect.poll(() => unreadCount(page, location.id, id)).toBe(0);
  await page.keyboard.press('u');
  await expect.poll(() => unreadCount(page, location.id, id)).toBeGreaterThan(0);
  await sandbox.inbound(location.id, { conversationId: id, type: 'SMS', body: 'One more' });
  await expect(page.getByText('One more').last()).toBeVisible({ timeout: 25_000 });
  await expect.poll(() => unreadCount(page, location.id, id), { timeout: 25_000 }).toBe(0);
});

test('answering is reading for whoever wants it so', async ({
  page,
  location,
  sandbox,
  signInWith,
  openInbox,
}) => {
  await signInWith({ readMarks: 'on-reply' });
  await openInbox();
  const id = await unreadOne(page, sandbox, location.id);
  const wasSeen = seen(page, id);
  await openInbox(id);
  await wasSeen;
  expect(await unreadCount(page, location.id, id)).toBeGreaterThan(0);
  const box = await smsBox(page);
  await box.fill('Yes, here');
  await box.press('ControlOrMeta+Enter');
  await expect.poll(() => unreadCount(page, location.id, id)).toBe(0);
});

test('a line stands above what is new to this person, and nobody else hears of it', async ({
  page,
  location,
  sandbox,
  signInAs,
  signInWith,
  openInbox,
}) => {
  await signInWith();
  await openInbox();
  const id = await conversationIdOf(listRows(page).first());
  const firstLook = seen(page, id);
  await openInbox(id);
  await firstLook;
  await expect(line(page)).toHaveCount(0);

  await page.goto(paths.mySettings(location.id));
  for (const body of ['First news', 'Second news']) {
    await sandbox.inbound(location.id, { conversationId: id, type: 'SMS', body });
  }
  // The server keeps what it has just read for a moment.
  const thread = () => page.request.get(apiPaths.messages(location.id, id)).then((answer) => answer.text());
  await expect.poll(thread).toContain('Second news');
  const secondLook = seen(page, id);
  await openInbox(id);
  await expect(line(page)).toHaveCount(1);
  const firstNews = page.getByRole('log').getByText('First news');
  // The two are looked at one after the other, while the box below may still find its height.
  await expect(async () => {
    const [above, below] = [await line(page).boundingBox(), await firstNews.boundingBox()];
    expect(above?.y).toBeLessThan(below?.y ?? 0);
  }).toPass();
  await expect(page.getByRole('log').getByText('Second news')).toBeInViewport({ ratio: 1 });
  await secondLook;
  await expect(line(page)).toBeVisible();
  // What comes in before one's eyes moves no line.
  const thirdLook = seen(page, id);
  await sandbox.inbound(location.id, { conversationId: id, type: 'SMS', body: 'Third news' });
  await expect(page.getByRole('log').getByText('Third news')).toBeVisible({ timeout: 25_000 });
  await expect(line(page)).toHaveCount(1);

  await thirdLook;
  await page.reload();
  await expect(page.getByRole('log').getByText('Third news')).toBeVisible();
  await expect(line(page)).toHaveCount(0);
  expect(await markedReads(sandbox, location.id)).toBe(0);

  await signInAs('viewer');
  const mark = await page.request.get(apiPaths.readMark(location.id, id));
  expect(await mark.json()).toEqual({ seenUpTo: null });
});

test('the mark of another location or person cannot be reached, and no mark is taken that is none', async ({
  page,
  location,
  signInWith,
  baseURL,
}) => {
  const headers = ours(baseURL);
  const path = apiPaths.readMark(location.id, 'anyconversation');
  expect((await page.request.get(path)).status()).toBe(401);
  await signInWith();
  const post = (data: object) => page.request.post(path, { data, headers });
  for (const data of [{}, { seenUpTo: -1 }, { seenUpTo: 1.5 }, { seenUpTo: 5, personId: 'mika' }]) {
    expect([data, (await post(data)).status()]).toEqual([data, 400]);
  }
  expect((await page.request.get(apiPaths.readMark('unknownlocation00001', 'c'))).status()).toBe(404);
});
