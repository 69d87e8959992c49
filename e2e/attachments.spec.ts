import type { Locator, Page } from 'playwright/test';
import { apiPaths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { gate } from './support/gate';
import { ours } from './support/headers';
import { openConversation, smsBox } from './support/rows';

const pdf = (name: string, size = 40) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, 'x')]),
});
/** One pixel. */
const png = {
  name: 'gown.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};
const composer = (page: Page) => page.getByRole('region', { name: 'Reply' });
const attachments = (page: Page) => composer(page).getByRole('list', { name: 'Attachments' });
const fileOf = (page: Page, name: string) =>
  attachments(page).getByRole('listitem').filter({ hasText: name });

async function pick(page: Page, files: Parameters<Locator['setInputFiles']>[0]) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach files' }).click();
  await (await chooser).setFiles(files);
}

/** Files as the browser hands them over when they are dragged in or pasted. */
async function transfer(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[], text = '') {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: [...buffer] }));
  return page.evaluateHandle(
    ({ given, text }) => {
      const data = new DataTransfer();
      for (const { name, mimeType, bytes } of given) {
        data.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }));
      }
      if (text) data.setData('text/plain', text);
      return data;
    },
    { given, text },
  );
}

test.describe('an agent', () => {
  test.beforeEach(async ({ page, signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
    await openConversation(page, 'Amara Okafor');
    await smsBox(page);
  });

  test('attaches by picking, by key and by dropping, and the message goes out with all of them', async ({
    page,
    location,
    sandbox,
  }) => {
    const box = await smsBox(page);
    await box.fill('Three files');
    await pick(page, pdf('picked.pdf'));
    const chooser = page.waitForEvent('filechooser');
    await box.press('Control+Shift+F');
    await (await chooser).setFiles(pdf('by key.pdf'));
    const dataTransfer = await transfer(page, [png]);
    await page.getByRole('log').dispatchEvent('dragenter', { dataTransfer });
    await expect(page.getByText('Drop files here to attach them')).toBeVisible();
    await composer(page).dispatchEvent('drop', { dataTransfer });
    await expect(page.getByText('Drop files here to attach them')).toBeHidden();
    await expect(
      composer(page).getByRole('status').filter({ hasText: '3 of 3 files attached' }),
    ).toBeAttached();
    await expect(composer(page).getByText('With a file: sent as MMS')).toBeVisible();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await box.press('Control+Enter');
    await expect(attachments(page)).toBeHidden();
    await expect
      .poll(async () => (await sandbox.accepted(location.id))[0]?.attachments?.length, { timeout: 60_000 })
      .toBe(3);
  });

  test('drops a file beside the composer, and the page stays', async ({ page }) => {
    const box = await smsBox(page);
    await box.fill('Still here');
    const dataTransfer = await transfer(page, [pdf('stray.pdf')]);
    const isLeft = await page.getByRole('log').evaluate((log, data) => {
      const drop = new DragEvent('drop', {
        bubbles: true,
        cancelable: true,
        dataTransfer: data as DataTransfer,
      });
      // What nobody prevents the browser does: it opens the file instead of the page.
      return log.dispatchEvent(drop);
    }, dataTransfer);
    expect(isLeft).toBe(false);
    await expect(attachments(page)).toBeHidden();
    await expect(box).toHaveValue('Still here');
  });

  test('pastes a picture, which gets a name, and text stays text', async ({ page }) => {
    const box = await smsBox(page);
    const paste = async (data: Awaited<ReturnType<typeof transfer>>) =>
      box.evaluate(
        (element, clipboardData) =>
          element.dispatchEvent(
            new ClipboardEvent('paste', {
              bubbles: true,
              cancelable: true,
              clipboardData: clipboardData as DataTransfer,
            }),
          ),
        data,
      );
    await paste(await transfer(page, [{ ...png, name: 'image.png' }]));
    const pasted = attachments(page).getByRole('listitem');
    await expect(pasted).toHaveText(/Screenshot \d{4}-\d\d-\d\d at \d\d\.\d\d\.\d\d\.png/);
    expect(await paste(await transfer(page, [{ ...png, name: 'image.png' }], 'a\tb'))).toBe(true);
    await expect(pasted).toHaveCount(1);
  });

  test('takes a file away by Delete, and keeps the focus', async ({ page }) => {
    const box = await smsBox(page);
    await pick(page, [pdf('one.pdf'), pdf('two.pdf')]);
    await expect(composer(page).getByRole('status').filter({ hasText: '2 of 2 files' })).toBeAttached();
    await page.getByRole('button', { name: 'Remove one.pdf' }).focus();
    await page.keyboard.press('Delete');
    await expect(page.getByRole('button', { name: 'Remove two.pdf' })).toBeFocused();
    await page.keyboard.press('Backspace');
    await expect(attachments(page)).toBeHidden();
    await expect(box).toBeFocused();
  });

  test('sends before the upload is done, and the message leaves by itself once it is', async ({
    page,
    location,
    sandbox,
  }) => {
    const box = await smsBox(page);
    const { isFree, letGo } = gate();
    await page.route('**/uploads?*', async (route) => {
      await isFree;
      await route.continue();
    });
    await box.fill('With the list');
    await pick(page, pdf('list.pdf'));
    await expect(page.getByRole('progressbar', { name: 'Uploading list.pdf' })).toBeVisible();
    await box.press('Control+Enter');
    await expect(page.getByRole('button', { name: /Leaves after the upload/ })).toBeVisible();
    await expect(box).toHaveValue('With the list');
    letGo();
    await expect(box).toHaveValue('');
    await expect
      .poll(async () => (await sandbox.accepted(location.id))[0]?.attachments?.length, { timeout: 60_000 })
      .toBe(1);
  });

  test('cancels an upload, and GoHighLevel keeps nothing of it', async ({ page }) => {
    const { isFree, letGo } = gate();
    await page.route('**/uploads?*', async (route) => {
      await isFree;
      await route.abort().catch(() => undefined);
    });
    await pick(page, pdf('not this.pdf'));
    await page.getByRole('button', { name: 'Cancel not this.pdf' }).click();
    await expect(attachments(page)).toBeHidden();
    letGo();
  });

  test('finds its files again after a reload, and what was under way is to be picked again', async ({
    page,
  }) => {
    await pick(page, pdf('there.pdf'));
    await expect(composer(page).getByRole('status').filter({ hasText: '1 of 1 file' })).toBeAttached();
    await page.route('**/uploads?*', () => undefined);
    await pick(page, pdf('under way.pdf'));
    await expect(page.getByRole('progressbar')).toBeVisible();
    await page.reload();
    await smsBox(page);
    await expect(fileOf(page, 'there.pdf')).toBeVisible();
    await expect(fileOf(page, 'under way.pdf')).toContainText('Pick it again');
    await expect(page.getByRole('button', { name: /again/ })).toHaveCount(0);
  });
});

test.describe('an upload that fails', () => {
  test.use({ allowedErrors: [/Failed to load resource|ERR_/] });

  test.beforeEach(async ({ page, signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
    await openConversation(page, 'Amara Okafor');
    await smsBox(page);
  });

  test('says so, stops the send, and is tried again', async ({ page, location, sandbox }) => {
    const box = await smsBox(page);
    await sandbox.faults(location.id, {
      operation: 'upload-file-attachments',
      kind: 'respond',
      status: 500,
      body: {},
    });
    await pick(page, pdf('second try.pdf'));
    const retry = page.getByRole('button', { name: 'Upload second try.pdf again' });
    await expect(retry).toBeVisible();
    await box.press('Control+Enter');
    await expect(composer(page).getByRole('alert')).toContainText('could not be uploaded');
    await retry.click();
    await expect(page.getByRole('button', { name: 'Remove second try.pdf' })).toBeFocused();
    await expect(
      composer(page).getByRole('status').filter({ hasText: '1 of 1 file attached' }),
    ).toBeAttached();
  });

  test('because it is something else than it says is not offered again', async ({
    page,
    location,
    sandbox,
  }) => {
    await pick(page, {
      name: 'photo.png',
      mimeType: 'image/png',
      buffer: Buffer.concat([png.buffer.subarray(0, 8), Buffer.from('<svg onload=alert(1)>')]),
    });
    await expect(fileOf(page, 'photo.png')).toContainText('not what its ending says');
    await expect(page.getByRole('button', { name: /again/ })).toHaveCount(0);
    const seen = (await sandbox.requests(location.id)).map(({ operation }) => operation);
    expect(seen).not.toContain('upload-file-attachments');
  });
});

test('a large file of WhatsApp arrives where GoHighLevel takes it; where it does not, that is said before the upload', async ({
  page,
  location,
  sandbox,
  signInAs,
  baseURL,
}) => {
  await signInAs('agent');
  const answer = await page.request.get(apiPaths.conversations(location.id));
  const { conversations } = (await answer.json()) as { conversations: { id: string }[] };
  const conversationId = conversations[0]?.id ?? '';
  const headers = { ...ours(baseURL), 'content-type': 'application/octet-stream' };
  const upload = (channel: string, size: number) =>
    page.request.post(
      `${apiPaths.uploads(location.id)}?${new URLSearchParams({ conversationId, name: 'film.pdf', channel })}`,
      { data: pdf('film.pdf', size).buffer, headers },
    );
  const announce = () =>
    page.request.post(apiPaths.uploadInitiation(location.id), {
      data: {
        conversationId,
        name: 'film.pdf',
        contentType: 'application/pdf',
        sizeBytes: 20_000_000,
        channel: 'WHATSAPP',
      },
      headers: ours(baseURL),
    });
  expect((await upload('SMS', 6_000_000)).status()).toBe(413);
  await sandbox.signedUpload(location.id, true);
  const taken = await upload('WhatsApp', 20_000_000);
  expect(taken.status()).toBe(200);
  expect(await taken.json()).toMatchObject({ name: 'film.pdf', sizeBytes: 20_000_009 });
  await sandbox.signedUpload(location.id, false);
  expect(await (await announce()).json()).toMatchObject({
    error: { code: 'ghl_rejected', message: expect.stringContaining('up to 5 MB from this location') },
  });
  const asked = async () =>
    (await sandbox.requests(location.id)).filter(({ operation }) => operation === 'initiate-file-upload')
      .length;
  const before = await asked();
  expect((await announce()).status()).toBe(422);
  // Remembered: GoHighLevel is not asked again.
  expect(await asked()).toBe(before);
});
