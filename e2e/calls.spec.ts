import type { Locator, Page } from 'playwright/test';
import { transcriptSchema } from '@/lib/shared/contract/transcript';
import { apiPaths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { findConversation, openConversation } from './support/rows';

const hourMs = 60 * 60_000;

test.beforeEach(async ({ signInAs }) => signInAs('agent'));

test('nothing is asked of a call before someone wants to hear or read it', async ({ page, openInbox }) => {
  const asked = requestsFor(page, /\/(recording|transcription)/);
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  const call = lastCall(page);
  await expect(call.getByText('Outgoing call')).toBeVisible();
  await expect(call.getByText('0:00 / 3:12')).toBeVisible();
  await expect(call.getByRole('button', { name: /^Play/ })).toBeVisible();
  expect(asked).toEqual([]);
});

test('the transcript follows the sound inside its card, and a sentence leads to its place', async ({
  page,
  location,
  openInbox,
}) => {
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  const call = lastCall(page);
  await call.getByRole('button', { name: /^Transcript/ }).click();
  const transcript = call.getByRole('list', { name: /^Transcript/ });
  const sentence = transcript.getByRole('button', { name: /Is it still there/ });
  await expect(sentence).toContainText('Amara');
  await sentence.click();
  await expect(call.getByRole('button', { name: /^Pause/ })).toBeVisible();
  await expect(sentence).toHaveAttribute('aria-current', 'true');

  const sentences = await transcriptOf(page, location.id);
  const late = sentences.at(-2);
  const log = page.getByRole('log');
  await call.getByRole('slider').focus();
  const placeOfThread = await log.evaluate(({ scrollTop }) => scrollTop);
  await call.getByRole('slider').fill(String(Math.ceil((late?.startMs ?? 0) / 1000)));
  const lateSentence = transcript.getByRole('button', { name: late?.text });
  await expect(lateSentence).toHaveAttribute('aria-current', 'true');
  await expect(lateSentence).toBeInViewport();
  expect(await log.evaluate(({ scrollTop }) => scrollTop)).toBe(placeOfThread);

  await call.getByRole('button', { name: /^Pause/ }).click();
  await lateSentence.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const second = transcript.getByRole('button', { name: sentences[1]?.text });
  await expect(second).toBeFocused();
  await expect(second).toHaveAttribute('aria-current', 'true');
});

test('a transcript opens below what was pressed, and is seen', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  const conversationId = await openConversation(page, 'Amara Okafor');
  const call = lastCall(page);
  const button = call.getByRole('button', { name: /^Transcript/ });
  await button.click();
  await expect(call.getByRole('list', { name: /^Transcript/ })).toBeVisible();
  await button.click();
  const before = await call.boundingBox();
  await button.click();
  await expect(call.getByRole('list', { name: /^Transcript/ })).toBeVisible();
  const after = await call.boundingBox();
  expect(after?.height).toBeGreaterThan((before?.height ?? 0) + 100);
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);

  await sandbox.message(location.id, {
    conversationId,
    messageType: 'TYPE_CALL',
    status: 'completed',
    meta: { call: { duration: 60, status: 'completed' } },
  });
  await openInbox(conversationId);
  const newest = page.getByRole('article').filter({ hasText: '0:00 / 1:00' });
  await newest.getByRole('button', { name: /^Transcript/ }).click();
  await expect(newest.getByText(/transcript is not ready yet/)).toBeInViewport({ ratio: 1 });
  await expect(newest.getByText('0:00 / 1:00')).toBeInViewport({ ratio: 1 });
});

test('the card keeps its height when the sound arrives, and the speed counts for it', async ({
  page,
  openInbox,
}) => {
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  const call = lastCall(page);
  const before = await call.boundingBox();
  await call.getByRole('button', { name: 'Speed 1×' }).click();
  await call.getByRole('button', { name: /^Play/ }).click();
  await expect(call.getByText(/^0:0[1-9] \/ 3:12$/)).toBeVisible();
  await expect(call.getByRole('button', { name: 'Speed 1.5×' })).toBeVisible();
  expect((await call.boundingBox())?.height).toBe(before?.height);
});

test('a place in a long recording is reached by asking for that part of it', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  const conversationId = await findConversation(page, 'Ruth Abernathy');
  const { message } = await sandbox.message(location.id, {
    conversationId,
    messageType: 'TYPE_CALL',
    status: 'completed',
    dateAdded: Date.now() - hourMs,
    meta: { call: { duration: 2400, status: 'completed' } },
  });
  const path = apiPaths.recording(location.id, message.id);
  const part = await page.request.get(path, { headers: { range: 'bytes=16000044-16000143' } });
  expect(part.status()).toBe(206);
  expect(part.headers()['content-range']).toBe('bytes 16000044-16000143/19200044');
  const whole = await (await page.request.get(path)).body();
  expect((await part.body()).equals(whole.subarray(16_000_044, 16_000_144))).toBe(true);

  await openInbox(conversationId);
  const call = page.getByRole('article').filter({ hasText: '0:00 / 40:00' });
  await call.getByRole('slider').fill('2000');
  const later = page.getByRole('article').filter({ hasText: /33:2\d \/ 40:00/ });
  const answered = page.waitForResponse(
    (response) =>
      response.url().endsWith('/recording') &&
      response.status() === 206 &&
      /^bytes [1-9]\d{6,}-/.test(response.headers()['content-range'] ?? ''),
  );
  await later.getByRole('button', { name: /^Play/ }).click();
  await answered;
  await expect(later.getByText(/^33:2[1-9] \/ 40:00$/)).toBeVisible();
});

