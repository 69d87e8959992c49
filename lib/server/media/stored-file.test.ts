import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/server/http/app-error';
import { streamStoredFile } from './stored-file';

let server: Server;
let origin: string;
let seen: string[];
let answer: (response: ServerResponse) => unknown;

beforeEach(async () => {
  seen = [];
  answer = (response) => response.end('hello');
  server = createServer((request, response) => {
    seen.push(request.url ?? '');
    answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const asked = (method = 'GET', signal?: AbortSignal) => new Request('http://app.test/', { method, signal });
const stream = (request = asked(), name = 'photo.png') =>
  streamStoredFile(request, `${origin}/files/1/${name}`, name, origin);

describe('a stored file', () => {
  it('is streamed with our own headers', async () => {
    const response = await stream();
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(await response.text()).toBe('hello');
  });

  it.each(['/__sandbox/info', '/files/../__sandbox/info', '/contacts/1'])(
    'is not fetched at %s of this computer',
    async (path) => {
      await expect(streamStoredFile(asked(), origin + path, 'a.png', origin)).rejects.toThrow(AppError);
      expect(seen).toEqual([]);
    },
  );

  it('lets go of the connection when the reader breaks off', async () => {
    answer = endless;
    const response = await stream();
    const reader = response.body?.getReader();
    await reader?.read();
    const closed = openConnection();
    await reader?.cancel();
    await closed;
  });

  it('ends when the request is aborted, without an error that nobody catches', async () => {
    answer = endless;
    const controller = new AbortController();
    const response = await stream(asked('GET', controller.signal));
    const closed = openConnection();
    controller.abort();
    await expect(response.text()).rejects.toThrow();
    await closed;
    await wait(20);
  });

  it('answers HEAD with headers only and holds no connection', async () => {
    answer = endless;
    const closed = openConnection();
    const response = await stream(asked('HEAD'));
    expect(response.body).toBeNull();
    expect(response.headers.get('content-disposition')).toContain('photo.png');
    await closed;
  });

  it('is refused when it says that it is too large, and cut off when it only turns out to be', async () => {
    answer = (response) =>
      response.writeHead(200, { 'content-length': String(200 * 1024 * 1024) }).write('x');
    await expect(stream()).rejects.toMatchObject({ code: 'payload_too_large' });
    answer = endless;
    const response = await stream();
    await expect(response.arrayBuffer()).rejects.toMatchObject({ code: 'payload_too_large' });
  });

  it('that is not there is not found', async () => {
    answer = (response) => response.writeHead(404).end('no');
    await expect(stream()).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a part of a stored file', () => {
  const version = '"v1"';
  const part = (range: string, ifRange?: string) =>
    new Request('http://app.test/', { headers: { range, ...(ifRange ? { 'if-range': ifRange } : {}) } });
  const shown = async (response: Response) => [
    response.status,
    response.headers.get('content-range'),
    await response.text(),
  ];
  /** A keeper of files that gives parts, of its newest version whatever the reader has begun with. */
  const givesParts = (response: ServerResponse) => {
    const asked = /^bytes=(\d+)-(\d*)$/.exec(response.req.headers.range ?? '');
    if (!asked) return response.writeHead(200, { etag: version, 'content-length': '10' }).end('0123456789');
    const first = Number(asked[1]);
    const last = Math.min(9, Number(asked[2] || 9));
    if (first > 9) return response.writeHead(416, { 'content-range': 'bytes */10' }).end();
    return response
      .writeHead(206, { etag: version, 'content-range': `bytes ${first}-${last}/10` })
      .end('0123456789'.slice(first, last + 1));
  };
  const givesWhole = (response: ServerResponse) =>
    response.writeHead(200, { etag: version, 'content-length': '10' }).end('0123456789');

  it.each([
    ['gives parts', givesParts],
    ['gives only the whole', givesWhole],
  ])('comes from where its keeper %s', async (_words, keeper) => {
    answer = keeper;
    expect(await shown(await stream(part('bytes=2-4')))).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await shown(await stream(part('bytes=7-')))).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await shown(await stream(part('bytes=99-')))).toEqual([416, 'bytes */10', '']);
    expect(await shown(await stream(part('bytes=0-1,3-4')))).toEqual([200, null, '0123456789']);
    const whole = await stream();
    expect(whole.headers.get('etag')).toBe(version);
    expect(await whole.text()).toBe('0123456789');
  });

  it.each([
    ['gives parts', givesParts],
    ['gives only the whole', givesWhole],
  ])('belongs to the version that the reader has, where its keeper %s', async (_words, keeper) => {
    answer = keeper;
    expect(await shown(await stream(part('bytes=2-4', version)))).toEqual([206, 'bytes 2-4/10', '234']);
    for (const other of ['"v0"', 'W/"v1"', 'Wed, 21 Oct 2026 07:28:00 GMT']) {
      expect(await shown(await stream(part('bytes=2-4', other)))).toEqual([200, null, '0123456789']);
    }
  });

  it.each([
    ['another part', { 'content-range': 'bytes 3-5/10' }],
    ['more than the part', { 'content-range': 'bytes 2-5/10' }],
    ['no word of which part', {}],
    ['a part of a smaller file', { 'content-range': 'bytes 2-4/3' }],
    ['another length', { 'content-range': 'bytes 2-4/10', 'content-length': '2' }],
    ['something packed', { 'content-range': 'bytes 2-4/10', 'content-encoding': 'gzip' }],
  ])('is not taken when %s comes', async (_words, headers) => {
    answer = (response) => response.writeHead(206, headers).end('abc'.slice(0, 2));
    await expect(stream(part('bytes=2-4'))).rejects.toMatchObject({ code: 'ghl_unreadable' });
  });

  it('that runs over what it says is cut off', async () => {
    answer = (response) => response.writeHead(206, { 'content-range': 'bytes 2-4/10' }).end('2345');
    const response = await stream(part('bytes=2-4'));
    await expect(response.text()).rejects.toMatchObject({ code: 'payload_too_large' });
  });

  it('nobody asked for is refused, and so is one of too large a file', async () => {
    answer = (response) => response.writeHead(206, { 'content-range': 'bytes 0-4/10' }).end('01234');
    await expect(stream()).rejects.toMatchObject({ code: 'ghl_unreadable' });
    answer = (response) => response.writeHead(206, { 'content-range': 'bytes 2-4/999999999' }).end('234');
    await expect(stream(part('bytes=2-4'))).rejects.toMatchObject({ code: 'payload_too_large' });
  });
});

const open: ServerResponse[] = [];

/** Writes for as long as somebody reads. */
function endless(response: ServerResponse): void {
  open.push(response);
  const chunk = Buffer.alloc(1024 * 1024);
  const write = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', write);
  write();
}

/** Resolves once the connection of the newest endless answer is closed. */
async function openConnection(): Promise<void> {
  while (open.length === 0 || open.at(-1)?.req.headers.host !== new URL(origin).host) await wait(5);
  const response = open.at(-1);
  if (response && !response.destroyed) await once(response, 'close');
}
