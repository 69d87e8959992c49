import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assignContact, getContact, searchContacts } from './contacts';
import { createConversation, deleteConversation, getConversation, updateConversation } from './conversations';
import { getEmail, getEmailWithUrls } from './emails';
import { GhlCursorError, GhlHttpError, GhlShapeError } from './errors';
import { textToHtml } from './html-text';
import { getLocation } from './locations';
import { getMessage, getMessageWithUrls, listMessages } from './messages';
import { sendMessage } from './send';
import {
  contact,
  conversationById,
  emailMessage,
  messages,
  searchRow,
  smsMessage,
  updatedConversation,
} from './testing/recorded';
import { json, type Seen, startUpstream } from './testing/upstream';
import { listUsers } from './users';

type Answer = [body: unknown, status?: number];
/** What the upstream of a test answers, by method and path; `*` stands for any id. */
let answers: Record<string, Answer | ((seen: Seen) => Answer)> = {};
let upstream: Awaited<ReturnType<typeof startUpstream>>;

beforeAll(async () => {
  upstream = await startUpstream((seen, response) => {
    const name = `${seen.method} ${seen.path}`;
    const found = answers[name] ?? [{ statusCode: 404, message: `Cannot ${name}` }, 404];
    const [body, status] = typeof found === 'function' ? found(seen) : found;
    json(response, body, status);
  });
});
afterAll(() => upstream.close());
beforeEach(() => {
  answers = {};
  upstream.requests.length = 0;
});
const asked = () => upstream.requests.map(({ method, path }) => `${method} ${path}`);
const id = conversationById.id;

describe('one conversation', () => {
  it('comes whole from search', async () => {
    answers['GET /conversations/search'] = [{ conversations: [searchRow], total: 1 }];
    expect(await getConversation(upstream.client(), id)).toMatchObject({ id, contactName: 'nango DryRun' });
    expect(upstream.requests[0]?.query.get('id')).toBe(id);
    expect(upstream.requests).toHaveLength(1);
  });

  it('comes by id, with its contact, while the search does not know it', async () => {
    answers['GET /conversations/search'] = [{ conversations: [], total: 0 }];
    answers[`GET /conversations/${id}`] = [conversationById];
    answers[`GET /contacts/${contact.id}`] = [{ contact, traceId: 't' }];
    expect(await getConversation(upstream.client(), id)).toMatchObject({
      id,
      contactName: 'Dana Lee',
      email: 'dana@example.com',
      tags: ['vip'],
    });
  });

  it('comes without a name when its contact is gone', async () => {
    answers['GET /conversations/search'] = [{ conversations: [{ ...searchRow, id: 'another' }] }];
    answers[`GET /conversations/${id}`] = [{ conversation: conversationById }];
    expect(await getConversation(upstream.client(), id)).toMatchObject({ id, contactName: null });
  });

  it('is not found when GHL does not find it', async () => {
    answers['GET /conversations/search'] = [{ conversations: [], total: 0 }];
    await expect(getConversation(upstream.client(), id)).rejects.toMatchObject({ status: 404 });
  });

  it('answers a change at once, though the search still has the old values', async () => {
    answers['GET /conversations/search'] = [{ conversations: [{ ...searchRow, unreadCount: 3 }] }];
    answers[`PUT /conversations/${id}`] = [updatedConversation];
    const ghl = upstream.client();
    const changed = await updateConversation(ghl, id, { isUnread: false, isStarred: false });
    expect(changed).toMatchObject({ contactName: 'nango DryRun', unreadCount: 0, isStarred: false });
    expect(JSON.parse(upstream.requests[1]?.body ?? '')).toEqual({
      locationId: 'LOCATION1',
      unreadCount: 0,
      starred: false,
    });
    expect(await updateConversation(ghl, id, { isUnread: true })).toMatchObject({ unreadCount: 1 });
    // Each change drops what was kept: both read before they write.
    expect(asked()).toHaveLength(4);
  });

  it('is made, or found when it is there already', async () => {
    answers['POST /conversations/'] = [{ success: true, conversation: { id: 'new1' } }, 201];
    expect(await createConversation(upstream.client(), contact.id)).toBe('new1');
    const exists = `Conversation with the contact id:${contact.id} already exists!`;
    answers['POST /conversations/'] = [{ statusCode: 400, message: exists }, 400];
    answers['GET /conversations/search'] = [{ conversations: [searchRow] }];
    expect(await createConversation(upstream.client(), contact.id)).toBe(searchRow.id);
    answers['GET /conversations/search'] = [{ conversations: [] }];
    await expect(createConversation(upstream.client(), contact.id)).rejects.toBeInstanceOf(GhlHttpError);
  });

  it('is deleted', async () => {
    answers[`DELETE /conversations/${id}`] = [{ success: true }];
    await deleteConversation(upstream.client(), id);
    expect(asked()).toEqual([`DELETE /conversations/${id}`]);
  });
});

