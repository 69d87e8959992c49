import { paths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';
import { gate } from './support/gate';
import { chooseView, conversationIdOf, drawnRows, listRows as rows } from './support/rows';

test.beforeEach(async ({ signInAs }) => signInAs('agent'));

test('filters stand in the address: shareable, and the back button undoes them one by one', async ({
  page,
  openInbox,
}) => {
  await openInbox();
  await chooseView(page, 'Unread');
  await expect(page).toHaveURL(/\?view=unread$/);
  await expect(page.getByRole('tab', { name: 'Unread' })).toHaveAttribute('aria-selected', 'true');
  await expect(rows(page).first()).toContainText(/Unread/);
  await expect(rows(page).filter({ hasNotText: /Unread/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const channels = page.getByRole('group', { name: 'Channel of the last message' });
  await channels.getByRole('checkbox', { name: 'Email', exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/view=unread/);
  await expect(page).toHaveURL(/channel=email/);
  const shared = page.url();
  await expect(page.getByText(/^\d+\+? found$/)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  const found = await drawnRows(page);

  await page.goBack();
  await expect(page).toHaveURL(/\?view=unread$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/inbox$/);
  await expect(page.getByRole('tab', { name: 'Open' })).toHaveAttribute('aria-selected', 'true');

  await page.goto(shared);
  await expect.poll(() => drawnRows(page)).toEqual(found);
});

test('the address of an old tab leads to its view', async ({ page, location }) => {
  await page.goto(`${paths.inbox(location.id)}?status=unread`);
  await expect(page.getByRole('tab', { name: 'Unread' })).toHaveAttribute('aria-selected', 'true');
  await expect(rows(page).first()).toContainText(/Unread/);
  await expect(rows(page).filter({ hasNotText: /Unread/ })).toHaveCount(0);
});

test('the search finds a contact by name, and says what it does not search', async ({ page, openInbox }) => {
  await openInbox();
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('Amara Okafor');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('Amara Okafor');
  await expect(page).toHaveURL(/q=Amara\+Okafor/);

  await page.getByRole('searchbox').fill('no such person');
  await expect(
    page.getByText('GoHighLevel searches names, phones and emails, not message texts.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(page).toHaveURL(/\/inbox$/);
});

test('an address that makes no sense is named, and the rest of it obeyed', async ({ page, location }) => {
  await page.goto(`${paths.inbox(location.id)}?status=foo&channel=sms`);
  await expect(page.getByText(/Left out of the address.*status/)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
});

test('the keyboard goes through the list and opens a conversation', async ({ page, openInbox }) => {
  await openInbox();
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/inbox\/[A-Za-z0-9]+$/);
  await expect(page.getByRole('log')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/inbox$/);
});

test('paging to the end loses and repeats no conversation, though five hundred share one moment', async ({
  page,
  sandbox,
}) => {
  const location = await sandbox.newLocation({ preset: 'demo', sameTimestamp: 500 });
  try {
    await page.goto(paths.inbox(location.id));
    await expect(rows(page).first()).toBeVisible();
    const seen = new Map<number, string>();
    const total = Number(await rows(page).first().getAttribute('aria-setsize'));
    expect(total).toBeGreaterThan(560);
    await expect(async () => {
      for (const [at, address] of await drawnRows(page)) seen.set(Number(at), address);
      await rows(page).last().focus();
      await page.keyboard.press('PageDown');
      expect(seen.size).toBe(total);
    }).toPass({ timeout: 50_000, intervals: [50] });
    expect(new Set(seen.values()).size).toBe(total);
    await expect(page.getByText(new RegExp(`all ${total}`))).toBeVisible();
  } finally {
    await sandbox.deleteLocation(location.id);
  }
});

test('ten thousand conversations can be gone through to the end, and only those in view are drawn', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const location = await sandbox.newLocation({ preset: 'empty', conversations: 10_000 });
  try {
    await page.goto(paths.inbox(location.id));
    await rows(page).first().focus();
    await expect(async () => {
      await page.keyboard.press('End');
      await expect(page.getByText('That is all 10000')).toBeVisible({ timeout: 50 });
    }).toPass({ timeout: 150_000, intervals: [20] });
    await page.keyboard.press('End');
    await expect(rows(page).last()).toHaveAttribute('aria-posinset', '10000');
    expect(await rows(page).count()).toBeLessThan(80);
    await page.keyboard.press('Home');
    await expect(rows(page).first()).toHaveAttribute('aria-posinset', '1');
    await expect(rows(page).first()).toBeFocused();
  } finally {
    await sandbox.deleteLocation(location.id);
  }
});

test('a new message moves its conversation to the top by itself', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  const last = rows(page).nth(8);
  await expect(last).toBeVisible();
  const id = await conversationIdOf(last);
  await sandbox.inbound(location.id, { conversationId: id, type: 'SMS', body: 'Hello from the very bottom' });
  await expect(rows(page).first()).toContainText('Hello from the very bottom', { timeout: 25_000 });
});

test('who scrolls before any script runs stays where they have scrolled to', async ({ page, location }) => {
  const { isFree, letGo } = gate();
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await isFree;
    await route.continue();
  });
  await page.goto(paths.inbox(location.id), { waitUntil: 'commit' });
  const list = page.getByRole('listbox', { name: 'Conversations' });
  await rows(page).first().hover();
  const before = (await list.boundingBox())?.y ?? 0;
  await page.mouse.wheel(0, 400);
  const top = () => list.boundingBox().then((box) => (box?.y ?? 0) - before);
  await expect.poll(top).toBe(-400);
  letGo();
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(help).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  expect(await top()).toBe(-400);
});
