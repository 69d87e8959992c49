import 'server-only';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, listAt, type Reply, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

async function rowOf(name: string): Promise<unknown> {
  const query = new URLSearchParams({ locationId: sandbox.locationId, query: name });
  const { body } = await sandbox.api('GET', `/conversations/search?${query}`);
  return at(body, 'conversations', 0);
}

async function thread(conversationId: string, query = ''): Promise<unknown> {
  const { status, body } = await sandbox.api('GET', `/conversations/${conversationId}/messages${query}`);
  expect(status).toBe(200);
  return at(body, 'messages');
}

function send(body: Record<string, unknown>): Promise<Reply> {
  return sandbox.api('POST', '/conversations/messages', { body });
}

async function statusOf(messageId: string): Promise<unknown> {
  return at((await sandbox.api('GET', `/conversations/messages/${messageId}`)).body, 'message', 'status');
}

describe('a thread', () => {
  it('is nested, newest first, and pages back by the last id', async () => {
    const id = textAt(await rowOf('Hannah Lindqvist'), 'id');
    const seen: string[] = [];
    let page = await thread(id, '?limit=100');
    for (;;) {
      const messages = listAt(page, 'messages');
      seen.push(...messages.map((message) => textAt(message, 'id')));
      expect(at(page, 'lastMessageId')).toBe(seen.at(-1));
      if (at(page, 'nextPage') !== true) break;
      page = await thread(id, `?limit=100&lastMessageId=${seen.at(-1)}`);
    }
    expect(seen).toHaveLength(600);
    expect(new Set(seen).size).toBe(600);
    const first = listAt(await thread(id), 'messages');
    expect(first).toHaveLength(20);
    const dates = first.map((message) => textAt(message, 'dateAdded'));
    expect([...dates].sort().reverse()).toEqual(dates);
    expect(listAt(await thread(id, '?limit=500'), 'messages')).toHaveLength(100);
  });

  it('filters by a list of types, with the plural of internal comments', async () => {
    const id = textAt(await rowOf('Keisha'), 'id');
    const comments = listAt(await thread(id, '?type=TYPE_INTERNAL_COMMENTS'), 'messages');
    expect(comments.map((message) => at(message, 'messageType'))).toEqual([
      'TYPE_INTERNAL_COMMENT',
      'TYPE_INTERNAL_COMMENT',
    ]);
    expect(textAt(comments[1], 'body')).toMatch(/@Priya Nair<userId>\w{20}<\/userId>/);
    expect(listAt(comments[1], 'mentions')).toHaveLength(1);
    expect(listAt(await thread(id, '?type=TYPE_INTERNAL_COMMENT,TYPE_SMS'), 'messages')).toHaveLength(6);
  });

  it('gives calls without body and attachments, and activities without status', async () => {
    const id = textAt(await rowOf('Amara'), 'id');
    const [call] = listAt(await thread(id, '?type=TYPE_CALL'), 'messages');
    expect(call).toMatchObject({ type: 1, meta: { call: { duration: 192, status: 'completed' } } });
    for (const field of ['body', 'attachments']) expect(call).not.toHaveProperty(field);
    const [activity] = listAt(await thread(id, '?type=TYPE_ACTIVITY_APPOINTMENT'), 'messages');
    expect(activity).toMatchObject({ type: 31, activity: { type: 'appointment_created' } });
    for (const field of ['status', 'contentType']) expect(activity).not.toHaveProperty(field);
  });
});

