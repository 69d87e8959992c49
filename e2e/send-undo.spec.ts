import type { Page } from 'playwright/test';
import { apiPaths } from '@/lib/shared/paths';
import { expectAccessible } from './support/fixtures';
import { ours } from './support/headers';
import { expect, test } from './support/own-app';
import { listRows, openConversation, smsBox } from './support/rows';
import { acceptedTexts, mark, sendOf } from './support/sends';

const openAmara = (page: Page) => openConversation(page, 'Amara Okafor');

test.describe('while a message is held', () => {
  test.beforeEach(async ({ signInWith, openInbox, page }) => {
    await signInWith({ sendUndoSeconds: 30 });
    await openInbox();
    await openAmara(page);
  });

  test('it counts down where it will stand, and undoing gives the exact text back; edited, only the new one goes out', async ({
    page,
    location,
    sandbox,
  }) => {
    const box = await smsBox(page);
    const old = `Thursday at 4,\n  as you said: ${mark()}`;
    await box.fill(old);
    await page.keyboard.press('Control+Enter');
    await expect(box).toHaveValue('');
    await expect(box).toBeFocused();
    const held = sendOf(page, old);
    await expect(held).toContainText(/Sends in \d+ s/);
    await expectAccessible(page);
    await held.getByRole('button', { name: 'Undo' }).click();
    await expect(box).toHaveValue(old);
    await expect(box).toBeFocused();
    await expect(held).toHaveCount(0);

    const next = `Friday at 5: ${mark()}`;
    await box.fill(next);
    await page.keyboard.press('Control+Enter');
    await sendOf(page, next).getByRole('button', { name: 'Send now' }).click();
    await expect.poll(async () => acceptedTexts(await sandbox.accepted(location.id))).toEqual([next]);
    await expect(sendOf(page, next)).toHaveCount(1);
  });

  test('what comes back stands before what was typed meanwhile', async ({ page, location, sandbox }) => {
    const box = await smsBox(page);
    await box.fill('The first thought');
    await page.keyboard.press('Control+Enter');
    await box.fill('The second thought');
    await sendOf(page, 'The first thought').getByRole('button', { name: 'Undo' }).click();
    await expect(box).toHaveValue('The first thought\n\nThe second thought');
    expect(await sandbox.accepted(location.id)).toEqual([]);
  });

  test('an email comes back with its file, subject and readers', async ({ page, location, sandbox }) => {
    await page.getByRole('radio', { name: 'Email' }).click();
    await page.getByRole('button', { name: 'Cc Bcc' }).click();
    await page.getByRole('combobox', { name: 'Cc', exact: true }).fill('studio@northloom.example');
    await page.getByRole('textbox', { name: 'Subject' }).fill('Your fitting');
    const text = `As promised. ${mark()}`;
    await page.getByRole('textbox', { name: 'Email text' }).fill(text);
    const picker = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Attach files' }).click();
    await (await picker).setFiles({
      name: 'price list.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF'),
    });
    const files = page.getByRole('region', { name: 'Reply' }).getByRole('list', { name: 'Attachments' });
    await expect(files.getByText('14 B', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Email 2 people' }).click();
    await expect(files).toBeHidden();
    // Another channel by now: it comes back into its own box all the same.
    await page.getByRole('radio', { name: 'SMS' }).click();
    await sendOf(page, text).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('radio', { name: 'Email' })).toBeChecked();
    await expect(page.getByRole('textbox', { name: 'Email text' })).toHaveText(text);
    await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Your fitting');
    await expect(page.getByRole('button', { name: 'Remove studio@northloom.example from Cc' })).toBeVisible();
    await expect(files).toContainText('price list.pdf');
    expect(await sandbox.accepted(location.id)).toEqual([]);
    await page.getByRole('button', { name: 'Email 2 people' }).click();
    await sendOf(page, text).getByRole('button', { name: 'Send now' }).click();
    await expect.poll(async () => (await sandbox.accepted(location.id)).length).toBe(1);
    expect((await sandbox.accepted(location.id))[0]).toMatchObject({
      subject: 'Your fitting',
      emailCc: ['studio@northloom.example'],
      attachments: [expect.any(String)],
    });
  });

  test('Z takes the latest back, also once one has gone on to somebody else', async ({
    page,
    location,
    sandbox,
  }) => {
    const box = await smsBox(page);
    await box.fill('Come back to me');
    await page.keyboard.press('Control+Enter');
    await expect(sendOf(page, 'Come back to me')).toContainText(/Sends in/);
    await openConversation(page, 'Devon Pryce');
    await page.getByRole('log').focus();
    await page.keyboard.press('z');
    await expect(page.getByRole('heading', { name: 'Amara Okafor' }).first()).toBeVisible();
    await expect(await smsBox(page)).toHaveValue('Come back to me');
    expect(await sandbox.accepted(location.id)).toEqual([]);
  });

  test('a double click sends one message, not two', async ({ page, location, sandbox }) => {
    const box = await smsBox(page);
    await box.fill('Only once');
    await page.getByRole('button', { name: /^Send SMS/ }).dblclick();
    await expect(sendOf(page, 'Only once')).toHaveCount(1);
    await sendOf(page, 'Only once').getByRole('button', { name: 'Send now' }).dblclick();
    await expect.poll(async () => acceptedTexts(await sandbox.accepted(location.id))).toEqual(['Only once']);
    await expect(sendOf(page, 'Only once')).toHaveCount(1);
  });

  test('whoever wrote it is named to a colleague', async ({ page, browser, baseURL }) => {
    const box = await smsBox(page);
    await box.fill('From Jonas');
    await page.keyboard.press('Control+Enter');
    await expect(sendOf(page, 'From Jonas')).toContainText(/Sends in/);
    const context = await browser.newContext({ baseURL });
    const other = await context.newPage();
    const signedIn = await context.request.post(apiPaths.session, {
      data: { method: 'demo', personId: 'sam' },
      headers: ours(baseURL),
    });
    expect(signedIn.status()).toBe(200);
    await other.goto(page.url());
    // Held or, where the page took its time, gone out by now.
    await expect(sendOf(other, 'From Jonas')).toContainText('Jonas Reyes ·');
    // Sam only reads.
    await expect(sendOf(other, 'From Jonas').getByRole('button', { name: /Undo|Send now/ })).toHaveCount(0);
    await context.close();
  });
});

