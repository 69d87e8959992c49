import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/server/db/database';
import { meta } from '@/lib/server/db/schema';
import { uploads } from '@/lib/server/db/send-schema';
import { maxPendingBytes, recordUpload, requireUploadRoom, uploadUrls } from '@/lib/server/outbox/uploads';
import { startParley, type TestParley } from '@/lib/server/triage/testing/parley';
import { maxUploadBytes, maxWhatsAppUploadBytes } from '@/lib/shared/attachment-rules';
import { incomingFile } from './incoming-file';
import { passOn } from './pass-on';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

const mega = 1024 * 1024;
const pdf = (sizeBytes: number) => {
  const bytes = Buffer.alloc(sizeBytes, 'x');
  bytes.write('%PDF-1.7\n');
  return bytes;
};

/** A browser's upload, in pieces, with the length it promises. */
function upload(content: Buffer, promisedBytes = content.byteLength): Request {
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= content.byteLength) return controller.close();
      controller.enqueue(content.subarray(at, at + 64 * 1024));
      at += 64 * 1024;
    },
  });
  const headers = { 'content-length': String(promisedBytes) };
  return new Request('http://parley.invalid', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit);
}

async function place() {
  const location = await parley.location();
  const [conversationId = ''] = await location.ids();
  const target = {
    conversationId,
    name: 'gowns.pdf',
    personId: 'jonas',
    signal: new AbortController().signal,
  };
  const send = async (content: Buffer, maxBytes = maxUploadBytes, promisedBytes?: number) =>
    passOn(
      location.ghl,
      await incomingFile(upload(content, promisedBytes), { name: target.name, maxBytes }),
      target,
    );
  return { location, target, send, count: location.calls };
}

describe('a file on its way to GHL', () => {
  it('arrives whole, and for a snippet without a conversation', async () => {
    const { location, target, send } = await place();
    const content = pdf(mega);
    const { url } = await send(content);
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(content)).toBe(true);
    const file = await incomingFile(upload(content), { name: 'gowns.pdf', maxBytes: maxUploadBytes });
    const shared = await passOn(location.ghl, file, { ...target, conversationId: null });
    expect(Buffer.from(await (await fetch(shared.url)).arrayBuffer()).equals(content)).toBe(true);
  });

  it('is refused before GHL sees it when it is too large, empty or something else', async () => {
    const { send, count } = await place();
    await expect(send(pdf(maxUploadBytes + 1))).rejects.toMatchObject({ code: 'payload_too_large' });
    await expect(send(Buffer.alloc(0))).rejects.toMatchObject({ message: 'The file is empty.' });
    await expect(send(Buffer.from('<svg onload=alert(1)>'))).rejects.toMatchObject({
      code: 'unsupported_media_type',
    });
    expect(await count('upload-file-attachments')).toBe(0);
  });

  it('that is longer or shorter than it promised is broken off, and not cut', async () => {
    const { send } = await place();
    for (const promised of [mega - 1, mega + 1]) {
      await expect(send(pdf(mega), maxUploadBytes, promised)).rejects.toMatchObject({
        message: 'The file did not arrive whole. Try it again.',
      });
    }
  });
});

describe('an upload that is cancelled', () => {
  it('ends the call to GHL, is no fault, and makes room for the next', async () => {
    const { location, target, send } = await place();
    const cancel = new AbortController();
    const never = new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(pdf(64 * 1024)) });
    const headers = { 'content-length': String(mega) };
    const init = { method: 'POST', body: never, headers, duplex: 'half' } as RequestInit;
    const body = new Request('http://parley.invalid', init);
    const uploads = Array.from({ length: 6 }, async (_, at) => {
      const request = at === 0 ? body : upload(pdf(mega), mega + 1);
      const file = await incomingFile(request, { name: target.name, maxBytes: maxUploadBytes });
      return passOn(location.ghl, file, { ...target, signal: cancel.signal });
    });
    setTimeout(() => cancel.abort(), 100);
    for (const ended of await Promise.allSettled(uploads)) {
      expect(ended).toMatchObject({ status: 'rejected', reason: { code: 'bad_request' } });
    }
    expect(await send(pdf(mega))).toHaveProperty('url');
  });
});

describe('a large file of WhatsApp', () => {
  it('goes to the address that GHL gives', async () => {
    const { location, send } = await place();
    await location.control('signed-upload', { enabled: true });
    const content = pdf(6 * mega);
    const { url } = await send(content, maxWhatsAppUploadBytes);
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(content)).toBe(true);
  });

  it('is asked for once where GHL gives none, and that is said', async () => {
    const { location, send, count } = await place();
    const words = { code: 'ghl_rejected', message: expect.stringContaining('up to 5 MB from this location') };
    await expect(send(pdf(6 * mega), maxWhatsAppUploadBytes)).rejects.toMatchObject(words);
    await location.control('signed-upload', { enabled: true });
    await expect(send(pdf(6 * mega), maxWhatsAppUploadBytes)).rejects.toMatchObject(words);
    expect(await count('initiate-file-upload')).toBe(1);
    // A month later it is asked anew.
    const db = await database();
    await db.update(meta).set({ value: '0' });
    expect(await send(pdf(6 * mega), maxWhatsAppUploadBytes)).toHaveProperty('url');
  });
});

describe('an upload', () => {
  it('can be sent in its conversation alone, and one of a snippet in every one of its location', async () => {
    const file = { name: 'a.pdf', sizeBytes: 1, url: 'https://x.example/a' };
    const here = { locationId: 'L1', conversationId: 'c1' };
    const own = await recordUpload({ ...here, personId: 'jonas' }, file);
    const shared = await recordUpload({ locationId: 'L1', conversationId: null, personId: 'jonas' }, file);
    expect(await uploadUrls(here, [own.uploadId, shared.uploadId])).toEqual([file.url, file.url]);
    const there = { locationId: 'L1', conversationId: 'c2' };
    await expect(uploadUrls(there, [own.uploadId])).rejects.toMatchObject({ code: 'bad_request' });
    expect(await uploadUrls(there, [shared.uploadId])).toEqual([file.url]);
    const elsewhere = { locationId: 'L2', conversationId: 'c1' };
    await expect(uploadUrls(elsewhere, [shared.uploadId])).rejects.toMatchObject({ code: 'bad_request' });
  });

  it('finds no room once too much of a person was not sent', async () => {
    const db = await database();
    await db.delete(uploads);
    const file = { name: 'a.pdf', sizeBytes: maxPendingBytes - 10, url: 'https://x.example/a' };
    await recordUpload({ locationId: 'L1', conversationId: 'c1', personId: 'jonas' }, file);
    await requireUploadRoom('jonas', 10);
    await requireUploadRoom('mika', 11);
    await expect(requireUploadRoom('jonas', 11)).rejects.toMatchObject({ code: 'too_many_requests' });
  });
});