describe('a thread', () => {
  const page = { lastMessageId: messages.at(-1)?.id, nextPage: true, messages };
  const path = `GET /conversations/${id}/messages`;

  it.each([
    ['nested', { messages: page, traceId: 't' }],
    ['flat', page],
  ])('is read from the %s envelope', async (_name, body) => {
    answers[path] = [body];
    const found = await listMessages(upstream.client(), id);
    expect(found.messages.map(({ kind, id }) => [kind, id])).toEqual(messages.map((m) => ['message', m.id]));
    expect(found.nextCursor).toBe(messages.at(-1)?.id);
  });

  it('goes on from its cursor, and ends when the cursor stands still', async () => {
    answers[path] = [{ messages: page }];
    const ghl = upstream.client();
    const { nextCursor } = await listMessages(ghl, id);
    const second = await listMessages(ghl, id, { cursor: nextCursor });
    expect(upstream.requests[1]?.query.get('lastMessageId')).toBe(nextCursor);
    expect(second.nextCursor).toBeNull();
    await expect(listMessages(ghl, id, { cursor: '../x' })).rejects.toBeInstanceOf(GhlCursorError);
  });

  it('ends on the last page, by a word of GHL or by its size', async () => {
    answers[path] = [{ messages: { ...page, nextPage: false } }];
    expect((await listMessages(upstream.client(), id)).nextCursor).toBeNull();
    answers[path] = [{ messages: { messages } }];
    expect((await listMessages(upstream.client(), id)).nextCursor).toBeNull();
    expect((await listMessages(upstream.client(), id, { limit: 4 })).nextCursor).not.toBeNull();
  });

  it('shows an item that cannot be read among the others, and none twice', async () => {
    answers[path] = [{ messages: { ...page, messages: [smsMessage, 7, smsMessage, { body: 'x' }] } }];
    const found = await listMessages(upstream.client(), id);
    expect(found.messages.map(({ kind }) => kind)).toEqual(['message', 'unreadable', 'unreadable']);
  });

  it('is an error, not an empty thread, when nothing of it can be read', async () => {
    answers[path] = [{ messages: { lastMessageId: null, messages: 'none' } }];
    await expect(listMessages(upstream.client(), id)).rejects.toBeInstanceOf(GhlShapeError);
  });

  it.each([{ message: smsMessage, traceId: 't' }, smsMessage])('has a message by its id', async (body) => {
    answers[`GET /conversations/messages/${smsMessage.id}`] = [body];
    const ghl = upstream.client();
    expect(await getMessage(ghl, smsMessage.id)).toMatchObject({ id: smsMessage.id });
    expect(await getMessageWithUrls(ghl, smsMessage.id)).toMatchObject({
      attachmentUrls: smsMessage.attachments,
    });
    expect(upstream.requests).toHaveLength(1);
  });

  it.each([{ emailMessage, traceId: 't' }, emailMessage])('has a mail by its id', async (body) => {
    answers[`GET /conversations/messages/email/${emailMessage.id}`] = [body];
    expect(await getEmail(upstream.client(), emailMessage.id)).toMatchObject({
      html: emailMessage.body,
      from: 'Dana Lee <dana@example.com>',
      attachments: [{ index: 0, name: 'quote.pdf', kind: 'file' }],
    });
    expect(await getEmailWithUrls(upstream.client(), emailMessage.id)).toMatchObject({
      attachmentUrls: emailMessage.attachments,
    });
  });

  it('takes no other message or mail for the one asked for', async () => {
    answers['GET /conversations/messages/other'] = [{ message: smsMessage }];
    await expect(getMessage(upstream.client(), 'other')).rejects.toBeInstanceOf(GhlShapeError);
    answers['GET /conversations/messages/email/other'] = [{ emailMessage }];
    await expect(getEmail(upstream.client(), 'other')).rejects.toBeInstanceOf(GhlShapeError);
  });
});