test('a closed tab still sends, once', async ({
  page,
  context,
  location,
  sandbox,
  signInWith,
  openInbox,
}) => {
  await signInWith({ sendUndoSeconds: 5 });
  await openInbox();
  await openAmara(page);
  const box = await smsBox(page);
  const text = `I am gone already ${mark()}`;
  await box.fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(sendOf(page, text)).toContainText(/Sends in/);
  await page.close();
  await expect
    .poll(async () => acceptedTexts(await sandbox.accepted(location.id)), { timeout: 20_000 })
    .toEqual([text]);
  const again = await context.newPage();
  await again.goto(`/l/${location.id}/inbox`);
  await openAmara(again);
  await expect(sendOf(again, text)).toHaveCount(1);
});

test('a message that came in meanwhile stops it, shows itself, and one key sends it anyway', async ({
  page,
  location,
  sandbox,
  signInWith,
  openInbox,
}) => {
  await signInWith({ sendUndoSeconds: 30 });
  await openInbox();
  const id = await openAmara(page);
  const box = await smsBox(page);
  const text = `See you at three ${mark()}`;
  await box.fill(text);
  await page.keyboard.press('Control+Enter');
  await sandbox.inbound(location.id, { conversationId: id, type: 'SMS', body: 'Make it four, please' });
  const stopped = sendOf(page, text);
  await stopped.getByRole('button', { name: 'Send now' }).click();
  await expect(stopped).toContainText(/Not sent: Amara Okafor wrote before it left/, { timeout: 20_000 });
  await expect(stopped).toContainText('Make it four, please');
  expect(await sandbox.accepted(location.id)).toEqual([]);
  await expectAccessible(page);
  await page.getByRole('log').focus();
  await page.keyboard.press('y');
  await expect.poll(async () => acceptedTexts(await sandbox.accepted(location.id))).toEqual([text]);
  await expect(stopped.getByRole('button', { name: 'Send anyway' })).toHaveCount(0);
  await expect(page.getByRole('log')).toBeFocused();
  await expect(listRows(page).first()).toBeVisible();
});