test('only one thing is heard at a time', async ({ page, openInbox }) => {
  await openInbox();
  await openConversation(page, 'Ruth Abernathy');
  const calls = page.getByRole('article', { name: /^Call, / });
  const first = calls.filter({ hasText: '/ 7:01' });
  const second = calls.filter({ hasText: '/ 0:38' });
  await first.getByRole('button', { name: /^Play/ }).click();
  await expect(first.getByText(/^0:0[1-9] \/ 7:01$/)).toBeVisible();
  await second.getByRole('button', { name: /^Play/ }).click();
  await expect(second.getByRole('button', { name: /^Pause/ })).toBeVisible();
  await expect(first.getByRole('button', { name: /^Play/ })).toBeVisible();
});

test('a transcript that is not ready says so and can be asked for again', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  const operation = 'get-message-transcription';
  await sandbox.faults(location.id, { operation, kind: 'respond', status: 200, body: [], count: 1 });
  const call = lastCall(page);
  await call.getByRole('button', { name: /^Transcript/ }).click();
  await expect(call.getByText(/The transcript is not ready yet/)).toBeVisible();
  // Our own server keeps an answer for three seconds.
  await expect(async () => {
    await call.getByRole('button', { name: 'Retry' }).click();
    await expect(call.getByRole('list', { name: /^Transcript/ })).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test('recording and transcript can be saved', async ({ page, openInbox }) => {
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  const call = lastCall(page);
  for (const [item, name] of [
    ['Download the recording', /^recording-.*\.wav$/],
    ['Download the transcript', /^transcription-.*\.txt$/],
  ] as const) {
    await call.getByRole('button', { name: /^Download/ }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    expect((await download).suggestedFilename()).toMatch(name);
  }
});

test.describe('when GoHighLevel fails', () => {
  test.use({ allowedErrors: [/Failed to load resource/] });

  test('each part says so in its own place and recovers', async ({ page, location, sandbox, openInbox }) => {
    await openInbox();
    await openConversation(page, 'Amara Okafor');
    const call = lastCall(page);
    await sandbox.faults(location.id, {
      operation: 'get-message-recording',
      kind: 'respond',
      status: 400,
      count: 5,
    });
    await sandbox.faults(location.id, {
      operation: 'get-message-transcription',
      kind: 'respond',
      status: 500,
      count: 9,
    });
    await call.getByRole('button', { name: /^Play/ }).click();
    await expect(call.getByText('There is no recording of this call.')).toBeVisible();
    await call.getByRole('button', { name: /^Transcript/ }).click();
    const retryTranscript = call.getByRole('button', { name: 'Retry', exact: true });
    await expect(retryTranscript).toBeVisible();
    await sandbox.clearFaults(location.id);
    await retryTranscript.click();
    await expect(call.getByRole('list', { name: /^Transcript/ })).toBeVisible();
    await call.getByRole('button', { name: /^Retry the call/ }).click();
    await expect(call.getByText(/^0:0[1-9] \/ 3:12$/)).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('a call with its transcript is accessible', async ({ page, openInbox }) => {
      await openInbox();
      await openConversation(page, 'Amara Okafor');
      const call = lastCall(page);
      await call.getByRole('button', { name: /^Transcript/ }).click();
      await call.getByRole('button', { name: /Is it still there/ }).click();
      await call.getByRole('button', { name: /^Pause/ }).click();
      await expectAccessible(page);
    });
  });
}

function lastCall(page: Page): Locator {
  return page.getByRole('article', { name: /^Call, / }).last();
}

function requestsFor(page: Page, pattern: RegExp): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (pattern.test(request.url())) asked.push(request.url());
  });
  return asked;
}

async function transcriptOf(page: Page, locationId: string) {
  return transcriptSchema.parse(await readTranscript(page, locationId)).sentences;
}

async function readTranscript(page: Page, locationId: string): Promise<unknown> {
  const conversationId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const thread = await (await page.request.get(apiPaths.messages(locationId, conversationId))).json();
  const { messages } = thread as { messages: { id: string; type: string }[] };
  const call = messages.find(({ type }) => type === 'TYPE_CALL');
  return (await page.request.get(apiPaths.transcription(locationId, call?.id ?? ''))).json();
}
