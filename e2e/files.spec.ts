import { conversationOf, keepFile } from './support/files';
import { expect, expectAccessible, test } from './support/fixtures';
import { findConversation, openConversation } from './support/rows';

test.beforeEach(async ({ signInAs }) => signInAs('agent'));

test('pictures open in a viewer that is moved through by keys and buttons', async ({ page, openInbox }) => {
  await openInbox();
  await openConversation(page, 'Yusuf Demir');
  const opener = page.getByRole('button', { name: 'Open lapel.png' });
  await opener.click();
  const viewer = (name: string) => page.getByRole('dialog', { name });
  await expect(viewer('lapel.png').getByText('2 of 3')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(viewer('cuffs.png').getByText('3 of 3')).toBeVisible();
  await page.getByRole('button', { name: 'Next picture' }).click();
  await expect(viewer('tuxedo-ready.png').getByText('1 of 3')).toBeVisible();
  await page.getByRole('button', { name: 'Previous picture' }).click();
  await expect(viewer('cuffs.png')).toBeVisible();

  const picture = page.getByRole('dialog').getByRole('img', { name: 'cuffs.png' });
  const fitted = await picture.boundingBox();
  await page.keyboard.press('+');
  await expect(page.getByRole('region', { name: 'Picture, 150 %' })).toBeVisible();
  expect((await picture.boundingBox())?.width).toBeGreaterThan((fitted?.width ?? 0) * 1.4);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(page.getByRole('region', { name: 'Picture, 200 %' })).toBeVisible();
  await page.keyboard.press('0');
  await expect(page.getByRole('region', { name: 'Picture', exact: true })).toBeVisible();

  const download = page.waitForEvent('download');
  await viewer('cuffs.png').getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('cuffs.png');

  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(opener).toBeFocused();
});

test('the viewer goes through the pictures of all messages', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  const conversationId = await conversationOf(page.request, location.id, 'Yusuf Demir');
  const bytes = new TextEncoder().encode('no picture at all');
  const url = await keepFile(sandbox, location, conversationId, { name: 'newest.png', bytes });
  await sandbox.inbound(location.id, { conversationId, type: 'SMS', attachments: [url] });
  await openInbox(conversationId);
  await page.getByRole('button', { name: 'Open cuffs.png' }).click();
  const viewer = page.getByRole('dialog', { name: 'cuffs.png' });
  await expect(viewer.getByText('3 of 4')).toBeVisible();
  await expect(viewer).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'newest.png' }).getByText('4 of 4')).toBeVisible();
  await expect(page.getByText('This picture could not be loaded.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a picture has its place before it is there', async ({ page, openInbox }) => {
  await openInbox();
  await openConversation(page, 'Yusuf Demir');
  const opener = page.getByRole('button', { name: 'Open tuxedo-ready.png' });
  const picture = opener.getByRole('img');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
  const box = await opener.boundingBox();
  // 480 by 320, whole within a place of four to three.
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(4 / 3, 1);
  expect(await picture.evaluate((image) => getComputedStyle(image).objectFit)).toBe('contain');
});

test('a document says its name, type and size, and is saved', async ({ page, openInbox }) => {
  await openInbox();
  await openConversation(page, 'Yusuf Demir');
  const card = page.getByRole('link', { name: /pick-up-slip\.pdf/ });
  await expect(card).toContainText(/PDF · \d+ B/);
  const download = page.waitForEvent('download');
  await card.click();
  expect((await download).suggestedFilename()).toBe('pick-up-slip.pdf');
});

test('a voice note is heard where it stands', async ({ page, openInbox }) => {
  await openInbox();
  await openConversation(page, 'Yusuf Demir');
  await page.getByRole('button', { name: 'Play voice-note.wav' }).click();
  await expect(page.getByText(/^0:0[1-9] \/ 0:09$/)).toBeVisible();
  await page.getByRole('button', { name: 'Pause voice-note.wav' }).click();
  await expect(page.getByRole('button', { name: 'Play voice-note.wav' })).toBeVisible();
});

test.describe('a file that cannot be loaded', () => {
  test.use({ allowedErrors: [/Failed to load resource/] });

  test('says so in its own place, and can be tried again', async ({ page, location, sandbox, openInbox }) => {
    await openInbox();
    const conversationId = await findConversation(page, 'Curtis Bell');
    const gone = `${sandbox.url}/files/${location.id}/none`;
    await sandbox.message(location.id, {
      conversationId,
      messageType: 'TYPE_SMS',
      body: 'Here they are',
      attachments: [`${gone}/photo.jpg`, `${gone}/clip.mp4`, `${gone}/notes.pdf`],
    });
    const films: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'media') films.push(request.url());
    });
    await openInbox(conversationId);
    const message = page.getByRole('article').filter({ hasText: 'Here they are' });
    const photo = message.getByRole('listitem').filter({ hasText: 'photo.jpg could not be loaded.' });
    await expect(photo).toBeVisible();
    const asked = page.waitForRequest((request) => request.url().endsWith('/attachments/0'));
    await photo.getByRole('button', { name: 'Retry' }).click();
    await asked;
    await expect(photo).toBeVisible();

    expect(films, 'films that were loaded before anybody played them').toEqual([]);
    await message.getByRole('button', { name: 'Play clip.mp4' }).click();
    await expect(message.getByText('clip.mp4 could not be loaded.')).toBeVisible();

    const notes = message.getByRole('link', { name: /notes\.pdf/ });
    await notes.click();
    await expect(notes.getByText('Retry')).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('files and the viewer are accessible', async ({ page, openInbox }) => {
      await openInbox();
      await openConversation(page, 'Yusuf Demir');
      await expect(page.getByRole('button', { name: 'Open cuffs.png' })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Open cuffs.png' }).click();
      await expect(page.getByText('3 of 3')).toBeVisible();
      await page.keyboard.press('+');
      await expectAccessible(page);
    });
  });
}
