import 'server-only';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, listAt, type Reply, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

let sandbox: TestSandbox;
let own: string;
let calls: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  await sandbox.control('POST', `locations/${sandbox.locationId}/rate-limit`, { enabled: false });
  own = await provider({ type: 'Custom', lagMs: 6_000 });
  calls = await provider({ type: 'Call' });
});
afterAll(() => sandbox.close());

async function provider(body: Record<string, unknown>): Promise<string> {
  const made = await sandbox.control('POST', `locations/${sandbox.locationId}/provider`, body);
  expect(made.status).toBe(201);
  return textAt(made.body, 'id');
}

async function rowOf(name: string): Promise<unknown> {
  const query = new URLSearchParams({ locationId: sandbox.locationId, query: name });
  const { body } = await sandbox.api('GET', `/conversations/search?${query}`);
  return at(body, 'conversations', 0);
}

async function message(id: string): Promise<unknown> {
  return at((await sandbox.api('GET', `/conversations/messages/${id}`)).body, 'message');
}

const inbound = (body: unknown) => sandbox.api('POST', '/conversations/messages/inbound', { body });
const outbound = (body: unknown) => sandbox.api('POST', '/conversations/messages/outbound', { body });

function put(id: string, what: 'status' | 'attachments', body: unknown): Promise<Reply> {
  return sandbox.api('PUT', `/conversations/messages/${id}/${what}`, { body });
}