describe('contacts, users and the location', () => {
  it('find a contact, and change its owner', async () => {
    answers[`GET /contacts/${contact.id}`] = [{ contact }];
    answers['POST /contacts/search'] = [
      { contacts: [{ ...contact, contactName: 'Dana L.' }, null], total: 1 },
    ];
    answers[`PUT /contacts/${contact.id}`] = [{ succeded: true, contact }];
    const ghl = upstream.client();
    expect(await getContact(ghl, contact.id)).toMatchObject({ name: 'Dana Lee' });
    expect(await searchContacts(ghl, 'dana')).toMatchObject([{ name: 'Dana L.' }]);
    expect(JSON.parse(upstream.requests[1]?.body ?? '')).toMatchObject({
      locationId: 'LOCATION1',
      pageLimit: 20,
    });
    await assignContact(ghl, contact.id, 'user1');
    await assignContact(ghl, contact.id, null);
    expect(upstream.requests.slice(2).map(({ body }) => JSON.parse(body))).toEqual([
      { assignedTo: 'user1' },
      { assignedTo: null },
    ]);
    await getContact(ghl, contact.id);
    expect(asked()).toHaveLength(5);
  });

  it('list the users by name, without deleted ones', async () => {
    answers['GET /users/'] = [
      {
        users: [
          { id: 'u2', name: 'Zoe' },
          { id: 'u1', firstName: 'Ann', lastName: 'Bell', email: 'ann@example.com' },
          { id: 'u3', name: 'Gone', deleted: true },
          'nonsense',
        ],
      },
    ];
    expect(await listUsers(upstream.client())).toEqual([
      { id: 'u1', name: 'Ann Bell', email: 'ann@example.com' },
      { id: 'u2', name: 'Zoe', email: null },
    ]);
  });

  it('take no other location for ours', async () => {
    const location = { id: 'LOCATION1', name: 'Harbor', timezone: 'Europe/Rome', email: null };
    answers['GET /locations/LOCATION1'] = [{ location: { ...location, settings: {} } }];
    expect(await getLocation(upstream.client())).toEqual(location);
    answers['GET /locations/LOCATION1'] = [{ location: { ...location, id: 'OTHER' } }];
    await expect(getLocation(upstream.client())).rejects.toBeInstanceOf(GhlShapeError);
  });
});

describe('sending', () => {
  const path = 'POST /conversations/messages';
  const sms = { channel: 'SMS', contactId: contact.id, text: 'Hi', attachmentUrls: [] } as const;

  it('posts a text, and what was read before is asked again', async () => {
    answers[path] = [{ conversationId: id, messageId: 'm1', traceId: 't' }];
    answers[`GET /conversations/${id}/messages`] = [{ messages: { messages: [] } }];
    const ghl = upstream.client();
    await listMessages(ghl, id);
    expect(await sendMessage(ghl, { ...sms, attachmentUrls: [] })).toEqual({
      messageId: 'm1',
      emailMessageId: null,
      conversationId: id,
    });
    await listMessages(ghl, id);
    expect(JSON.parse(upstream.requests[1]?.body ?? '')).toEqual({
      type: 'SMS',
      contactId: contact.id,
      message: 'Hi',
    });
    expect(asked()).toHaveLength(3);
  });

  it('posts an email with everything it names, and nothing it does not', async () => {
    answers[path] = [{ conversationId: id, messageId: 'm1', emailMessageId: 'e1' }];
    const sent = await sendMessage(upstream.client(), {
      channel: 'Email',
      contactId: contact.id,
      subject: 'Re: Quote',
      html: textToHtml('Hi <b>Dana</b> & "co"\r\nbye'),
      cc: ['cc@example.com'],
      bcc: [],
      replyToEmailId: 'em1',
      attachmentUrls: ['https://storage.googleapis.com/b/x.pdf'],
    });
    expect(sent.emailMessageId).toBe('e1');
    expect(JSON.parse(upstream.requests[0]?.body ?? '')).toEqual({
      type: 'Email',
      contactId: contact.id,
      subject: 'Re: Quote',
      html: 'Hi &lt;b&gt;Dana&lt;/b&gt; &amp; &quot;co&quot;<br>\nbye',
      emailCc: ['cc@example.com'],
      replyMessageId: 'em1',
      emailReplyMode: 'reply',
      attachments: ['https://storage.googleapis.com/b/x.pdf'],
    });
  });

  it.each([[{}], [{ messageId: null }], [[]], [null]])(
    'is unreadable, not sent, when GHL answers %j',
    async (body) => {
      answers[path] = [body];
      await expect(sendMessage(upstream.client(), { ...sms, attachmentUrls: [] })).rejects.toBeInstanceOf(
        GhlShapeError,
      );
      expect(upstream.requests).toHaveLength(1);
    },
  );
});
