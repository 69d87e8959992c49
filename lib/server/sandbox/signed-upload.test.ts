import 'server-only';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at, type Reply, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

let sandbox: TestSandbox;
let conversationId: string;
const mebibyte = 1024 * 1024;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const path = `/conversations/search?locationId=${sandbox.locationId}&query=Amara`;
  conversationId = textAt((await sandbox.api('GET', path)).body, 'conversations', 0, 'id');
});
afterAll(() => sandbox.close());

function initiate(body: Record<string, unknown> = {}): Promise<Reply> {
  return sandbox.api('POST', '/conversations/messages/upload/initiate', {
    body: {
      locationId: sandbox.locationId,
      conversationId,
      filename: 'fitting.mp4',
      contentType: 'video/mp4',
      channel: 'WHATSAPP',
      ...body,
    },
  });
}

function complete(begun: Reply, body: Record<string, unknown> = {}): Promise<Reply> {
  return sandbox.api('POST', '/conversations/messages/upload/complete', {
    body: {
      uploadId: at(begun.body, 'uploadId'),
      filePath: at(begun.body, 'filePath'),
      locationId: sandbox.locationId,
      conversationId,
      filename: 'fitting.mp4',
      ...body,
    },
  });
}

function putFile(begun: Reply, bytes: Uint8Array<ArrayBuffer>, contentType = 'video/mp4'): Promise<Response> {
  const headers = { 'content-type': contentType };
  return fetch(textAt(begun.body, 'uploadUrl'), { method: 'PUT', headers, body: bytes });
}

it('is refused as an internal call until a control opens it', async () => {
  const refusal = { status: 401, body: { message: 'Auth channel OAUTH is not supported' } };
  expect(await initiate()).toMatchObject(refusal);
  expect(await complete(await initiate())).toMatchObject(refusal);
});

describe('once opened', () => {
  beforeEach(() =>
    sandbox.control('POST', `locations/${sandbox.locationId}/signed-upload`, { enabled: true }),
  );

  it('takes the file at the signed address and gives its public one', async () => {
    const begun = await initiate();
    expect(begun).toMatchObject({ status: 200, body: { maxFileSize: 100 * mebibyte } });
    expect(Number(at(begun.body, 'expiresAt'))).toBe(Date.UTC(2026, 10, 20, 18, 15));
    expect(await complete(begun)).toMatchObject({ status: 404 });
    const bytes = new Uint8Array(6 * mebibyte).fill(7);
    expect((await putFile(begun, bytes)).status).toBe(200);
    const done = await complete(begun);
    expect(done).toMatchObject({
      status: 200,
      body: { metadata: { size: 6 * mebibyte, contentType: 'video/mp4' } },
    });
    const file = await fetch(textAt(done.body, 'uploadedFiles', 'fitting.mp4'));
    expect(file.headers.get('content-type')).toBe('video/mp4');
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await complete(begun)).status).toBe(404);
  });

  it('keeps to 5 MB for other channels, before and while the file comes', async () => {
    expect((await initiate({ channel: 'SMS', fileSize: 5 * mebibyte + 1 })).status).toBe(413);
    const begun = await initiate({ channel: 'SMS' });
    expect(at(begun.body, 'maxFileSize')).toBe(5 * mebibyte);
    const answer = await putFile(begun, new Uint8Array(5 * mebibyte + 1));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('EntityTooLarge');
    expect((await complete(begun)).status).toBe(404);
  });

  it('takes nothing after fifteen minutes, of another type or under another signature', async () => {
    const begun = await initiate();
    const bytes = new Uint8Array(3);
    expect((await putFile(begun, bytes, 'image/png')).status).toBe(403);
    const forged = textAt(begun.body, 'uploadUrl').replace(/Signature=.{4}/, 'Signature=0000');
    expect((await fetch(forged, { method: 'PUT', body: bytes })).status).toBe(403);
    expect((await fetch(textAt(begun.body, 'uploadUrl'))).status).toBe(405);
    sandbox.advance(15 * 60_000 + 1);
    const late = await putFile(begun, bytes);
    expect(late.status).toBe(400);
    expect(await late.text()).toContain('ExpiredToken');
  });

  it.each([
    [{ filename: 'run.exe' }, 400],
    [{ filename: undefined }, 422],
    [{ conversationId: 'nowhere' }, 404],
    [{ locationId: 'elsewhere' }, 403],
  ])('does not begin with %j', async (body, status) => {
    expect((await initiate(body)).status).toBe(status);
  });

  it('does not complete with the path of another upload', async () => {
    const begun = await initiate();
    await putFile(begun, new Uint8Array(3));
    expect((await complete(begun, { filePath: 'location/x/y' })).status).toBe(400);
    expect((await complete(begun, { uploadId: 'nowhere' })).status).toBe(404);
  });
});
