import type { Page } from 'playwright/test';
import { apiPaths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';
import { ours } from './support/headers';
import { findConversation, openConversation } from './support/rows';

const mark = () => `mark-${Math.random().toString(36).slice(2, 10)}`;
const log = (page: Page) => page.getByRole('log');

const openAmara = (page: Page) => openConversation(page, 'Amara Okafor');

async function chooseChannel(page: Page, channel: 'SMS' | 'Email') {
  await page.getByRole('radio', { name: channel }).click();
}

test.describe('an agent', () => {
  test.beforeEach(async ({ signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
  });

  test('answers by SMS with the keyboard, and it goes out once', async ({ page, location, sandbox }) => {
    await openAmara(page);
    await chooseChannel(page, 'SMS');
    const text = `Thursday at 4 it is. ${mark()}`;
    await page.getByRole('textbox', { name: 'Text message' }).fill(text);
    await page.keyboard.press('Control+Enter');
    await expect(log(page).getByText(text)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Text message' })).toHaveValue('');
    await expect(page.getByRole('textbox', { name: 'Text message' })).toBeFocused();
    await expect
      .poll(async () => (await sandbox.accepted(location.id)).map(({ message }) => message))
      .toEqual([text]);
    await expect(log(page).getByText('Jonas Reyes').last()).toBeVisible();
  });

  test('answers by email with a file, to more people', async ({ page, location, sandbox }) => {
    await openAmara(page);
    await chooseChannel(page, 'Email');
    await page.getByRole('button', { name: 'Cc Bcc' }).click();
    await page.getByRole('combobox', { name: 'Cc', exact: true }).fill('studio@northloom.example');
    await page.getByRole('textbox', { name: 'Subject' }).fill('Your fitting');
    const text = `As promised.\n${mark()}`;
    await page.getByRole('textbox', { name: 'Email text' }).fill(text);
    const picker = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Attach files' }).click();
    await (await picker).setFiles({
      name: 'price list.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF'),
    });
    // The message that is sent has such a list too, in the thread.
    const files = page.getByRole('region', { name: 'Reply' }).getByRole('list', { name: 'Attachments' });
    await expect(files).toContainText('price list.pdf');
    // Its size alone: it is there, and no part of it on its way any more.
    await expect(files.getByText('14 B', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Email 2 people' }).click();
    await expect.poll(async () => (await sandbox.accepted(location.id)).length).toBe(1);
    const [sent] = await sandbox.accepted(location.id);
    expect(sent).toMatchObject({
      type: 'Email',
      subject: 'Your fitting',
      emailCc: ['studio@northloom.example'],
    });
    expect(sent?.attachments).toHaveLength(1);
    expect(sent?.html).toContain(text.split('\n')[1]);
    await expect(files).toBeHidden();
  });

  test('is told before the upload what GoHighLevel does not take', async ({ page, location, sandbox }) => {
    await openAmara(page);
    const picker = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Attach files' }).click();
    await (await picker).setFiles([
      { name: 'run.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
      { name: 'huge.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(5 * 1024 * 1024 + 1) },
    ]);
    await expect(page.getByText(/does not take \.exe files/)).toBeVisible();
    await expect(page.getByText(/larger than 5 MB/)).toBeVisible();
    const uploads = (await sandbox.requests(location.id)).filter(
      ({ operation }) => operation === 'upload-file-attachments',
    );
    expect(uploads).toEqual([]);
  });

  test('sees why GoHighLevel refused, and sends it again once it may', async ({
    page,
    location,
    sandbox,
  }) => {
    await openAmara(page);
    await chooseChannel(page, 'SMS');
    await sandbox.faults(location.id, {
      operation: 'send-a-new-message',
      kind: 'respond',
      status: 400,
      body: { status: 400, message: 'Cannot send message as DND is active for SMS.' },
    });
    const text = `Are you there? ${mark()}`;
    await page.getByRole('textbox', { name: 'Text message' }).fill(text);
    await page.getByRole('button', { name: /^Send SMS/ }).click();
    await expect(log(page).getByText(/Not sent.*DND is active/)).toBeVisible();
    await expect(log(page).getByText(text)).toBeVisible();
    expect(await sandbox.accepted(location.id)).toEqual([]);
    await log(page).getByRole('button', { name: 'Retry' }).click();
    await expect
      .poll(async () => (await sandbox.accepted(location.id)).map(({ message }) => message))
      .toEqual([text]);
    await expect(log(page).getByText(/Not sent/)).toBeHidden();
  });

  test('is told when it is unclear whether a message went out, and nothing is repeated by itself', async ({
    page,
    location,
    sandbox,
  }) => {
    await openAmara(page);
    await chooseChannel(page, 'SMS');
    await sandbox.faults(location.id, { operation: 'send-a-new-message', kind: 'reset-before' });
    const text = `Only once, please ${mark()}`;
    await page.getByRole('textbox', { name: 'Text message' }).fill(text);
    await page.getByRole('button', { name: /^Send SMS/ }).click();
    await expect(log(page).getByText(/Not confirmed/)).toBeVisible();
    await page.reload();
    await expect(log(page).getByText(/Not confirmed/)).toBeVisible();
    const calls = (await sandbox.requests(location.id)).filter(
      ({ operation }) => operation === 'send-a-new-message',
    );
    expect(calls).toHaveLength(1);
    expect(await sandbox.accepted(location.id)).toEqual([]);
    await log(page).getByRole('button', { name: 'It arrived' }).click();
    await expect(log(page).getByText(/Not confirmed/)).toBeHidden();
  });

  test('cannot send one message twice, however often the request is repeated', async ({
    page,
    location,
    sandbox,
    baseURL,
  }) => {
    const id = await openAmara(page);
    const clientId = crypto.randomUUID();
    const text = `Once ${mark()}`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        page.request.post(apiPaths.sends(location.id, id), {
          data: { clientId, channel: 'SMS', text },
          headers: ours(baseURL),
        }),
      ),
    );
    expect(answers.map((answer) => answer.status())).toEqual(answers.map(() => 200));
    await expect
      .poll(async () => (await sandbox.accepted(location.id)).map(({ message }) => message))
      .toEqual([text]);
  });

  test('keeps a draft for each conversation, also over a reload', async ({ page }) => {
    await openAmara(page);
    await chooseChannel(page, 'SMS');
    await page.getByRole('textbox', { name: 'Text message' }).fill('Half a thought');
    await page.getByRole('searchbox').fill('Devon Pryce');
    await page.getByRole('option', { name: /Devon Pryce/ }).click();
    await expect(page.getByRole('textbox', { name: 'Text message' })).toHaveValue('');
    await page.goBack();
    await chooseChannel(page, 'SMS');
    await expect(page.getByRole('textbox', { name: 'Text message' })).toHaveValue('Half a thought');
    await page.reload();
    await chooseChannel(page, 'SMS');
    await expect(page.getByRole('textbox', { name: 'Text message' })).toHaveValue('Half a thought');
  });
});

test('a viewer reads, and is refused by the server and not only by the screen', async ({
  page,
  location,
  sandbox,
  signInAs,
  openInbox,
  baseURL,
}) => {
  await signInAs('viewer');
  await openInbox();
  const id = await openAmara(page);
  await expect(page.getByText('Your role only reads')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /Text message|Email text/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Mark (read|unread)/ })).toHaveCount(0);
  const headers = ours(baseURL);
  const send = await page.request.post(apiPaths.sends(location.id, id), {
    data: { clientId: crypto.randomUUID(), channel: 'SMS', text: 'Let me' },
    headers,
  });
  const patch = await page.request.patch(apiPaths.conversation(location.id, id), {
    data: { isStarred: true },
    headers,
  });
  expect([send.status(), patch.status()]).toEqual([403, 403]);
  expect(await send.json()).toMatchObject({ error: { code: 'forbidden' } });
  expect(await sandbox.accepted(location.id)).toEqual([]);
});

test('what was not delivered can be written anew', async ({
  page,
  location,
  sandbox,
  signInAs,
  openInbox,
}) => {
  await signInAs('agent');
  await openInbox();
  const conversationId = await findConversation(page, 'Amara Okafor');
  const body = 'Thursday at 4 works.';
  await sandbox.message(location.id, {
    conversationId,
    messageType: 'TYPE_SMS',
    direction: 'outbound',
    status: 'failed',
    body,
  });
  await openInbox(conversationId);
  const failed = page
    .getByRole('log')
    .getByRole('article')
    .filter({ hasText: 'GoHighLevel gives no reason' });
  await failed.getByRole('button', { name: 'Write an email instead' }).click();
  await expect(page.getByRole('radio', { name: 'Email' })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Email text' })).toHaveText(body);
  await failed.getByRole('button', { name: 'Edit and send again' }).click();
  const text = page.getByRole('textbox', { name: 'Text message' });
  await expect(text).toHaveValue(body);
  await expect(text).toBeFocused();
  // Nothing leaves before somebody has looked at it.
  expect(await sandbox.accepted(location.id)).toEqual([]);
});
