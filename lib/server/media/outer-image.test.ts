import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/server/http/app-error';
import { type Door, doorFor, internetDoor } from './door';
import { maxImageBytes, outerImage } from './outer-image';
import { createSlots } from './slots';

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100, 7)]);
const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(20)]);
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(20)]);
const webp = Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1');

/** A stranger's server, on this computer: the test lets itself in by a door of its own, the app has none like it. */
let server: Server;
let port: number;
let seen: IncomingMessage[];
let answer: (response: ServerResponse, request: IncomingMessage) => unknown;

beforeEach(async () => {
  seen = [];
  answer = (response) => response.end(png);
  server = createServer((request, response) => {
    seen.push(request);
    answer(response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = address !== null && typeof address === 'object' ? address.port : 0;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const here = [{ address: '127.0.0.1', family: 4 }];
const openDoor = (): Door => ({ allows: () => true, locate: () => Promise.resolve(here) });
const at = (path = '/a.png') => `http://images.test:${port}${path}`;
const fetchIt = (options: Partial<Parameters<typeof outerImage>[1]> = {}, address = at()) =>
  outerImage(address, { signal: new AbortController().signal, door: openDoor(), ...options });
const redirectTo = (location: string) => (response: ServerResponse) =>
  response.writeHead(302, { location }).end();

describe("a stranger's image", () => {
  it.each([
    ['png', png],
    ['gif', gif],
    ['jpeg', jpeg],
    ['webp', webp],
  ])('that is %s comes with our own headers only', async (ending, bytes) => {
    answer = (response) =>
      response
        .writeHead(200, {
          'content-type': 'text/html',
          'set-cookie': 'a=b',
          link: '</x>; rel=preload',
          refresh: '0;url=/x',
          'access-control-allow-origin': '*',
          etag: '"me"',
        })
        .end(bytes);
    const response = await fetchIt();
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': `image/${ending}`,
      'content-disposition': expect.stringContaining('inline;'),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is asked for with nothing about who reads the mail', async () => {
    await (await fetchIt()).arrayBuffer();
    expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it.each([
    ['markup', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a page', Buffer.from('<!doctype html><p>Hello, I am long enough.')],
    ['a PDF', Buffer.from('%PDF-1.7 and more of it')],
    ['a bitmap', Buffer.from('BM and what else belongs')],
    ['nothing', Buffer.alloc(0)],
    ['the beginning of one', png.subarray(0, 5)],
  ])('is none when it is %s, whatever it is called', async (_words, bytes) => {
    answer = (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(bytes);
    await expect(fetchIt()).rejects.toThrow(AppError);
  });

  it.each([404, 206, 304, 500])('is none with the status %d', async (status) => {
    answer = (response) => response.writeHead(status).end(status === 304 ? undefined : png);
    await expect(fetchIt()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is not unpacked', async () => {
    answer = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(png);
    await expect(fetchIt()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is refused when it says that it is too large, and cut off when it only turns out to be', async () => {
    answer = (response) =>
      response.writeHead(200, { 'content-length': String(maxImageBytes + 1) }).write(png);
    await expect(fetchIt()).rejects.toMatchObject({ code: 'payload_too_large' });
    answer = (response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024)));
      };
      response.write(png);
      response.on('drain', more);
      more();
    };
    const response = await fetchIt();
    await expect(response.arrayBuffer()).rejects.toMatchObject({ code: 'payload_too_large' });
  });

  it('is given up when its time is over, before the answer and in the middle of it', async () => {
    answer = () => undefined;
    await expect(fetchIt({ maxMs: 100 })).rejects.toMatchObject({ code: 'not_found' });
    answer = (response) => response.writeHead(200).write(png);
    const response = await fetchIt({ maxMs: 300 });
    await expect(response.arrayBuffer()).rejects.toThrow();
    await expect.poll(() => seen.at(-1)?.socket.destroyed).toBe(true);
  });

  it('lets go of the connection when nobody waits any more', async () => {
    answer = (response) => response.writeHead(200).write(png);
    const controller = new AbortController();
    await fetchIt({ signal: controller.signal });
    controller.abort();
    await expect.poll(() => seen.at(-1)?.socket.destroyed).toBe(true);
    const response = await fetchIt();
    await response.body?.cancel();
    await expect.poll(() => seen.at(-1)?.socket.destroyed).toBe(true);
  });

  it('comes only so many at a time, the next when one is done, however that one ends', async () => {
    const slots = createSlots(2, 1);
    answer = (response) => response.writeHead(200).write(png);
    const [first] = await Promise.all([fetchIt({ slots }), fetchIt({ slots })]);
    const third = fetchIt({ slots });
    await expect(fetchIt({ slots })).rejects.toMatchObject({ code: 'too_many_requests' });
    expect(seen).toHaveLength(2);
    await first?.body?.cancel();
    expect((await third).status).toBe(200);
    answer = (response) => response.writeHead(500).end();
    const failing = createSlots(1, 0);
    for (let times = 0; times < 3; times += 1)
      await expect(fetchIt({ slots: failing })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a way that a server sends us on', () => {
  it('is gone three times, each step checked', async () => {
    answer = (response, request) => {
      const step = Number(request.url?.slice(1));
      return step < 3 ? redirectTo(at(`/${step + 1}`))(response) : response.end(png);
    };
    const asked: string[] = [];
    const door: Door = {
      allows: (url) => asked.push(url.pathname) > 0,
      locate: () => Promise.resolve(here),
    };
    expect((await fetchIt({ door }, at('/0'))).status).toBe(200);
    expect(asked).toEqual(['/0', '/1', '/2', '/3']);
    await expect(fetchIt({}, at('/-1'))).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([
    'http://127.0.0.1/x',
    'http://[::1]/x',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    '//[',
    'x:y',
  ])('is not gone to %s', async (location) => {
    answer = redirectTo(location);
    const real = internetDoor();
    // Only the first step is let through.
    const door: Door = {
      allows: (url) => url.href === at() || real.allows(url),
      locate: (hostname) => (hostname === 'images.test' ? Promise.resolve(here) : real.locate(hostname)),
    };
    await expect(fetchIt({ door })).rejects.toMatchObject({ code: 'not_found' });
    expect(seen).toHaveLength(1);
  });
});

describe('the door of the app', () => {
  it('is closed to this computer, by its number and by any name', async () => {
    const door = { ...internetDoor(() => Promise.resolve(here)), allows: () => true };
    await expect(fetchIt({ door })).rejects.toMatchObject({ code: 'not_found' });
    await expect(fetchIt({ door }, `http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'not_found' });
    await expect(fetchIt({ door }, `http://localhost:${port}/`)).rejects.toMatchObject({ code: 'not_found' });
    expect(seen).toEqual([]);
  });

  it('asks where a name is once for each step, and a second answer leads nowhere', async () => {
    const rebound = internetDoor(() => Promise.resolve(here));
    const asked: string[] = [];
    const door: Door = {
      allows: () => true,
      locate: (hostname) => {
        asked.push(hostname);
        return asked.length === 1 ? Promise.resolve(here) : rebound.locate(hostname);
      },
    };
    // The name is known to nobody else: the connection can only have gone to what the door answered.
    await (await fetchIt({ door })).arrayBuffer();
    expect(asked).toEqual(['images.test']);
    asked.length = 0;
    answer = redirectTo(at('/b.png'));
    await expect(fetchIt({ door })).rejects.toMatchObject({ code: 'not_found' });
    expect(asked).toEqual(['images.test', 'images.test']);
    expect(seen.map(({ url }) => url)).toEqual(['/a.png', '/a.png']);
  });

  it.each([
    'https://images.example:22/a',
    'http://images.example:8080/a',
    'https://me:secret@images.example/a',
    'ftp://images.example/a',
    'blob:https://images.example/a',
  ])('is closed to %s', async (address) => {
    expect(internetDoor().allows(new URL(address))).toBe(false);
    await expect(
      outerImage(address, { signal: new AbortController().signal, door: internetDoor() }),
    ).rejects.toThrow(AppError);
  });

  it("leads to the sandbox's files and to nothing else of it", async () => {
    const sandbox = `http://127.0.0.1:${port}`;
    const file = `${sandbox}/files/1/2/a.png`;
    expect((await fetchIt({ door: doorFor(file, sandbox) }, file)).status).toBe(200);
    for (const path of ['/__sandbox/info', '/files/../contacts/1']) {
      const door = doorFor(sandbox + path, sandbox);
      await expect(fetchIt({ door }, sandbox + path)).rejects.toMatchObject({ code: 'not_found' });
    }
    const ghl = 'https://services.leadconnectorhq.com';
    await expect(fetchIt({ door: doorFor(file, ghl) }, file)).rejects.toMatchObject({ code: 'not_found' });
    answer = redirectTo(`${sandbox}/__sandbox/info`);
    await expect(fetchIt({ door: doorFor(file, sandbox) }, file)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(seen.map(({ url }) => url)).toEqual(['/files/1/2/a.png', '/files/1/2/a.png']);
  });
});
