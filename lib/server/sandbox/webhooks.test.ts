import 'server-only';
import { verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { at, listAt, type Reply, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

type Received = { event: Record<string, unknown>; isSigned: boolean; signature: string };

let sandbox: TestSandbox;
let receiver: Server;
let url: string;
let received: Received[] = [];
let id: string;
let headers: { authorization: string };
/** What the receiver answers, one after another, and 200 when there is no more. */
let answers: number[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks);
      const signature = String(request.headers['x-ghl-signature']);
      const isSigned = verify(null, raw, sandbox.webhookPublicKey, Buffer.from(signature, 'base64'));
      received.push({ event: JSON.parse(raw.toString()), isSigned, signature });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const address = receiver.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`;
  sandbox = await startTestSandbox({ webhookUrl: url });
  await sandbox.control('POST', 'webhooks', { retryBaseMs: 5 });
});
afterAll(async () => {
  await sandbox.close();
  receiver.closeAllConnections();
  receiver.close();
});

beforeEach(async () => {
  const made = await sandbox.control('POST', 'locations', { preset: 'demo' });
  id = textAt(made.body, 'id');
  headers = { authorization: `Bearer ${textAt(made.body, 'token')}` };
  received = [];
  answers = [];
});

const api = (method: string, path: string, body?: unknown): Promise<Reply> =>
  sandbox.api(method, path, { headers, body });
const control = (method: string, name: string, body?: unknown): Promise<Reply> =>
  sandbox.control(method, `locations/${id}/${name}`, body);

async function amara(): Promise<{ conversationId: string; contactId: string }> {
  const { body } = await api('GET', `/conversations/search?locationId=${id}&query=Okafor`);
  return {
    conversationId: textAt(body, 'conversations', 0, 'id'),
    contactId: textAt(body, 'conversations', 0, 'contactId'),
  };
}

const patience = { timeout: 20_000 };

/** Until as many have arrived and nothing is under way any more. */
async function events(count: number): Promise<Record<string, unknown>[]> {
  await vi.waitFor(async () => {
    expect(received.length).toBeGreaterThanOrEqual(count);
    expect(at((await control('GET', 'webhooks')).body, 'pending')).toBe(0);
  }, patience);
  expect(received).toHaveLength(count);
  return received.map(({ event }) => event);
}

describe('an event', () => {
  it('is signed over its raw bytes and carries the extras of a real delivery', async () => {
    const { conversationId, contactId } = await amara();
    await control('POST', 'inbound', { conversationId, body: 'Grüße 🎉' });
    const [message, unread] = await events(2);
    expect(received.every(({ isSigned }) => isSigned)).toBe(true);
    expect(message).toMatchObject({
      type: 'InboundMessage',
      locationId: id,
      contactId,
      conversationId,
      body: 'Grüße 🎉',
      direction: 'inbound',
      messageType: 'SMS',
      messageTypeString: 'TYPE_SMS',
      messageTypeId: 2,
      appId: sandbox.clientId.split('-')[0],
    });
    expect(unread).toMatchObject({ type: 'ConversationUnreadUpdate', id: conversationId, unreadCount: 3 });
    expect(textAt(message, 'webhookId')).not.toBe(textAt(unread, 'webhookId'));
    expect(Date.parse(textAt(message, 'timestamp'))).not.toBeNaN();
    const read = await api('GET', `/conversations/messages/${textAt(message, 'messageId')}`);
    expect(at(read.body, 'message', 'body')).toBe('Grüße 🎉');
  });

  it('is sent for each send, comments and emails among them', async () => {
    const { contactId } = await amara();
    const send = (body: Record<string, unknown>) =>
      api('POST', '/conversations/messages', { contactId, ...body });
    const sms = await send({ type: 'SMS', message: 'Hi' });
    await send({ type: 'InternalComment', message: 'psst', mentions: [] });
    const mail = await send({
      type: 'Email',
      subject: 'Hello',
      html: '<p>One</p>',
      emailCc: ['a@cc.example', 'b@cc.example'],
    });
    const [first, comment, email] = await events(3);
    expect(first).toMatchObject({
      type: 'OutboundMessage',
      messageId: textAt(sms.body, 'messageId'),
      status: 'pending',
      source: 'api',
    });
    expect(comment).toMatchObject({ type: 'OutboundMessage', messageType: 'InternalComment', mentions: [] });
    expect(email).toMatchObject({
      messageType: 'Email',
      emailMessageId: textAt(mail.body, 'emailMessageId'),
      subject: 'Hello',
      body: '<p>One</p>',
      plainText: 'One',
      cc: 'a@cc.example',
      ccList: ['a@cc.example', 'b@cc.example'],
    });
  });

  it('comes for a scheduled message only when it is sent', async () => {
    const { contactId } = await amara();
    const now = Date.parse(textAt((await sandbox.control('GET', 'info')).body, 'startedAt'));
    await api('POST', '/conversations/messages', {
      type: 'SMS',
      contactId,
      message: 'Later',
      scheduledTimestamp: Math.floor(now / 1000) + 3600,
    });
    await events(0);
    sandbox.advance(3_700_000);
    await amara();
    expect(await events(1)).toMatchObject([{ type: 'OutboundMessage', body: 'Later' }]);
  });

  it('leaves out the media of an inbound WhatsApp message, which a GET then shows', async () => {
    const { conversationId } = await amara();
    const attachments = ['https://files.example/photo.png'];
    await control('POST', 'inbound', { conversationId, type: 'WhatsApp', body: 'Look', attachments });
    const [message] = await events(2);
    expect(message).toMatchObject({ messageType: 'WhatsApp', attachments: [] });
    const read = await api('GET', `/conversations/messages/${textAt(message, 'messageId')}`);
    expect(at(read.body, 'message', 'attachments')).toEqual(attachments);
  });

  it('tells of reading, starring and deleting', async () => {
    const { conversationId } = await amara();
    await api('PUT', `/conversations/${conversationId}`, { locationId: id, unreadCount: 0 });
    await api('PUT', `/conversations/${conversationId}`, { locationId: id, starred: true });
    await api('DELETE', `/conversations/${conversationId}`);
    expect(await events(3)).toMatchObject([
      { type: 'ConversationUnreadUpdate', unreadCount: 0, deleted: false },
      { type: 'ConversationUnreadUpdate', starred: true, deleted: false },
      { type: 'ConversationUnreadUpdate', id: conversationId, deleted: true },
    ]);
  });

  it('tells of contacts, their tags, their blocks, notes and tasks', async () => {
    const made = await api('POST', '/contacts/', { locationId: id, firstName: 'Web', lastName: 'Hook' });
    const contact = `/contacts/${textAt(made.body, 'contact', 'id')}`;
    await api('PUT', contact, { dnd: true });
    await api('POST', `${contact}/tags`, { tags: ['new'] });
    const note = await api('POST', `${contact}/notes`, { body: 'n' });
    const notePath = `${contact}/notes/${textAt(note.body, 'note', 'id')}`;
    await api('PUT', notePath, { body: 'm' });
    await api('DELETE', notePath);
    const dueDate = '2026-12-01T00:00:00.000Z';
    const task = await api('POST', `${contact}/tasks`, { title: 't', dueDate, completed: false });
    const taskPath = `${contact}/tasks/${textAt(task.body, 'task', 'id')}`;
    await api('PUT', `${taskPath}/completed`, { completed: true });
    await api('DELETE', taskPath);
    await api('DELETE', contact);
    const all = await events(12);
    expect(all.map(({ type }) => type)).toEqual([
      ...['ContactCreate', 'ContactUpdate', 'ContactDndUpdate', 'ContactUpdate', 'ContactTagUpdate'],
      ...['NoteCreate', 'NoteUpdate', 'NoteDelete', 'TaskCreate', 'TaskComplete', 'TaskDelete'],
      'ContactDelete',
    ]);
    expect(all[0]).toMatchObject({ name: 'Web Hook', firstName: 'Web' });
    expect(all[4]).toMatchObject({ tags: ['new'] });
    // A real TaskCreate lacks the contact.
    expect(all[8]).not.toHaveProperty('contactId');
  });

  it('of any type can be ordered', async () => {
    await control('POST', 'event', { type: 'UserCreate', fields: { firstName: 'Ada' } });
    expect(await events(1)).toMatchObject([{ type: 'UserCreate', firstName: 'Ada', locationId: id }]);
    expect(received[0]?.isSigned).toBe(true);
  });
});

describe('a delivery', () => {
  const inbound = async (body: string): Promise<void> => {
    await control('POST', 'event', { type: 'InboundMessage', fields: { body } });
  };
  const bodies = (list: Record<string, unknown>[]): unknown[] => list.map(({ body }) => body);

  it('is repeated with the same bytes until it is taken, and logged each time', async () => {
    answers = [500, 429];
    await inbound('again');
    const all = await events(3);
    expect(new Set(all.map((event) => JSON.stringify(event))).size).toBe(1);
    const { body } = await control('GET', 'webhooks');
    expect(listAt(body, 'deliveries')).toMatchObject([
      { attempt: 1, status: 500, outcome: 'retrying', type: 'InboundMessage', locationId: id, url },
      { attempt: 2, status: 429, outcome: 'retrying' },
      { attempt: 3, status: 200, outcome: 'delivered', event: { body: 'again' } },
    ]);
  });

  it('is given up after 13 attempts', async () => {
    answers = Array.from({ length: 13 }, () => 503);
    await sandbox.control('POST', 'webhooks', { retryBaseMs: 0 });
    await inbound('never');
    await events(13);
    const deliveries = listAt((await control('GET', 'webhooks')).body, 'deliveries');
    expect(deliveries.at(-1)).toMatchObject({ attempt: 13, outcome: 'given up' });
    await sandbox.control('POST', 'webhooks', { retryBaseMs: 5 });
  });

  it('can be doubled, dropped, badly signed and swapped', async () => {
    const fault = (body: Record<string, unknown>) => control('POST', 'webhooks/faults', body);
    await fault({ kind: 'duplicate' });
    await inbound('two');
    const doubled = await events(2);
    expect(doubled[0]).toEqual(doubled[1]);

    received = [];
    await fault({ kind: 'drop', count: 2, event: 'InboundMessage' });
    for (const text of ['lost', 'lost too', 'kept']) await inbound(text);
    expect(bodies(await events(1))).toEqual(['kept']);

    received = [];
    await fault({ kind: 'bad-signature' });
    for (const text of ['forged', 'true']) await inbound(text);
    await events(2);
    expect(received.map(({ isSigned }) => isSigned)).toEqual([false, true]);

    received = [];
    await fault({ kind: 'reorder', count: 3 });
    for (const text of ['1', '2', '3', '4']) await inbound(text);
    expect(bodies(await events(4))).toEqual(['3', '2', '1', '4']);

    received = [];
    await fault({ kind: 'delay', delayMs: 5, event: 'InboundMessage' });
    const { conversationId } = await amara();
    await control('POST', 'inbound', { conversationId, body: 'late' });
    const delayed = await events(2);
    expect(delayed.map(({ type }) => type)).toEqual(['ConversationUnreadUpdate', 'InboundMessage']);
  });

  it('lets go of what a reorder held when faults are cleared', async () => {
    await control('POST', 'webhooks/faults', { kind: 'reorder', count: 9 });
    for (const text of ['1', '2']) await inbound(text);
    expect(at((await control('GET', 'webhooks')).body, 'pending')).toBe(2);
    await control('DELETE', 'webhooks/faults');
    expect(bodies(await events(2))).toEqual(['1', '2']);
  });

  it('can be asked for once more', async () => {
    await inbound('resend me');
    const [first] = await events(1);
    const webhookId = textAt(first, 'webhookId');
    await sandbox.control('POST', 'webhooks/resend', { webhookId });
    expect((await events(2))[1]).toEqual(first);
    expect((await sandbox.control('POST', 'webhooks/resend', { webhookId: 'none' })).status).toBe(404);
  });

  it('goes nowhere for a location without an address, and elsewhere for one of its own', async () => {
    await control('POST', 'webhooks', { url: null });
    expect((await control('POST', 'event', { type: 'X' })).status).toBe(400);
    const { conversationId } = await amara();
    await control('POST', 'inbound', { conversationId, body: 'unheard' });
    await events(0);
    await control('POST', 'webhooks', { url: `${url}?own` });
    await inbound('heard');
    await events(1);
    expect(at((await control('GET', 'webhooks')).body, 'deliveries', 0, 'url')).toBe(`${url}?own`);
    await control('DELETE', 'webhooks');
    expect((await control('GET', 'webhooks')).body).toEqual({ url, pending: 0, deliveries: [] });
  });

  it('is dropped with a location that is reset', async () => {
    answers = [500];
    await sandbox.control('POST', 'webhooks', { retryBaseMs: 60_000 });
    await inbound('old');
    await vi.waitFor(async () => {
      expect(listAt((await control('GET', 'webhooks')).body, 'deliveries')).toHaveLength(1);
    }, patience);
    await control('POST', 'reset');
    expect((await control('GET', 'webhooks')).body).toMatchObject({ pending: 0, deliveries: [] });
    await sandbox.control('POST', 'webhooks', { retryBaseMs: 5 });
  });
});

it('does not hold the API up or the close back when the receiver hangs', async () => {
  const silent = createServer(() => {});
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const own = await startTestSandbox({ webhookUrl: `http://127.0.0.1:${port}` });
  const contacts = await own.api('POST', '/contacts/search', {
    body: { locationId: own.locationId, pageLimit: 1, query: 'Okafor' },
  });
  const contactId = textAt(contacts.body, 'contacts', 0, 'id');
  for (const message of ['one', 'two']) {
    const sent = await own.api('POST', '/conversations/messages', {
      body: { type: 'SMS', contactId, message },
    });
    expect(sent.status).toBe(200);
  }
  expect(at((await own.control('GET', 'webhooks')).body, 'pending')).toBe(2);
  await own.close();
  silent.closeAllConnections();
  silent.close();
});

it.each([
  ['webhooks', { url: 'ftp://x' }, /url must be/],
  ['webhooks/faults', { kind: 'explode' }, /kind must be one of/],
  ['webhooks/faults', { kind: 'drop', count: 0 }, /count must be 1 or more/],
  ['webhooks', { adress: 'x' }, /adress is not a field/],
])('refuses POST %s %j', async (name, body, message) => {
  for (const reply of [await sandbox.control('POST', name, body), await control('POST', name, body)]) {
    expect(reply.status).toBe(400);
    expect(textAt(reply.body, 'message')).toMatch(message);
  }
});