describe('a message from outside', () => {
  it('lands in the thread as inbound, unread, with the row above', async () => {
    const before = await rowOf('Devon');
    const reply = await inbound({
      type: 'SMS',
      contactId: at(before, 'contactId'),
      message: 'From the other phone',
      altId: 'their-own-7',
      attachments: ['https://files.example/a.png'],
    });
    expect(reply).toMatchObject({
      status: 200,
      body: {
        success: true,
        conversationId: at(before, 'id'),
        contactId: at(before, 'contactId'),
        dateAdded: '2026-11-20T18:00:00.000Z',
      },
    });
    expect(await message(textAt(reply.body, 'messageId'))).toMatchObject({
      direction: 'inbound',
      messageType: 'TYPE_SMS',
      body: 'From the other phone',
      altId: 'their-own-7',
      attachments: ['https://files.example/a.png'],
    });
    expect(await rowOf('Devon')).toMatchObject({
      unreadCount: Number(at(before, 'unreadCount') ?? 0) + 1,
      lastMessageBody: 'From the other phone',
      lastMessageDirection: 'inbound',
    });
  });

  it('of the past goes to its place in time and leaves the row alone', async () => {
    const row = await rowOf('Devon');
    const conversationId = textAt(row, 'id');
    const date = '2020-02-03T04:05:06.000Z';
    const reply = await inbound({ type: 'WhatsApp', conversationId, message: 'Long ago', date });
    const truth = await sandbox.control('GET', `locations/${sandbox.locationId}/snapshot/${conversationId}`);
    expect(at(truth.body, 'messages', 0)).toMatchObject({
      id: at(reply.body, 'messageId'),
      dateAdded: date,
      dateUpdated: '2026-11-20T18:00:00.000Z',
    });
    expect(at(await rowOf('Devon'), 'lastMessageBody')).toBe(at(row, 'lastMessageBody'));
  });

  it('can be what the team wrote elsewhere', async () => {
    const row = await rowOf('Devon');
    const reply = await inbound({
      type: 'SMS',
      conversationId: at(row, 'id'),
      message: 'Written on a phone',
      direction: 'outbound',
    });
    expect(await message(textAt(reply.body, 'messageId'))).toMatchObject({ direction: 'outbound' });
    expect(at(await rowOf('Devon'), 'unreadCount')).toBe(at(row, 'unreadCount'));
  });

  it('by mail joins the thread it answers and names all it was sent to', async () => {
    const row = await rowOf('Lucía');
    const list = await sandbox.api('GET', `/conversations/${textAt(row, 'id')}/messages`);
    const item = at(list.body, 'messages', 'messages', 0);
    const answered = listAt(item, 'meta', 'email', 'messageIds').at(-1);
    const reply = await inbound({
      type: 'Email',
      conversationId: at(row, 'id'),
      html: '<p>One more thing</p>',
      subject: 'Re: Quote',
      emailFrom: 'carmen@correo.example',
      emailTo: 'desk@northloom.example',
      emailCc: ['a@correo.example', 'b@correo.example'],
      emailBcc: ['c@correo.example'],
      emailMessageId: answered,
      altId: '<77@correo.example>',
    });
    expect(at(reply.body, 'messageId')).toBe(at(item, 'id'));
    const id = textAt(reply.body, 'emailMessageId');
    expect((await sandbox.api('GET', `/conversations/messages/email/${id}`)).body).toMatchObject({
      emailMessage: {
        from: 'carmen@correo.example',
        to: ['desk@northloom.example'],
        cc: ['a@correo.example', 'b@correo.example'],
        bcc: ['c@correo.example'],
        altId: '<77@correo.example>',
        replyToMessageId: answered,
      },
    });
  });

  it('needs a provider for a call, and says nothing at all of a Custom one without', async () => {
    const conversationId = textAt(await rowOf('Ruth'), 'id');
    const call = { to: '+15035550100', from: '+15035550129', status: 'completed', duration: 75 };
    expect((await inbound({ type: 'Call', conversationId, call })).body).toMatchObject({
      status: 400,
      message: 'No conversationProviderId passed in body',
    });
    const reply = await inbound({ type: 'Call', conversationId, call, conversationProviderId: calls });
    expect(await message(textAt(reply.body, 'messageId'))).toMatchObject({
      type: 34,
      messageType: 'TYPE_CUSTOM_CALL',
      status: 'completed',
      from: '+15035550129',
      to: '+15035550100',
      meta: { call: { duration: 75, status: 'completed' } },
      conversationProviderId: calls,
    });
    const before = at(await rowOf('Ruth'), 'unreadCount');
    const silent = await inbound({ type: 'Custom', conversationId, message: 'Lost' });
    expect(silent.status).toBe(201);
    expect(Object.keys(Object(silent.body))).toEqual(['traceId']);
    expect(at(await rowOf('Ruth'), 'unreadCount')).toBe(before);
    const kept = await inbound({
      type: 'Custom',
      conversationId,
      message: 'Kept',
      conversationProviderId: own,
    });
    expect(at(await message(textAt(kept.body, 'messageId')), 'messageType')).toBe('TYPE_CUSTOM_PROVIDER_SMS');
  });

  it('takes only a provider of its own and of the right type', async () => {
    const conversationId = textAt(await rowOf('Ruth'), 'id');
    const foreign = await provider({ type: 'Custom', isOwn: false });
    for (const id of [foreign, 'nowhere']) {
      const reply = await inbound({
        type: 'Custom',
        conversationId,
        message: 'x',
        conversationProviderId: id,
      });
      expect(reply.body).toMatchObject({
        status: 400,
        message: `You don't have access to the conversationProvider with id: ${id}`,
      });
    }
    const wrong = await inbound({ type: 'SMS', conversationId, message: 'x', conversationProviderId: own });
    expect(wrong.body).toMatchObject({ status: 400, message: 'Incorrect conversationProviderId/type' });
  });

  it.each([
    [{ type: 'Pigeon', contactId: 'x' }, 422, /type must be one of the following values: SMS/],
    [{ type: 'SMS', message: 'x' }, 422, /conversationId should not be empty/],
    [{ type: 'SMS', conversationId: 'x', date: 'soon' }, 422, /date must be a valid ISO 8601 date string/],
    [{ type: 'SMS', conversationId: 'x', attachments: 'y' }, 422, /attachments must be an array/],
    [{ type: 'SMS', conversationId: 'x', message: 'y' }, 404, /Conversation with id x not found/],
    [{ type: 'SMS', contactId: 'x', message: 'y' }, 400, /Contact with id x not found/],
  ])('refuses %j', async (body, status, message_) => {
    const reply = await inbound(body);
    expect(reply.status).toBe(status);
    expect(String(at(reply.body, 'message'))).toMatch(message_);
    expect(typeof at(reply.body, 'traceId')).toBe('string');
  });
});

describe('an external outbound call', () => {
  it('is a call and nothing else, with a provider', async () => {
    const conversationId = textAt(await rowOf('Malik'), 'id');
    const call = { to: '+15035550167', from: '+15035550100', status: 'answered' };
    const body = { type: 'Call', conversationId, conversationProviderId: calls, call };
    const reply = await outbound(body);
    expect(await message(textAt(reply.body, 'messageId'))).toMatchObject({
      direction: 'outbound',
      messageType: 'TYPE_CUSTOM_CALL',
      status: 'answered',
      meta: { call: { duration: null, status: 'answered' } },
    });
    expect((await outbound({ ...body, type: 'SMS' })).status).toBe(422);
    expect((await outbound({ ...body, conversationProviderId: undefined })).status).toBe(400);
    expect((await outbound({ ...body, call: { status: 'sung' } })).status).toBe(422);
  });
});