describe('email', () => {
  it('is one item for a whole thread, without a body when the newest came in', async () => {
    const id = textAt(await rowOf('Lucía'), 'id');
    const [item] = listAt(await thread(id), 'messages');
    const ids = listAt(item, 'meta', 'email', 'messageIds');
    expect(item).toMatchObject({ messageType: 'TYPE_EMAIL', type: 3, direction: 'inbound' });
    expect(ids).toHaveLength(3);
    for (const field of ['body', 'subject', 'from']) expect(item).not.toHaveProperty(field);
    const { body } = await sandbox.api('GET', `/conversations/messages/email/${String(ids[2])}`);
    expect(body).toMatchObject({
      emailMessage: {
        threadId: textAt(item, 'id'),
        subject: 'Re: Quote for the Marisol gown',
        from: 'Lucía Fernández <lucia.fernandez@correo.example>',
        cc: ['carmen.fernandez@correo.example'],
        replyToMessageId: ids[1],
      },
    });
    expect(textAt(body, 'emailMessage', 'body')).toContain('gmail_quote');
    const file = await fetch(textAt(body, 'emailMessage', 'attachments', 0));
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('joins the thread it answers, and starts one when it answers none', async () => {
    const row = await rowOf('Lucía');
    const contactId = textAt(row, 'contactId');
    const before = listAt(await thread(textAt(row, 'id')), 'messages');
    const answered = listAt(before[0], 'meta', 'email', 'messageIds').at(-1);
    const reply = await send({
      type: 'Email',
      contactId,
      html: '<p>Of course!</p>',
      replyMessageId: answered,
      emailReplyMode: 'reply_all',
      emailBcc: ['books@northloom.example'],
    });
    expect(reply.status).toBe(200);
    expect(reply.body).not.toHaveProperty('status');
    expect(at(reply.body, 'messageId')).toBe(at(before[0], 'id'));
    const emailPath = `/conversations/messages/email/${textAt(reply.body, 'emailMessageId')}`;
    expect((await sandbox.api('GET', emailPath, { headers: {} })).body).toMatchObject({
      emailMessage: {
        subject: 'Re: Quote for the Marisol gown',
        cc: ['carmen.fernandez@correo.example'],
        bcc: ['books@northloom.example'],
        to: ['lucia.fernandez@correo.example'],
        status: 'pending',
      },
    });
    const fresh = await send({ type: 'Email', contactId, html: '<p>News</p>', subject: 'News' });
    const after = listAt(await thread(textAt(row, 'id')), 'messages');
    expect(after.map((item) => at(item, 'id'))).toEqual([at(fresh.body, 'messageId'), at(before[0], 'id')]);
    expect(after[1]).toMatchObject({ direction: 'outbound', meta: { email: { direction: 'outbound' } } });
  });

  it('needs html, and an address of the contact', async () => {
    const contactId = textAt(await rowOf('Lucía'), 'contactId');
    const empty = await send({ type: 'Email', contactId, message: 'only text' });
    expect(empty).toMatchObject({
      status: 422,
      body: { message: 'There is no message or attachments for this message. Skip sending.' },
    });
    const astray = await send({ type: 'Email', contactId, html: '<p>x</p>', emailTo: 'else@where.example' });
    expect(astray.status).toBe(400);
  });
});

describe('sending', () => {
  it('goes from pending over sent to delivered, and moves the conversation up', async () => {
    const row = await rowOf('Nadia');
    const sent = await send({
      type: 'FB',
      contactId: at(row, 'contactId'),
      message: 'It left this morning.',
    });
    const id = textAt(sent.body, 'messageId');
    expect(Object.keys(Object(sent.body)).sort()).toEqual(['conversationId', 'messageId', 'traceId']);
    expect(sent.headers.get('x-ratelimit-max')).toBeNull();
    expect(await statusOf(id)).toBe('pending');
    sandbox.advance(1_000);
    expect(await statusOf(id)).toBe('sent');
    sandbox.advance(2_000);
    expect(await statusOf(id)).toBe('delivered');
    expect(await rowOf('Nadia')).toMatchObject({
      lastMessageBody: 'It left this morning.',
      lastMessageDirection: 'outbound',
      lastOutboundMessageAction: 'manual',
    });
    const log = await sandbox.control('GET', `locations/${sandbox.locationId}/accepted`);
    expect(listAt(log.body, 'accepted').at(-1)).toMatchObject({
      messageId: id,
      type: 'FB',
      message: 'It left this morning.',
    });
  });

  it('fails to the numbers that never answer', async () => {
    const sent = await send({
      type: 'SMS',
      contactId: at(await rowOf('Gloria'), 'contactId'),
      message: 'Hi',
    });
    sandbox.advance(5_000);
    expect(await statusOf(textAt(sent.body, 'messageId'))).toBe('undelivered');
  });

  it('makes the conversation of a contact who has none', async () => {
    const contact = await sandbox.api('POST', '/contacts/', {
      body: { locationId: sandbox.locationId, firstName: 'Newly', phone: '+15035559123' },
    });
    const contactId = textAt(contact.body, 'contact', 'id');
    const sent = await send({ type: 'WhatsApp', contactId, message: 'Welcome!' });
    const found = await sandbox.api(
      'GET',
      `/conversations/search?locationId=${sandbox.locationId}&contactId=${contactId}`,
    );
    expect(at(found.body, 'conversations', 0, 'id')).toBe(at(sent.body, 'conversationId'));
  });

  it('keeps the author and mentions of a comment', async () => {
    const row = await rowOf('Devon');
    const users = await sandbox.api('GET', `/users/?locationId=${sandbox.locationId}`);
    const [mika, jonas] = listAt(users.body, 'users').map((user) => textAt(user, 'id'));
    const sent = await send({
      type: 'InternalComment',
      contactId: at(row, 'contactId'),
      message: `@Jonas Reyes<userId>${jonas}</userId> please call`,
      mentions: [jonas],
      userId: mika,
    });
    const { body } = await sandbox.api('GET', `/conversations/messages/${textAt(sent.body, 'messageId')}`);
    expect(at(body, 'message')).toMatchObject({
      messageType: 'TYPE_INTERNAL_COMMENT',
      userId: mika,
      mentions: [jonas],
    });
    expect(await rowOf('Devon')).toMatchObject({ isLastMessageInternalComment: true, mentions: [jonas] });
  });

  it.each([
    [{ type: 'Pigeon' }, 422, /type must be one of the following values: SMS/],
    [{ type: 'SMS', attachments: 'x' }, 422, /attachments must be an array/],
    [{ type: 'SMS', message: 'hi' }, 422, /contactId should not be empty/],
    [{ type: 'SMS', contactId: 'nobody', message: 'hi' }, 400, /Contact with id nobody not found/],
  ])('refuses %j', async (body, status, message) => {
    const reply = await send(body);
    expect(reply.status).toBe(status);
    expect(String(at(reply.body, 'message'))).toMatch(message);
    expect(Array.isArray(at(reply.body, 'message'))).toBe(status === 422);
  });

  it('refuses a blocked channel and a missing address', async () => {
    const blocked = await send({
      type: 'SMS',
      contactId: at(await rowOf('Marcus Tan'), 'contactId'),
      message: 'hi',
    });
    expect(blocked).toMatchObject({
      status: 400,
      body: { message: 'Cannot send message as DND is active for SMS.' },
    });
    const japanese = await send({
      type: 'SMS',
      contactId: at(await rowOf('美咲'), 'contactId'),
      message: 'hi',
    });
    expect(japanese).toMatchObject({ status: 400, body: { message: 'Missing phone number' } });
  });
});

describe('scheduling', () => {
  it('takes seconds, waits, and sends when due', async () => {
    const row = await rowOf('Curtis');
    const due = Date.UTC(2026, 10, 21) / 1000;
    const sent = await send({
      type: 'Custom',
      contactId: at(row, 'contactId'),
      message: 'Later',
      scheduledTimestamp: due,
    });
    const id = textAt(sent.body, 'messageId');
    expect(await statusOf(id)).toBe('scheduled');
    expect(at(await rowOf('Curtis'), 'lastMessageBody')).toBe('1 PM is good');
    sandbox.advance(24 * 3_600_000);
    expect(await statusOf(id)).toBe('delivered');
    expect(await rowOf('Curtis')).toMatchObject({ lastMessageBody: 'Later', lastMessageDate: due * 1000 });
  });

  it('can be cancelled, a message and an email, once', async () => {
    const contactId = at(await rowOf('Amara'), 'contactId');
    const later = { contactId, scheduledTimestamp: Date.UTC(2027, 0, 1) / 1000 };
    const text = await send({ ...later, type: 'SMS', message: 'never' });
    const textPath = `/conversations/messages/${textAt(text.body, 'messageId')}`;
    expect((await sandbox.api('DELETE', `${textPath}/schedule`)).body).toMatchObject({ status: 200 });
    expect((await sandbox.api('GET', textPath)).status).toBe(404);
    expect((await sandbox.api('DELETE', `${textPath}/schedule`)).status).toBe(404);
    const email = await send({ ...later, type: 'Email', html: '<p>never</p>', subject: 'Never' });
    const emailPath = `/conversations/messages/email/${textAt(email.body, 'emailMessageId')}`;
    expect(at((await sandbox.api('GET', emailPath)).body, 'emailMessage', 'status')).toBe('scheduled');
    expect((await sandbox.api('DELETE', `${emailPath}/schedule`)).body).toMatchObject({ status: 200 });
    expect((await sandbox.api('GET', emailPath)).status).toBe(404);
  });
});

describe('upload', () => {
  async function upload(name: string, bytes: Buffer, fields: Record<string, string>): Promise<Reply> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('fileAttachment', new Blob([new Uint8Array(bytes)]), name);
    return sandbox.api('POST', '/conversations/messages/upload', { body: form });
  }

  it('stores the file and serves the very bytes without a token', async () => {
    const bytes = Buffer.from([0, 13, 10, 45, 45, 255, 13, 10, 0]);
    const conversationId = textAt(await rowOf('Amara'), 'id');
    const reply = await upload('straße 1.png', bytes, { conversationId, locationId: sandbox.locationId });
    expect(reply.status).toBe(200);
    const url = textAt(reply.body, 'uploadedFiles', 'straße 1.png');
    const file = await fetch(url);
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
  });

  it('refuses kinds, sizes and unknown conversations', async () => {
    const conversationId = textAt(await rowOf('Amara'), 'id');
    const kind = await upload('run.exe', Buffer.from('x'), { conversationId });
    expect(kind).toMatchObject({ status: 415, body: { status: 415 } });
    const size = await upload('big.zip', Buffer.alloc(25 * 1024 * 1024 + 1), { conversationId });
    expect(size).toMatchObject({ status: 413, body: { status: 413 } });
    const unknown = await upload('a.png', Buffer.from('x'), { conversationId: 'nowhere' });
    expect(unknown).toMatchObject({
      status: 500,
      body: { message: 'Conversation with id nowhere not found' },
    });
  });
});
