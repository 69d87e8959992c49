import type { Page } from 'playwright/test';
import { defaultSettings, savedSettingsSchema } from '@/lib/shared/contract/person-settings';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expectAccessible } from './support/fixtures';
import { ours } from './support/headers';
import { expect, test } from './support/own-app';
import { listRows, openConversation, smsBox } from './support/rows';

const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved$/ });
const settingsOf = async (page: Page) =>
  savedSettingsSchema.parse(await (await page.request.get(apiPaths.mySettings)).json()).settings;
const option = (page: Page, legend: string, name: string) =>
  page.getByRole('group', { name: legend }).getByRole('radio', { name });

test('everybody has a page of settings; each change is saved at once and is there on the next device', async ({
  page,
  browser,
  location,
  signInWith,
  openInbox,
}) => {
  await signInWith();
  await openInbox();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'You', level: 1 })).toBeVisible();
  await option(page, 'After a conversation is done, snoozed or deleted', 'Go back to the list').click();
  await option(page, 'Undo is offered for', '30 seconds').click();
  await option(page, 'Mark a conversation as read', 'When I answer it').click();
  await option(page, 'Enter, in a text message', 'Sends').click();
  await option(page, 'A message can be taken back for', '20 seconds').click();
  await option(page, 'Rows of the list', 'Compact').click();
  await option(page, 'Theme', 'Dark').click();
  await page.getByRole('switch', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('switch', { name: /quiet sound/ }).click();
  await expect(saved(page)).toBeVisible();
  const chosen = {
    afterDone: 'list',
    undoSeconds: 30,
    sendUndoSeconds: 20,
    readMarks: 'on-reply',
    enterKey: 'send',
    density: 'compact',
    theme: 'dark',
    hasShortcuts: false,
    hasSounds: true,
    signature: null,
  };
  await expect.poll(() => settingsOf(page)).toEqual(chosen);

  const cookies = await page.context().cookies();
  const other = await browser.newContext({ baseURL: new URL(page.url()).origin });
  await other.addCookies(cookies);
  const elsewhere = await other.newPage();
  await elsewhere.goto(paths.mySettings(location.id));
  await expect(elsewhere.getByRole('radio', { name: 'Compact' })).toBeChecked();
  await expect(elsewhere.getByRole('switch', { name: 'Keyboard shortcuts' })).not.toBeChecked();
  await other.close();
});