describe('the status of a message', () => {
  it('is refused for what belongs to no provider of the token', async () => {
    const row = await rowOf('Devon');
    const body = { type: 'SMS', contactId: at(row, 'contactId'), message: 'x' };
    const sent = await sandbox.api('POST', '/conversations/messages', { body });
    const refused = await put(textAt(sent.body, 'messageId'), 'status', { status: 'read' });
    expect(refused.body).toMatchObject({
      status: 403,
      message: 'No conversation provider found for this message',
    });
    expect((await put('nowhere', 'status', { status: 'read' })).body).toMatchObject({
      statusCode: 401,
      message: 'No message found for the id',
    });
    expect((await put('nowhere', 'status', { status: 'eaten' })).status).toBe(422);
  });

  it('stays pending until the provider has it and says how it went', async () => {
    const row = await rowOf('Devon');
    const body = {
      type: 'Custom',
      contactId: at(row, 'contactId'),
      message: 'Through the provider',
      conversationProviderId: own,
    };
    const sent = await sandbox.api('POST', '/conversations/messages', { body });
    const id = textAt(sent.body, 'messageId');
    sandbox.advance(5_000);
    expect(at(await message(id), 'status')).toBe('pending');
    expect((await put(id, 'status', { status: 'delivered' })).status).toBe(403);
    sandbox.advance(5_000);
    const told = await put(id, 'status', { status: 'read' });
    expect(told).toMatchObject({ status: 200, body: { messageId: id, status: 'read' } });
    const after = await message(id);
    expect(at(after, 'status')).toBe('read');
    expect(Date.parse(textAt(after, 'dateUpdated')) - Date.parse(textAt(after, 'dateAdded'))).toBe(10_000);
    const unknown = await sandbox.api('POST', '/conversations/messages', {
      body: { ...body, conversationProviderId: 'nowhere' },
    });
    expect(unknown.body).toMatchObject({ status: 400, message: 'Invalid conversationProviderId' });
  });
});

describe('attachments', () => {
  async function externalCall(providerId: string): Promise<string> {
    const conversationId = textAt(await rowOf('Ruth'), 'id');
    const call = { status: 'completed', duration: 12 };
    const reply = await outbound({ type: 'Call', conversationId, conversationProviderId: providerId, call });
    return textAt(reply.body, 'messageId');
  }

  it('are set on calls from outside, replace the old ones and bring the recording', async () => {
    const recording = (id: string) =>
      sandbox.api('GET', `/conversations/messages/${id}/locations/${sandbox.locationId}/recording`);
    for (const id of [
      await externalCall(calls),
      await externalCall(await provider({ type: 'Call', isDefault: true })),
    ]) {
      expect((await recording(id)).status).toBe(400);
      await put(id, 'attachments', { attachments: ['https://files.example/1.mp3'] });
      const reply = await put(id, 'attachments', { attachments: ['https://files.example/2.mp3'] });
      expect(reply.status).toBe(200);
      expect(at(await message(id), 'attachments')).toEqual(['https://files.example/2.mp3']);
      expect((await recording(id)).status).toBe(200);
    }
  });

  it('are refused beyond five, for no address, for other messages and for unknown ones', async () => {
    const id = await externalCall(calls);
    const many = Array.from({ length: 6 }, (_, i) => `https://files.example/${i}.mp3`);
    expect((await put(id, 'attachments', { attachments: many })).status).toBe(400);
    expect((await put(id, 'attachments', { attachments: ['not an address'] })).status).toBe(400);
    expect((await put(id, 'attachments', {})).status).toBe(422);
    expect((await put('nowhere', 'attachments', { attachments: [] })).status).toBe(404);
    const list = await sandbox.api(
      'GET',
      `/conversations/${textAt(await rowOf('Hannah Weiss'), 'id')}/messages`,
    );
    const text = textAt(list.body, 'messages', 'messages', 0, 'id');
    expect((await put(text, 'attachments', { attachments: [] })).body).toMatchObject({
      status: 403,
      message: 'Message type does not support attachment updates',
    });
  });
});
