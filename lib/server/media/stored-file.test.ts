import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/server/http/app-error';
import { streamStoredFile } from './stored-file';

let server: Server;
let origin: string;
let seen: string[];
let answer: (response: ServerResponse) => void;

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
