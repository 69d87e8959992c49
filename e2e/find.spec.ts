import type { Page } from 'playwright/test';
import { paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { openConversation } from './support/rows';
import type { SandboxDriver } from './support/sandbox';

type Known = { id: string; body?: string; messageType: string };

test.beforeEach(async ({ signInAs, openInbox }) => {
  await signInAs('agent');
  await openInbox();
});

async function messagesOf(sandbox: SandboxDriver, locationId: string, id: string): Promise<Known[]> {
  return ((await sandbox.snapshot(locationId, id)) as { messages: Known[] }).messages;
}

const log = (page: Page) => page.getByRole('log');
const current = (page: Page) => log(page).getByRole('group', { name: 'The message that was looked for' });

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).last().click();
  await page.getByRole('menuitem', { name }).click();
}

test('words are found, counted and stepped through, and older messages when asked', async ({
  page,
  location,
  sandbox,
}) => {
  const id = await openConversation(page, 'Hannah Lindqvist');
  const messages = await messagesOf(sandbox, location.id, id);
  const word = 'the';
  const hits = messages.filter(({ body }) => body?.toLowerCase().includes(word));
  expect(hits.length).toBeGreaterThan(3);
  await choose(page, 'Find in the conversation');
  const box = page.getByRole('textbox', { name: 'Find in this conversation' });
  await expect(box).toBeFocused();
  await box.fill('THE');
  const status = page.getByRole('search', { name: 'Find in this conversation' }).getByRole('status');
  // What is loaded first may hold none of them.
  await expect(status).toHaveText(/^(Nothing found|1 of \d+)$/);
  const loaded = Number((await status.textContent())?.match(/of (\d+)/)?.[1] ?? 0);
  expect(loaded).toBeLessThan(hits.length);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Search older messages' }).click();
  await expect
    .poll(async () => Number((await status.textContent())?.match(/of (\d+)/)?.[1] ?? 0))
    .toBeGreaterThan(loaded);
  await expect(current(page)).toBeInViewport();
  await expect(current(page)).toContainText(/the/i);
  const first = await current(page).getAttribute('data-message-id');
  await box.press('Enter');
  await expect(current(page)).toContainText(/the/i);
  await expect(current(page)).toBeInViewport();
  expect(await current(page).getAttribute('data-message-id')).not.toBe(first);
  await box.press('Shift+Enter');
  await expect.poll(() => current(page).getAttribute('data-message-id')).toBe(first);
  await box.fill('no such words anywhere');
  await expect(status).toHaveText('Nothing found');
  await page.getByRole('button', { name: 'Search older messages' }).click();
  await expect(page.getByRole('button', { name: 'Search older messages' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeHidden({ timeout: 30_000 });
  await expect(log(page).getByText('Beginning of the conversation')).toBeAttached();
  await box.press('Escape');
  await expect(box).toBeHidden();
  await expect(log(page)).toBeFocused();
});

test('F finds too, and writes nothing while it is pressed in a field', async ({ page }) => {
  await openConversation(page, 'Amara Okafor');
  await log(page).focus();
  await page.keyboard.press('f');
  const box = page.getByRole('textbox', { name: 'Find in this conversation' });
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('');
});

test('a thread is narrowed to one kind of message, and back', async ({ page }) => {
  await openConversation(page, 'Hannah Lindqvist');
  await page.getByRole('button', { name: 'More', exact: true }).last().click();
  await page.getByRole('menuitem', { name: 'Show' }).click();
  await expectAccessible(page);
  await page.getByRole('menuitemradio', { name: 'Calls' }).click();
  await expect(page.getByText('Only calls are shown')).toBeVisible();
  const load = page.getByRole('button', { name: 'Load older messages' });
  await expect(async () => {
    if (await load.isVisible()) await load.click();
    await expect(log(page).getByRole('article').first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  const names = await log(page)
    .getByRole('article')
    .evaluateAll((articles) => articles.map((article) => article.getAttribute('aria-label') ?? ''));
  expect(names.filter((name) => !/call|voicemail/i.test(name))).toEqual([]);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(log(page).getByRole('article', { name: /^SMS/ }).last()).toBeVisible();
  await expect(log(page)).toBeFocused();
});

test('a permalink opens the thread at its message, however far back it is', async ({
  page,
  location,
  sandbox,
}) => {
  const id = await openConversation(page, 'Hannah Lindqvist');
  const messages = await messagesOf(sandbox, location.id, id);
  const far = messages.slice(20).find(({ messageType, body }) => messageType === 'TYPE_SMS' && body);
  await page.goto(paths.message(location.id, id, far?.id ?? ''));
  await expect(current(page)).toHaveAttribute('data-message-id', far?.id ?? '-', { timeout: 30_000 });
  await expect(current(page)).toBeInViewport();
  await expect(page.getByText('Going back to the message of the link')).toBeHidden();
  await expect(page.getByRole('button', { name: /latest/i })).toBeVisible();
  // The next conversation has an address of its own.
  await page.keyboard.press('j');
  await expect(page).not.toHaveURL(/message=/);
});

test.describe('a permalink to nothing', () => {
  test.use({ allowedErrors: [/404|400/] });

  test('says so, and reads no page of the thread for it', async ({ page, location }) => {
    const id = await openConversation(page, 'Hannah Lindqvist');
    const older: string[] = [];
    page.on('request', (request) => request.url().includes('cursor=') && older.push(request.url()));
    await page.goto(paths.message(location.id, id, 'doesnotexist00000001'));
    await expect(page.getByText(/message of the link is not in this conversation/)).toBeVisible();
    await expect(log(page).getByRole('article').last()).toBeVisible();
    expect(older.filter((url) => url.includes('/messages'))).toEqual([]);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(page.getByText(/message of the link/)).toBeHidden();
  });
});

test('the menu of a message copies its text and its link, and tells what is known of it', async ({
  page,
  context,
  location,
  sandbox,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = await openConversation(page, 'Amara Okafor');
  const { message } = await sandbox.inbound(location.id, {
    conversationId: id,
    type: 'SMS',
    body: 'Two words\nand a line',
  });
  const row = log(page).getByRole('article').filter({ hasText: 'Two words' });
  await expect(row).toBeVisible({ timeout: 30_000 });

  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await row.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy text' }).click();
  await expect.poll(clipboard).toBe('Two words\nand a line');

  // By keys alone.
  await log(page).focus();
  await page.keyboard.press('m');
  const button = page.getByRole('button', { name: 'More about this message' });
  await expect(button.last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: 'Copy link' }).press('Enter');
  await expect.poll(clipboard).toContain(`/inbox/${id}?message=${message.id}`);
  await expect(button.last()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(button.last()).not.toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(button.last()).toBeFocused();

  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Details' }).press('Enter');
  const details = page.getByRole('dialog', { name: 'Message details' });
  await expect(details).toContainText(message.id);
  await expect(details).toContainText('TYPE_SMS');
  await expect(details).toContainText('The contact');
  await expect(details).toContainText(id);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(button.last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(log(page)).toBeFocused();
});
