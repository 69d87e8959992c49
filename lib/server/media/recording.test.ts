import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Recording } from '@/lib/server/ghl/recordings';
import { AppError } from '@/lib/server/http/app-error';
import { askedRange } from './byte-ranges';
import { checkedUrls } from './given-urls';
import { recordingResponse } from './recording';

const sound = Buffer.from('0123456789');
const ask = (range?: string, method = 'GET') =>
  new Request('https://inbox.example/recording', { method, headers: range ? { range } : {} });
const recording = (changes: Partial<Recording> = {}): Recording => ({
  ending: 'wav',
  sizeBytes: sound.length,
  contentRange: null,
  // In pieces, so that a part begins and ends inside them.
  content: Readable.from([sound.subarray(0, 3), sound.subarray(3, 7), sound.subarray(7)]),
  ...changes,
});

describe('a recording that GHL gives whole', () => {
  it.each([
    ['bytes=0-', '0123456789', 'bytes 0-9/10'],
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-99', '789', 'bytes 7-9/10'],
    ['bytes=9-9', '9', 'bytes 9-9/10'],
    ['bytes=-4', '6789', 'bytes 6-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
  ])('is cut to %s', async (range, text, contentRange) => {
    const given = recording();
    const response = recordingResponse(ask(range), given, 'r');
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(contentRange);
    expect(response.headers.get('content-length')).toBe(String(text.length));
    expect(await response.text()).toBe(text);
    expect(given.content.destroyed).toBe(true);
  });

  it.each(['bytes=10-', 'bytes=5-4', 'bytes=-0'])('has nothing at %s', (range) => {
    const given = recording();
    const response = recordingResponse(ask(range), given, 'r');
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */10');
    expect(given.content.destroyed).toBe(true);
  });

  it.each([undefined, 'bytes=0-1,3-4', 'bytes=-', 'pages=1', 'bytes=a-b', `bytes=${'9'.repeat(20)}-`])(
    'is given whole for the range %s',
    async (range) => {
      expect(askedRange(ask(range))).toBeUndefined();
      const response = recordingResponse(ask(range), recording(), 'r');
      expect([response.status, await response.text()]).toEqual([200, '0123456789']);
    },
  );

  it('is whole when nobody knows its size, and ends when nobody listens', async () => {
    const response = recordingResponse(ask('bytes=2-4'), recording({ sizeBytes: null }), 'r');
    expect([response.status, await response.text()]).toEqual([200, '0123456789']);
    const left = recording();
    await recordingResponse(ask('bytes=2-4'), left, 'r').body?.cancel();
    await expect.poll(() => left.content.destroyed).toBe(true);
    const head = recording();
    expect(recordingResponse(ask('bytes=2-4', 'HEAD'), head, 'r').body).toBeNull();
    await expect.poll(() => head.content.destroyed).toBe(true);
  });

  it('is refused when it is too large, and never run when it is not known', () => {
    const large = recording({ sizeBytes: 600 * 1024 * 1024 });
    expect(() => recordingResponse(ask(), large, 'r')).toThrow('too large');
    expect(large.content.destroyed).toBe(true);
    const { headers } = recordingResponse(ask(), recording({ ending: null }), 'r');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toContain('attachment');
  });
});

describe('a recording of which GHL gives the part', () => {
  it('is passed on as it is', async () => {
    const contentRange = 'bytes 2-4/10';
    const part = recording({ contentRange, sizeBytes: 3, content: Readable.from([sound.subarray(2, 5)]) });
    const response = recordingResponse(ask('bytes=2-4'), part, 'r');
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(contentRange);
    expect(await response.text()).toBe('234');
  });

  it.each([
    ['bytes=2-4', 'bytes 3-5/10', 3],
    ['bytes=2-4', 'bytes 2-9/10', 8],
    ['bytes=2-4', 'bytes 2-4/10', 8],
    ['bytes=2-4', 'bytes 4-2/10', 3],
    ['bytes=2-', 'bytes 2-10/10', 9],
    ['bytes=-3', 'bytes 0-2/10', 3],
    [undefined, 'bytes 2-4/10', 3],
  ])('is refused for the range %s when it is %s in %i bytes', (range, contentRange, sizeBytes) => {
    const part = recording({ contentRange, sizeBytes });
    expect(() => recordingResponse(ask(range), part, 'r')).toThrow(AppError);
    expect(part.content.destroyed).toBe(true);
  });

  it('is refused when the whole is too large to be played', () => {
    const part = recording({ contentRange: `bytes 0-9/${600 * 1024 * 1024}` });
    expect(() => recordingResponse(ask('bytes=0-9'), part, 'r')).toThrow('too large');
  });
});

describe('addresses for GHL to fetch', () => {
  const sandbox = 'http://127.0.0.1:4010';

  it('are https, or the sandbox itself', () => {
    const urls = ['https://provider.example/a.mp3', `${sandbox}/files/a/b/c.txt`];
    expect(checkedUrls(urls, sandbox)).toEqual(urls);
    expect(() => checkedUrls(urls, 'https://services.leadconnectorhq.com')).toThrow('https');
  });

  it.each([
    'http://x.example/a',
    'ftp://x.example',
    'https://a:b@x.example',
    'http://127.0.0.1:4011/a',
    'x',
    '',
  ])('%j is none', (url) => {
    expect(() => checkedUrls([url], sandbox)).toThrow('https');
  });
});
