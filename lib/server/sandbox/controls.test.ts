import 'server-only';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { at, listAt, type Reply, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

let sandbox: TestSandbox;
let id: string;
let headers: { authorization: string };

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

beforeEach(async () => {
  const made = await sandbox.control('POST', 'locations', { name: 'Fresh', preset: 'demo' });
  expect(made.status).toBe(201);
  id = textAt(made.body, 'id');
  headers = { authorization: `Bearer ${textAt(made.body, 'token')}` };
});

const control = (method: string, name: string, body?: unknown) =>
  sandbox.control(method, `locations/${id}/${name}`, body);

function search(query = ''): Promise<Reply> {
  return sandbox.api('GET', `/conversations/search?locationId=${id}${query}`, { headers });
}

async function row(name: string): Promise<unknown> {
  return at((await search(`&query=${name}`)).body, 'conversations', 0);
}

async function send(): Promise<Reply> {
  const contactId = textAt(await row('Amara'), 'contactId');
  return sandbox.api('POST', '/conversations/messages', {
    headers,
    body: { type: 'SMS', contactId, message: 'Once' },
  });
}

async function acceptedCount(): Promise<number> {
  return listAt((await control('GET', 'accepted')).body, 'accepted').length;
}

describe('faults', () => {
  const fault = (body: Record<string, unknown>) => control('POST', 'faults', body);
  const sending = 'send-a-new-message';

  it('answers with a status of choice for so many calls, without the effect', async () => {
    await fault({
      operation: sending,
      kind: 'respond',
      count: 2,
      status: 503,
      headers: { 'Retry-After': '1' },
    });
    const first = await send();
    expect(first.status).toBe(503);
    expect(first.headers.get('retry-after')).toBe('1');
    expect((await send()).status).toBe(503);
    expect(await acceptedCount()).toBe(0);
    expect((await send()).status).toBe(200);
  });

  it('answers with an error although the effect was done', async () => {
    await fault({
      operation: sending,
      kind: 'respond',
      status: 502,
      body: '<html>Bad gateway</html>',
      applyEffect: true,
    });
    expect(await send()).toMatchObject({ status: 502, body: '<html>Bad gateway</html>' });
    expect(await acceptedCount()).toBe(1);
  });

  it.each([
    ['reset-before', 0],
    ['reset-after', 1],
    ['reset-mid-body', 1],
    ['bad-json', 1],
  ])('breaks the answer by %s', async (kind, accepted) => {
    await fault({ operation: sending, kind });
    await expect(send()).rejects.toThrow();
    expect(await acceptedCount()).toBe(accepted);
    expect((await send()).status).toBe(200);
  });

  it('delays an answer', async () => {
    await fault({ operation: '*', kind: 'delay', delayMs: 120 });
    const startedAt = performance.now();
    expect((await search()).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(110);
  });

  it('can be cleared, and touches no other location', async () => {
    await fault({ operation: '*', kind: 'respond', count: 9 });
    const elsewhere = await sandbox.api('GET', `/conversations/search?locationId=${sandbox.locationId}`);
    expect(elsewhere.status).toBe(200);
    expect((await search()).status).toBe(500);
    await control('DELETE', 'faults');
    expect((await search()).status).toBe(200);
  });
});

it('brings inbound messages of every channel into the thread', async () => {
  const conversationId = textAt(await row('Devon'), 'id');
  const text = await control('POST', 'inbound', { conversationId, body: 'Hi again', type: 'WhatsApp' });
  expect(text).toMatchObject({
    status: 201,
    body: { message: { messageType: 'TYPE_WHATSAPP', direction: 'inbound' } },
  });
  expect(await row('Devon')).toMatchObject({ unreadCount: 1, lastMessageBody: 'Hi again' });
  const contactId = textAt(await row('Devon'), 'contactId');
  const email = await control('POST', 'inbound', {
    contactId,
    type: 'Email',
    subject: 'Hello',
    html: '<b>x</b>',
  });
  const emailIds = listAt(email.body, 'message', 'meta', 'email', 'messageIds');
  const answer = await control('POST', 'inbound', {
    contactId,
    type: 'Email',
    body: 'y',
    threadId: emailIds[0],
  });
  expect(at(answer.body, 'message', 'id')).toBe(at(email.body, 'message', 'id'));
  const truth = await control('GET', `snapshot/${conversationId}`);
  expect(listAt(truth.body, 'emails')).toHaveLength(2);
  expect(at(truth.body, 'conversation', 'unreadCount')).toBe(3);
});

it('resets a location to what it was, and removes one', async () => {
  const before = (await search('&limit=100')).body;
  await send();
  await control('POST', 'reset');
  const ids = (body: unknown) => listAt(body, 'conversations').map((item) => at(item, 'id'));
  expect(ids((await search('&limit=100')).body)).toEqual(ids(before));
  expect(await acceptedCount()).toBe(0);
  expect((await sandbox.control('DELETE', `locations/${id}`)).status).toBe(200);
  expect((await search()).status).toBe(401);
});

it('shares no id between two locations of one seed', async () => {
  const again = await sandbox.control('POST', 'locations', { preset: 'demo' });
  const token = { authorization: `Bearer ${textAt(again.body, 'token')}` };
  const other = await sandbox.api(
    'GET',
    `/conversations/search?locationId=${textAt(again.body, 'id')}&limit=100`,
    {
      headers: token,
    },
  );
  const own = listAt((await search('&limit=100')).body, 'conversations').map((item) => at(item, 'id'));
  const theirs = listAt(other.body, 'conversations').map((item) => at(item, 'id'));
  expect(theirs).toHaveLength(own.length);
  expect(theirs.filter((theirId) => own.includes(theirId))).toEqual([]);
});

it('lets contacts write by themselves when told to', async () => {
  await control('POST', 'lifelike', { enabled: true, everyMs: 10 });
  const unread = async () => Number(at((await search('&status=unread')).body, 'total'));
  const before = (await search()).body;
  await vi.waitFor(async () => {
    expect(at((await search()).body, 'conversations', 0, 'lastMessageBody')).not.toBe(
      at(before, 'conversations', 0, 'lastMessageBody'),
    );
  });
  expect(await unread()).toBeGreaterThan(0);
  await control('POST', 'lifelike', { enabled: false });
});

it('holds a message of any type, as it is', async () => {
  const conversationId = textAt((await search()).body, 'conversations', 0, 'id');
  const order = {
    conversationId,
    messageType: 'TYPE_HOLOGRAM',
    direction: 'outbound',
    body: 'Look up',
    status: 'failed',
    meta: { errorMessage: 'Too bright' },
    activity: { title: 'Beamed', data: { to: 'the moon' } },
  };
  const reply = await control('POST', 'message', order);
  expect(reply.status).toBe(201);
  const { conversationId: _, ...said } = order;
  expect(at(reply.body, 'message')).toMatchObject(said);
  expect(at((await control('GET', `snapshot/${conversationId}`)).body, 'messages', -1)).toMatchObject(said);
});

it('slows every answer of a location down', async () => {
  await sandbox.control('POST', 'latency', { ms: 80, locationId: id });
  const startedAt = performance.now();
  await search();
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(70);
});

it.each([
  ['POST', 'faults', { kind: 'explode' }, 400, /kind must be one of/],
  ['POST', 'faults', { kind: 'delay', delayms: 3 }, 400, /delayms is not a field/],
  ['POST', 'search-lag', {}, 400, /ms is missing/],
  ['POST', 'inbound', { body: 'x' }, 400, /conversationId or contactId is missing/],
  ['POST', 'message', { messageType: 'TYPE_SMS' }, 400, /conversationId is unknown/],
  ['POST', 'nothing', {}, 404, /Unknown control/],
  ['GET', 'snapshot/none', undefined, 404, /Unknown conversation/],
])('refuses %s %s %j', async (method, name, body, status, message) => {
  const reply = await control(method, name, body);
  expect(reply.status).toBe(status);
  expect(textAt(reply.body, 'message')).toMatch(message);
});

it('tells who it is', async () => {
  const { body } = await sandbox.control('GET', 'info');
  expect(body).toMatchObject({ clientId: sandbox.clientId, webhookPublicKey: sandbox.webhookPublicKey });
  expect(listAt(body, 'locations').slice(0, 2)).toEqual(sandbox.locations);
  expect(textAt(body, 'instanceId')).toMatch(/^[0-9a-f-]{36}$/);
});
