import { conversationFilesSchema } from '@/lib/shared/contract/conversation-files';
import { apiPaths } from '@/lib/shared/paths';
import { conversationOf, keepFile, silence } from './support/files';
import { expect, test } from './support/fixtures';

const minutes = 40;

test.describe('a file of a message', () => {
  test.beforeEach(async ({ signInAs }) => signInAs('agent'));

  test('is given in parts, of the version that the reader has', async ({ page, location, sandbox }) => {
    const conversationId = await conversationOf(page.request, location.id, 'Amara');
    const sound = silence(10);
    const url = await keepFile(sandbox, location, conversationId, { name: 'note "a".wav', bytes: sound });
    const { message } = await sandbox.inbound(location.id, {
      conversationId,
      type: 'SMS',
      attachments: [url],
    });
    const path = apiPaths.messageAttachment(location.id, message.id, 0);
    const ask = (headers: Record<string, string>) => page.request.get(path, { headers });

    const whole = await ask({});
    expect(whole.status()).toBe(200);
    expect((await whole.body()).equals(Buffer.from(sound))).toBe(true);
    const headers = whole.headers();
    expect(headers).toMatchObject({
      'content-type': 'audio/wav',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    expect(headers['content-disposition']).toMatch(/^inline; filename="[^"]*"; filename\*=UTF-8''/);
    const version = headers.etag ?? '';
    expect(version).toMatch(/^".+"$/);

    const part = await ask({ range: 'bytes=100-199' });
    expect(part.status()).toBe(206);
    expect(part.headers()['content-range']).toBe(`bytes 100-199/${sound.length}`);
    expect((await part.body()).equals(Buffer.from(sound.subarray(100, 200)))).toBe(true);
    const same = await ask({ range: 'bytes=-4', 'if-range': version });
    expect([same.status(), (await same.body()).length]).toEqual([206, 4]);
    const changed = await ask({ range: 'bytes=-4', 'if-range': '"another"' });
    expect([changed.status(), (await changed.body()).length]).toEqual([200, sound.length]);
    const beyond = await ask({ range: `bytes=${sound.length}-` });
    expect([beyond.status(), beyond.headers()['content-range']]).toEqual([416, `bytes */${sound.length}`]);
    const head = await page.request.head(path);
    expect([head.status(), head.headers()['accept-ranges']]).toEqual([200, 'bytes']);
  });

  test('is sought in without being loaded to there', async ({ page, location, sandbox, openInbox }) => {
    await openInbox();
    const conversationId = await conversationOf(page.request, location.id, 'Amara');
    const sound = silence(minutes * 60);
    const url = await keepFile(sandbox, location, conversationId, { name: 'long.wav', bytes: sound });
    const { message } = await sandbox.inbound(location.id, {
      conversationId,
      type: 'SMS',
      attachments: [url],
    });
    const path = apiPaths.messageAttachment(location.id, message.id, 0);
    const given: string[] = [];
    page.on('response', (answer) => {
      if (answer.url().endsWith(path)) given.push(`${answer.status()} ${answer.headers()['content-range']}`);
    });
    const soughtTo = await page.evaluate(
      ([src, second]) =>
        new Promise<number>((resolve, reject) => {
          const player = new Audio();
          player.preload = 'metadata';
          player.onerror = () => reject(new Error(player.error?.message ?? 'no sound'));
          player.onloadedmetadata = () => {
            player.currentTime = second;
          };
          player.onseeked = () => resolve(player.currentTime);
          player.src = src;
        }),
      [path, (minutes - 1) * 60] as const,
    );
    expect(soughtTo).toBeCloseTo((minutes - 1) * 60, 0);
    const starts = given.map((line) => Number(/^206 bytes (\d+)-/.exec(line)?.[1] ?? Number.NaN));
    expect(starts).not.toContain(Number.NaN);
    // Beyond the middle of it: what lies before was not waited for.
    expect(Math.max(...starts)).toBeGreaterThan(sound.length / 2);
  });
});

test.describe('the files of a conversation', () => {
  test('are one list, open to whoever may read', async ({ page, location, sandbox, signInAs, request }) => {
    await signInAs('viewer');
    const conversationId = await conversationOf(page.request, location.id, 'Amara');
    const path = apiPaths.conversationFiles(location.id, conversationId);
    const url = await keepFile(sandbox, location, conversationId, { name: 'new.wav', bytes: silence(1) });
    const { message } = await sandbox.inbound(location.id, {
      conversationId,
      type: 'SMS',
      attachments: [url],
    });
    const answer = await page.request.get(path);
    expect(answer.status()).toBe(200);
    const { files } = conversationFilesSchema.parse(await answer.json());
    expect(files[0]).toEqual({
      messageId: message.id,
      index: 0,
      name: 'new.wav',
      kind: 'audio',
      at: expect.any(Number),
      direction: 'inbound',
    });
    expect(JSON.stringify(files)).not.toContain('://');
    const file = await page.request.get(
      apiPaths.messageAttachment(location.id, files[0]?.messageId ?? '', 0),
    );
    expect(file.status()).toBe(200);

    expect((await request.get(path)).status()).toBe(401);
    expect((await page.request.get(`${path}?cursor=../x`)).status()).toBe(400);
    expect((await page.request.get(`${path}?limit=1`)).status()).toBe(400);
    const other = await sandbox.newLocation();
    const foreign = await page.request.get(apiPaths.conversationFiles(other.id, conversationId));
    expect(foreign.ok()).toBe(false);
    await sandbox.deleteLocation(other.id);
  });
});
