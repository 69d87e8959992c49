import type { Page } from 'playwright/test';
import { expect, expectAccessible, test } from './support/fixtures';
import { openConversation, smsBox } from './support/rows';
import { acceptedTexts, mark, sendOf } from './support/sends';

test.use({ allowedErrors: [/Failed to (load resource|fetch)|ERR_INTERNET_DISCONNECTED|net::/] });

test.beforeEach(async ({ signInAs, openInbox }) => {
  await signInAs('agent');
  await openInbox();
});

const openAmara = (page: Page) => openConversation(page, 'Amara Okafor');

test('without network a message waits in sight, over a reload too, and goes by itself, in order and once', async ({
  page,
  context,
  location,
  sandbox,
}) => {
  await openAmara(page);
  const box = await smsBox(page);
  const texts = [`First ${mark()}`, `Second ${mark()}`];
  await context.setOffline(true);
  for (const text of texts) {
    await box.fill(text);
    await box.press('Control+Enter');
    await expect(box).toHaveValue('');
  }
  await expect(sendOf(page, texts[0] ?? '')).toContainText('Waiting for network');
  await expectAccessible(page);
  await context.setOffline(false);
  await expect.poll(async () => acceptedTexts(await sandbox.accepted(location.id))).toEqual(texts);
  await expect(page.getByRole('log').getByText('Waiting for network')).toHaveCount(0);
});

test('a page that was closed while it waited sends when it is opened again', async ({
  page,
  context,
  location,
  sandbox,
}) => {
  await openAmara(page);
  const box = await smsBox(page);
  const text = `In the tunnel ${mark()}`;
  await page.route('**/sends', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await box.fill(text);
  await box.press('Control+Enter');
  await expect(sendOf(page, text)).toContainText('Waiting for network');
  const address = page.url();
  await page.close();
  expect(await sandbox.accepted(location.id)).toEqual([]);
  const again = await context.newPage();
  await again.goto(address);
  await expect
    .poll(async () => acceptedTexts(await sandbox.accepted(location.id)), { timeout: 20_000 })
    .toEqual([text]);
  await expect(sendOf(again, text)).toHaveCount(1);
});

test('cancelled while it waits, the text is back in the box and nothing goes out', async ({
  page,
  context,
  location,
  sandbox,
}) => {
  await openAmara(page);
  const box = await smsBox(page);
  await context.setOffline(true);
  await box.fill('Better not');
  await box.press('Control+Enter');
  await sendOf(page, 'Better not').getByRole('button', { name: 'Cancel' }).click();
  await expect(box).toHaveValue('Better not');
  await context.setOffline(false);
  await box.fill('Something else');
  await box.press('Control+Enter');
  await expect
    .poll(async () => acceptedTexts(await sandbox.accepted(location.id)))
    .toEqual(['Something else']);
});

test('what waits in one tab is seen in the other, and sent once by both', async ({
  page,
  context,
  location,
  sandbox,
}) => {
  await openAmara(page);
  const box = await smsBox(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('log')).toBeVisible();
  const text = `From two tabs ${mark()}`;
  await context.setOffline(true);
  await box.fill(text);
  await box.press('Control+Enter');
  await expect(sendOf(page, text)).toContainText('Waiting for network');
  await expect(sendOf(other, text)).toHaveCount(1);
  await context.setOffline(false);
  await expect.poll(async () => acceptedTexts(await sandbox.accepted(location.id))).toEqual([text]);
  await expect(sendOf(other, text)).toHaveCount(1);
  await expect(other.getByRole('log').getByText('Waiting for network')).toHaveCount(0);
  expect(acceptedTexts(await sandbox.accepted(location.id))).toEqual([text]);
});

test('a refusal leaves whoever writes to somebody else where they are, and says where the text is', async ({
  page,
  location,
  sandbox,
}) => {
  await openAmara(page);
  let refuse = () => {};
  const refused = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  await page.route('**/sends', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await refused;
    const error = { code: 'bad_request', message: 'This file is gone. Attach it again.' };
    return route.fulfill({ status: 400, json: { error } });
  });
  const box = await smsBox(page);
  await box.fill('With a file');
  await box.press('Control+Enter');
  await expect(sendOf(page, 'With a file')).toHaveCount(1);
  await openConversation(page, 'Devon Pryce');
  const other = await smsBox(page);
  await other.fill('Half a sentence');
  refuse();
  await expect(page.getByText(/Not sent\. This file is gone/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Devon Pryce' }).first()).toBeVisible();
  await expect(other).toBeFocused();
  await expect(other).toHaveValue('Half a sentence');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Amara Okafor' }).first()).toBeVisible();
  await expect(await smsBox(page)).toHaveValue('With a file');
  expect(await sandbox.accepted(location.id)).toEqual([]);
});

test('what the server refuses comes back into the box with the reason', async ({
  page,
  location,
  sandbox,
}) => {
  await openAmara(page);
  const box = await smsBox(page);
  await page.route('**/sends', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 400,
          json: { error: { code: 'bad_request', message: 'This file is gone. Attach it again.' } },
        })
      : route.continue(),
  );
  await box.fill('With a file');
  await box.press('Control+Enter');
  await expect(page.getByText(/Not sent\. This file is gone/)).toBeVisible();
  await expect(box).toHaveValue('With a file');
  expect(await sandbox.accepted(location.id)).toEqual([]);
});
