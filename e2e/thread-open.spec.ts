import type { Page } from 'playwright/test';
import { apiPaths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';
import { conversationIdOf, listRows } from './support/rows';
import type { SandboxDriver } from './support/sandbox';

test.beforeEach(async ({ signInAs, openInbox, page }) => {
  await signInAs('agent');
  await openInbox();
  await expect(listRows(page).nth(8)).toBeVisible();
});

/** As many messages as the newest page of a thread has: the views of the team read others, and more at once. */
const pageOfThread = '30';

/** The conversations whose messages GHL was asked for, to be shown. */
async function threadsRead(sandbox: SandboxDriver, locationId: string): Promise<string[]> {
  return (await sandbox.requests(locationId)).flatMap(({ operation, path, query }) =>
    operation === 'get-messages' && query.limit === pageOfThread ? (path.split('/').at(-2) ?? '') : [],
  );
}

/** A key that is held down comes again and again. */
async function holdJ(page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.down('j');
  await page.keyboard.up('j');
}

const openId = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';
const header = (page: Page) =>
  page.getByRole('region', { name: 'Conversation' }).getByRole('heading', { level: 2 });

test('a thread that the pointer rests on is there before the click', async ({ page, location, sandbox }) => {
  const row = listRows(page).nth(2);
  const id = await conversationIdOf(row);
  await row.hover();
  await expect.poll(() => threadsRead(sandbox, location.id)).toContain(id);
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByType('resource').length))
    .toBeGreaterThan(0);
  // From here on GHL does not answer in time: what is shown was read before.
  await sandbox.latency(60_000, location.id);
  await row.click();
  await expect(page.getByRole('log').getByRole('article').last()).toBeVisible();
  await sandbox.latency(0, location.id);
});

test('the threads beside the open one are read ahead, and J shows the next without waiting', async ({
  page,
  location,
  sandbox,
}) => {
  const ids = await Promise.all([1, 2, 3].map((index) => conversationIdOf(listRows(page).nth(index))));
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(ids[1] ?? ''));
  await expect
    .poll(() => threadsRead(sandbox, location.id))
    .toEqual(expect.arrayContaining([ids[0], ids[2]]));
});

test('a read ahead that nobody wants any more ends, also at GoHighLevel', async ({
  page,
  location,
  sandbox,
}) => {
  const row = listRows(page).nth(4);
  const id = await conversationIdOf(row);
  await sandbox.latency(30_000, location.id);
  const asked = page.waitForRequest((request) => request.url().includes(apiPaths.messages(location.id, id)));
  const ended = page.waitForEvent('requestfailed', (request) =>
    request.url().includes(apiPaths.messages(location.id, id)),
  );
  await row.hover();
  await asked;
  await page.getByRole('searchbox').hover();
  await ended;
  await sandbox.latency(0, location.id);
  await row.click();
  await expect(page.getByRole('log').getByRole('article').last()).toBeVisible();
});

test('holding J reads only where it stops, and its neighbours', async ({ page, location, sandbox }) => {
  const rows = listRows(page);
  const ids = await Promise.all(Array.from({ length: 10 }, (_, index) => conversationIdOf(rows.nth(index))));
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log')).toBeVisible();
  await expect
    .poll(() => threadsRead(sandbox, location.id))
    .toEqual(expect.arrayContaining([ids[0], ids[1]]));
  // However slowly the presses come here: for the page no time passes between them.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
  await holdJ(page, 7);
  await page.clock.resume();
  await expect.poll(() => ids.indexOf(openId(page))).toBe(7);
  const at = 7;
  const wanted = [0, 1, at - 1, at, at + 1].map((index) => ids[index]);
  await expect.poll(() => threadsRead(sandbox, location.id)).toEqual(expect.arrayContaining(wanted));
  expect((await threadsRead(sandbox, location.id)).filter((id) => !wanted.includes(id))).toEqual([]);
});

test('header and messages are never of two conversations, however late the answers are', async ({
  page,
  location,
  sandbox,
}) => {
  await sandbox.latency(700, location.id);
  await page.evaluate(() => {
    const seen = new Set<string>();
    Reflect.set(window, 'seenPairs', seen);
    new MutationObserver(() => {
      const name = document.querySelector('section[aria-label="Conversation"] h2')?.textContent;
      const of = document.querySelector('[role="log"]')?.getAttribute('aria-label');
      if (name && of) seen.add(`${of} under ${name}`);
    }).observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
  });
  const rows = listRows(page);
  for (const index of [0, 1, 2, 3, 4, 1, 0]) {
    const row = rows.nth(index);
    const id = await conversationIdOf(row);
    await row.click();
    await expect(page).toHaveURL(new RegExp(id));
  }
  await expect(page.getByRole('log', { name: 'Messages with Amara Okafor' })).toBeVisible();
  await expect(header(page)).toHaveText('Amara Okafor');
  const pairs = await page.evaluate(() => [...(Reflect.get(window, 'seenPairs') as Set<string>)]);
  expect(pairs.length).toBeGreaterThan(0);
  expect(pairs.filter((pair) => !/^Messages with (.+) under \1$/.test(pair))).toEqual([]);
});

/** Scripts and pictures, which are the same for every address. */
const isFile = (path: string) => path.startsWith('/_next/static/') || path.endsWith('.svg');

test('changing the address asks our own server for no page', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log').getByRole('article').last()).toBeVisible();
  for (const key of ['j', 'j', 'k']) {
    const before = page.url();
    await page.keyboard.press(key);
    await expect(page).not.toHaveURL(before);
    await expect(page.getByRole('log').getByRole('article').last()).toBeVisible();
  }
  await page.goBack();
  const paths = asked.map((url) => new URL(url).pathname);
  expect(paths.some((path) => path.startsWith('/api/'))).toBe(true);
  expect(paths.filter((path) => !path.startsWith('/api/') && !isFile(path))).toEqual([]);
});