test('the chosen theme is there before anything is painted', async ({ page, location, signInWith }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await signInWith({ theme: 'dark' });
  await page.addInitScript(() => {
    const themes: (string | undefined)[] = [];
    Object.assign(window, { themes });
    // Every change of the attribute, from the first one on.
    new MutationObserver(() => themes.push(document.documentElement?.dataset.theme)).observe(document, {
      attributes: true,
      attributeFilter: ['data-theme'],
      subtree: true,
    });
    requestAnimationFrame(() => themes.push(`painted ${document.documentElement.dataset.theme}`));
  });
  await page.goto(paths.inbox(location.id));
  await expect(listRows(page).first()).toBeVisible();
  const themes = await page.evaluate(() => Reflect.get(window, 'themes') as string[]);
  expect(themes.filter((theme) => theme.startsWith('painted'))).toEqual(['painted dark']);
  expect(themes.at(-1)).not.toBe('light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('without a connection', () => {
  test.use({ allowedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to load resource/] });

  test('what cannot be saved counts all the same, says so, and is saved later', async ({
    page,
    location,
    signInWith,
  }) => {
    await signInWith();
    await page.goto(paths.mySettings(location.id));
    await expect(option(page, 'Theme', 'As the system')).toBeChecked();
    await page.context().setOffline(true);
    await option(page, 'Theme', 'Dark').click();
    await expect(page.getByRole('status').filter({ hasText: /^Not saved yet/ })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.context().setOffline(false);
    await expect(saved(page)).toBeVisible({ timeout: 15_000 });
    expect(await settingsOf(page)).toEqual({ ...defaultSettings, sendUndoSeconds: 0, theme: 'dark' });
  });

  test('a change outlives the tab', async ({ page, location, signInWith }) => {
    await signInWith();
    await page.goto(paths.mySettings(location.id));
    await page.route(`**${apiPaths.mySettings}`, (route) => route.abort('internetdisconnected'));
    await option(page, 'Undo is offered for', '5 seconds').click();
    await expect(page.getByRole('status').filter({ hasText: /^Not saved yet/ })).toBeVisible();
    expect((await settingsOf(page)).undoSeconds).toBe(10);
    await page.unroute(`**${apiPaths.mySettings}`);
    await page.reload();
    await expect(option(page, 'Undo is offered for', '5 seconds')).toBeChecked();
    await expect.poll(async () => (await settingsOf(page)).undoSeconds).toBe(5);
  });
});

test('a second tab follows', async ({ page, location, signInWith }) => {
  await signInWith();
  const second = await page.context().newPage();
  await second.goto(paths.mySettings(location.id));
  await page.goto(paths.mySettings(location.id));
  await option(page, 'Theme', 'Dark').click();
  await expect(second.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(option(second, 'Theme', 'Dark')).toBeChecked();
});

test('settings are one’s own: the server takes no other names, no other values and no stranger', async ({
  page,
  signInWith,
  signInAs,
  baseURL,
}) => {
  const headers = ours(baseURL);
  const change = (data: object) => page.request.patch(apiPaths.mySettings, { data, headers });
  expect((await page.request.get(apiPaths.mySettings)).status()).toBe(401);
  expect((await change({ theme: 'dark' })).status()).toBe(401);

  await signInWith();
  const refused = [{ theme: 'pink' }, { undoSeconds: 7 }, { personId: 'mika' }, { role: 'admin' }];
  for (const data of refused) expect([data, (await change(data)).status()]).toEqual([data, 400]);
  expect((await change({ density: 'compact' })).status()).toBe(200);
  await signInAs('viewer');
  expect((await settingsOf(page)).density).toBe('normal');
});

test('Enter sends a text message for whoever wants it so, and breaks a line for everybody else', async ({
  page,
  location,
  sandbox,
  signInWith,
  openInbox,
}) => {
  await signInWith({ enterKey: 'newline' });
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  const box = await smsBox(page);
  await box.fill('One');
  await box.press('Enter');
  await expect(box).toHaveValue('One\n');
  await signInWith({ enterKey: 'send' });
  await page.reload();
  // The draft is back, and with it the script that hears the keys.
  await expect(await smsBox(page)).toHaveValue('One\n');
  await box.fill('One');
  await box.press('Shift+Enter');
  await box.pressSequentially('two');
  await expect(box).toHaveValue('One\ntwo');
  await box.press('Enter');
  await expect(box).toHaveValue('');
  await expect
    .poll(async () => (await sandbox.accepted(location.id)).map(({ message }) => message))
    .toEqual(['One\ntwo']);

  await page.getByRole('radio', { name: 'Email' }).click();
  const mail = page.getByRole('textbox', { name: 'Email text' });
  await mail.fill('Dear');
  await mail.press('Enter');
  await expect(mail.getByRole('paragraph')).toHaveText(['Dear', '']);
});

test('a new message makes a quiet sound, once, and only where nobody looks', async ({
  page,
  location,
  sandbox,
  signInWith,
  openInbox,
}) => {
  test.slow();
  await page.addInitScript(() => {
    const played: string[] = [];
    let isHidden = false;
    Object.assign(window, {
      played,
      hide: (hidden: boolean) => {
        isHidden = hidden;
        document.dispatchEvent(new Event('visibilitychange'));
      },
    });
    Object.defineProperty(document, 'hidden', { get: () => isHidden });
    Object.defineProperty(document, 'visibilityState', { get: () => (isHidden ? 'hidden' : 'visible') });
    HTMLMediaElement.prototype.play = function play() {
      played.push(new URL(this.src).pathname);
      return Promise.resolve();
    };
  });
  const played = () => page.evaluate(() => Reflect.get(window, 'played') as string[]);
  const hide = (isHidden: boolean) =>
    page.evaluate((hidden) => (Reflect.get(window, 'hide') as (value: boolean) => void)(hidden), isHidden);
  const looks = () =>
    page.waitForResponse((answer) => answer.url().includes('direction=inbound') && answer.ok(), {
      timeout: 40_000,
    });

  await signInWith({ hasSounds: true });
  await openInbox();
  const id = new URL((await listRows(page).first().getAttribute('href')) ?? '', page.url()).pathname
    .split('/')
    .at(-1);
  const inbound = () => sandbox.inbound(location.id, { conversationId: id ?? '', type: 'SMS', body: 'Ring' });
  await inbound();
  const firstLook = looks();
  await hide(true);
  await firstLook;
  expect(await played()).toEqual([]);
  await inbound();
  await expect.poll(played, { timeout: 40_000 }).toEqual(['/sounds/new-message.wav']);
  await looks();
  expect(await played()).toHaveLength(1);

  const sound = await page.request.get('/sounds/new-message.wav');
  expect(sound.headers()['content-type']).toContain('audio/');
});

test('keys that were turned off stay off', async ({ page, signInWith, openInbox }) => {
  await signInWith({ hasShortcuts: false });
  await openInbox();
  await expect(listRows(page).first()).toBeVisible();
  await page.keyboard.press('?');
  await page.keyboard.press('c');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'All commands' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the page of settings is accessible in the ${theme} theme, on a phone too`, async ({
    page,
    location,
    signInWith,
  }) => {
    await signInWith({ theme });
    await page.goto(paths.mySettings(location.id));
    await expect(page.getByRole('heading', { name: 'You', level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
    await expectAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
}
