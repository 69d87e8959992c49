import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { GhlClient } from './client';
import { GhlHttpError, GhlIdError, GhlNetworkError, GhlShapeError, GhlTimeoutError } from './errors';
import { createLimiter, type Limiter } from './limiter';
import { json, locationId, type Seen, startUpstream, testClient, token } from './testing/upstream';

/** Takes every call, and keeps what the client says about the budget. */
function watchedLimiter() {
  const freezes: number[] = [];
  const limiter: Limiter = {
    ...createLimiter(),
    freeze: (waitMs) => freezes.push(waitMs),
  };
  return { limiter, freezes };
}

const shortly = { headersMs: 150, bodyMs: 150, totalMs: 2_000 };
const anything = z.unknown();
const readContact = (ghl: GhlClient, signal?: AbortSignal) =>
  ghl.call('get-contact', { params: { contactId: 'c1' }, schema: anything, signal });
const sendMessage = (ghl: GhlClient) =>
  ghl.call('send-a-new-message', { body: { type: 'SMS' }, schema: anything });
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it must fail'),
    (error: unknown) => error,
  );

const open: { close(): Promise<void> }[] = [];
async function upstream(handle: Parameters<typeof startUpstream>[0]) {
  const started = await startUpstream(handle);
  open.push(started);
  return started;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe('a call', () => {
  it('carries the token, the version of its endpoint and nothing of the caller', async () => {
    const ghl = await upstream((_seen, response) => json(response, { contact: { id: 'c1' }, traceId: 't' }));
    await readContact(ghl.client());
    await ghl
      .client()
      .call('get-messages', { params: { conversationId: 'v-1_' }, query: { limit: 3 }, schema: anything });
    const [contact, messages] = ghl.requests as [Seen, Seen];
    expect(contact).toMatchObject({ method: 'GET', path: '/contacts/c1' });
    expect(contact.headers).toMatchObject({
      authorization: `Bearer ${token}`,
      version: '2021-07-28',
      accept: 'application/json',
      'user-agent': 'Parley/0.1 (+self-hosted inbox)',
    });
    expect(messages).toMatchObject({ path: '/conversations/v-1_/messages' });
    expect(messages.headers.version).toBe('2021-04-15');
    expect(messages.query.toString()).toBe('limit=3');
  });

  it('asks nothing when an id is none', async () => {
    const ghl = await upstream((_seen, response) => json(response, {}));
    for (const contactId of [
      '',
      '..',
      'a/b',
      'a?b',
      'a#b',
      'a%2fb',
      'ä',
      'a\n',
      'x'.repeat(65),
      '../users',
    ]) {
      const call = ghl.client().call('get-contact', { params: { contactId }, schema: anything });
      expect(await failure(call)).toBeInstanceOf(GhlIdError);
    }
    expect(await failure(ghl.client().call('get-contact', { schema: anything }))).toBeInstanceOf(GhlIdError);
    expect(ghl.requests).toHaveLength(0);
  });

  it('does not follow a redirect', async () => {
    const other = await upstream((_seen, response) => json(response, {}));
    const ghl = await upstream((_seen, response) =>
      response.writeHead(302, { location: `${other.url}/evil` }).end(),
    );
    expect(await failure(readContact(ghl.client()))).toMatchObject({ status: 302 });
    expect(other.requests).toHaveLength(0);
  });

  it('refuses an answer about another location, wherever its rows are', async () => {
    const foreign = { id: 'x', locationId: 'OTHER' };
    for (const body of [
      foreign,
      { contact: foreign },
      { rows: [foreign] },
      { messages: { messages: [foreign] } },
    ]) {
      const ghl = await upstream((_seen, response) => json(response, body));
      expect(await failure(readContact(ghl.client()))).toMatchObject({
        name: 'GhlShapeError',
        field: expect.stringMatching(/locationId$/),
      });
    }
    const own = await upstream((_seen, response) => json(response, { contact: { id: 'x', locationId } }));
    await readContact(own.client());
  });

  it('reports the rate headers', async () => {
    const onRateHeaders = vi.fn();
    const ghl = await upstream((_seen, response) =>
      json(response, {}, 200, {
        'x-ratelimit-max': '100',
        'x-ratelimit-remaining': '95',
        'x-ratelimit-interval-milliseconds': '10000',
        'x-ratelimit-daily-remaining': '199724',
        'x-ratelimit-daily-reset': '83375000',
      }),
    );
    await readContact(ghl.client({ onRateHeaders }));
    expect(onRateHeaders).toHaveBeenCalledWith({
      max: 100,
      remaining: 95,
      intervalMs: 10_000,
      dailyRemaining: 199_724,
      dailyResetMs: 83_375_000,
    });
  });
});

describe('an answer that is none', () => {
  it.each([
    ['a page of HTML', 200, '<html>Sign in</html>'],
    ['half of some JSON', 200, '{"contact":{"id":'],
  ])('is an unreadable one when it is %s', async (_name, status, body) => {
    const ghl = await upstream((_seen, response) => response.writeHead(status).end(body));
    const error = await failure(readContact(ghl.client()));
    expect(error).toBeInstanceOf(GhlShapeError);
    expect(ghl.requests).toHaveLength(1);
  });

  it('names the field, never its value', async () => {
    const ghl = await upstream((_seen, response) => json(response, { contact: { id: 'secret-name' } }));
    const call = ghl.client().call('get-contact', {
      params: { contactId: 'c1' },
      schema: z.object({ contact: z.object({ id: z.number() }) }),
    });
    const error = await failure(call);
    expect(error).toMatchObject({
      name: 'GhlShapeError',
      field: 'contact.id',
      path: '/contacts/{contactId}',
    });
    expect(String(error)).not.toContain('secret-name');
  });

  it('is GHL refusing when Cloudflare answers HTML', async () => {
    const ghl = await upstream((_seen, response) => response.writeHead(403).end('<html>error 1010</html>'));
    expect(await failure(readContact(ghl.client()))).toMatchObject({
      name: 'GhlHttpError',
      status: 403,
      kind: 'other',
      ghlMessage: null,
    });
  });

  it('is cut off when it never ends', async () => {
    const ghl = await upstream((_seen, response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(1024 * 1024, 32);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      response.on('error', () => undefined);
      more();
    });
    expect(await failure(readContact(ghl.client()))).toMatchObject({ field: '(answer too large)' });
  });
});

describe('a read', () => {
  it('is repeated twice after a 500, and no more', async () => {
    const ghl = await upstream((_seen, response) =>
      json(response, { statusCode: 500, message: 'Internal server error', traceId: 'trace-1' }, 500),
    );
    const error = await failure(readContact(ghl.client()));
    expect(error).toMatchObject({ status: 500, traceId: 'trace-1', ghlMessage: 'Internal server error' });
    expect(ghl.requests).toHaveLength(3);
  });

  it('succeeds when a repeat does', async () => {
    const ghl = await upstream((_seen, response, request) => {
      if (ghl.requests.length === 1) request.socket.destroy();
      else if (ghl.requests.length === 2) json(response, {}, 502);
      else json(response, { ok: true });
    });
    expect(await readContact(ghl.client())).toEqual({ ok: true });
    expect(ghl.requests).toHaveLength(3);
  });

  it('is repeated when it breaks in the middle of its body', async () => {
    const ghl = await upstream((_seen, response, request) => {
      if (ghl.requests.length > 1) return json(response, { ok: true });
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"contact":');
      setTimeout(() => request.socket.destroy(), 20);
    });
    expect(await readContact(ghl.client())).toEqual({ ok: true });
  });

  it('freezes the location after a 429 and is repeated after it', async () => {
    const { limiter, freezes } = watchedLimiter();
    const ghl = await upstream((_seen, response) => {
      if (ghl.requests.length > 1) return json(response, { ok: true });
      json(response, { message: 'Too Many Requests' }, 429, { 'x-ratelimit-interval-milliseconds': '2000' });
    });
    expect(await readContact(ghl.client({ limiter }))).toEqual({ ok: true });
    expect(freezes).toHaveLength(1);
    expect(freezes[0]).toBeGreaterThanOrEqual(2_000);
    expect(freezes[0]).toBeLessThan(3_000);
  });

  it('is not repeated when GHL asks for a long wait, which is bounded', async () => {
    const { limiter, freezes } = watchedLimiter();
    const ghl = await upstream((_seen, response) => json(response, {}, 429, { 'retry-after': '99999999' }));
    expect(await failure(readContact(ghl.client({ limiter })))).toMatchObject({
      status: 429,
      retryAfterMs: 60_000,
    });
    expect(ghl.requests).toHaveLength(1);
    expect(freezes[0]).toBeLessThanOrEqual(61_000);
  });

  it('is not repeated after a refusal', async () => {
    for (const status of [400, 401, 403, 404, 422]) {
      const ghl = await upstream((_seen, response) => json(response, { message: 'no' }, status));
      expect(await failure(readContact(ghl.client()))).toBeInstanceOf(GhlHttpError);
      expect(ghl.requests).toHaveLength(1);
    }
  });

  it('times out on a server that never answers, and is not repeated', async () => {
    const ghl = await upstream(() => undefined);
    const error = await failure(readContact(ghl.client({ timeouts: shortly })));
    expect(error).toBeInstanceOf(GhlTimeoutError);
    expect(ghl.requests).toHaveLength(1);
  });

  it('times out on an answer that trickles for ever', async () => {
    const ghl = await upstream((_seen, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    const timeouts = { headersMs: 1_000, bodyMs: 1_000, totalMs: 300 };
    expect(await failure(readContact(ghl.client({ timeouts })))).toBeInstanceOf(GhlTimeoutError);
  });

  it('ends with the caller, up to GHL', async () => {
    const controller = new AbortController();
    const ghl = await upstream((_seen, response) => {
      response.on('close', () => closed());
      controller.abort(new Error('gone'));
    });
    let closed = () => {};
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    expect(await failure(readContact(ghl.client(), controller.signal))).toMatchObject({ message: 'gone' });
    await isClosed;
  });
});

describe('a write', () => {
  it.each([
    [
      'a reset',
      (_seen: Seen, _response: unknown, request: { socket: { destroy(): void } }) => request.socket.destroy(),
    ],
    ['a 500', (_seen: Seen, response: Parameters<typeof json>[0]) => json(response, {}, 500)],
    ['a 429', (_seen: Seen, response: Parameters<typeof json>[0]) => json(response, {}, 429)],
  ])('is never repeated after %s', async (_name, handle) => {
    const { limiter } = watchedLimiter();
    const ghl = await upstream(handle);
    await failure(sendMessage(ghl.client({ limiter })));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(ghl.requests).toHaveLength(1);
  });

  it('may have left when the connection broke after it', async () => {
    const reset = await upstream((_seen, _response, request) => request.socket.destroy());
    expect(await failure(sendMessage(reset.client()))).toMatchObject({
      name: 'GhlNetworkError',
      wasWritten: true,
    });
    const hanging = await upstream(() => undefined);
    expect(await failure(sendMessage(hanging.client({ timeouts: shortly })))).toMatchObject({
      name: 'GhlTimeoutError',
      wasWritten: true,
    });
    expect(reset.requests.length + hanging.requests.length).toBe(2);
  });

  it('has surely not left when nobody could be reached', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const address = free.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await new Promise((resolve) => free.close(resolve));
    for (const url of [
      `http://127.0.0.1:${port}`,
      `http://localhost:${port}`,
      'http://no-such-host.invalid',
    ]) {
      const error = await failure(sendMessage(testClient(url)));
      expect(error).toBeInstanceOf(GhlNetworkError);
      expect(error).toMatchObject({ wasWritten: false });
    }
  });

  it('has surely not left when the other side does not speak TLS, or the token is none', async () => {
    const plain = await upstream((_seen, response) => json(response, {}));
    const error = await failure(sendMessage(testClient(plain.url.replace('http:', 'https:'))));
    expect(error).toMatchObject({ name: 'GhlNetworkError', wasWritten: false });
    const broken = await failure(sendMessage(plain.client({ token: `${token}\r\nX-Evil: 1` })));
    expect(broken).toMatchObject({ name: 'GhlNetworkError', wasWritten: false });
    expect(String(Object(broken).cause)).not.toContain(token);
    expect(plain.requests).toHaveLength(0);
  });
});

describe('the token', () => {
  it('is in no error, however it is printed', async () => {
    const { inspect } = await import('node:util');
    const ghl = await upstream((_seen, response) => json(response, { message: `bad token ${token}` }, 401));
    const reset = await upstream((_seen, _response, request) => request.socket.destroy());
    const errors = [
      await failure(readContact(ghl.client())),
      await failure(sendMessage(reset.client())),
      await failure(sendMessage(testClient('http://no-such-host.invalid'))),
    ];
    for (const error of errors) {
      expect(inspect(error, { depth: 10, showHidden: false }) + JSON.stringify(error)).not.toContain(token);
    }
    expect(inspect(ghl.client(), { depth: 10 })).not.toContain(token);
  });
});
