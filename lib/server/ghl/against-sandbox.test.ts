import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type RunningSandbox, startSandbox } from '@/lib/server/sandbox/start';
import type { ConversationFilter, ConversationRow } from '@/lib/shared/contract/conversation';
import type { MessageItem } from '@/lib/shared/contract/message';
import { createGhlClient, type GhlClient } from './client';
import { getContact, searchContacts } from './contacts';
import { searchConversations } from './conversation-search';
import { createConversation, deleteConversation, getConversation, updateConversation } from './conversations';
import { getEmail } from './emails';
import { createLimiter } from './limiter';
import { getLocation } from './locations';
import { getMessage, listMessages } from './messages';
import { sendMessage } from './send';
import { uploadAttachment } from './uploads';
import { listUsers } from './users';

const locationSchema = z.object({ id: z.string(), name: z.string(), token: z.string() });
const all: ConversationFilter = { status: 'all', sort: 'newest' };

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

async function control(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${sandbox.url}/__sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
  return answer.json();
}

/** A location of this test alone, and the client for it. */
async function freshLocation(wanted: Record<string, unknown>): Promise<GhlClient> {
  const { id, token } = locationSchema.parse(await control('locations', wanted));
  return createGhlClient({ baseUrl: sandbox.url, token, locationId: id, limiter: createLimiter() });
}

async function everyRow(ghl: GhlClient, filter: ConversationFilter, limit = 30): Promise<ConversationRow[]> {
  const found: ConversationRow[] = [];
  let cursor: string | null = null;
  do {
    const page = await searchConversations(ghl, filter, { cursor, limit });
    found.push(...page.conversations);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

async function everyMessage(ghl: GhlClient, conversationId: string): Promise<MessageItem[]> {
  const found: MessageItem[] = [];
  let cursor: string | null = null;
  do {
    const page = await listMessages(ghl, conversationId, { cursor, limit: 100 });
    found.push(...page.messages);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

describe('a location of the sandbox', () => {
  it('can be read whole: every conversation, message and mail', async () => {
    const ghl = await freshLocation({ preset: 'demo' });
    await control(`locations/${ghl.locationId}/rate-limit`, { enabled: false });
    expect(await getLocation(ghl)).toMatchObject({ id: ghl.locationId });
    expect((await listUsers(ghl)).length).toBeGreaterThan(0);
    const rows = await everyRow(ghl, all);
    expect(rows.length).toBeGreaterThan(0);
    let mails = 0;
    for (const row of rows.slice(0, 25)) {
      if (row.kind !== 'conversation') return expect.unreachable(`${row.id} cannot be read`);
      expect(await getConversation(ghl, row.id)).toEqual(row);
      if (row.contactId) expect(await getContact(ghl, row.contactId)).toMatchObject({ id: row.contactId });
      const messages = await everyMessage(ghl, row.id);
      for (const message of messages.slice(0, 5)) {
        if (message.kind !== 'message') return expect.unreachable(`${message.id} cannot be read`);
        const emailId = message.emailIds[0];
        if (!emailId || mails >= 3) continue;
        mails += 1;
        const mail = await getEmail(ghl, emailId);
        expect(mail.html ?? mail.text).toBeTruthy();
      }
    }
    expect(mails).toBeGreaterThan(0);
  });

  it.each(['newest', 'oldest'] as const)(
    'is paged (%s) without a loss where rows share a time',
    async (sort) => {
      const ghl = await freshLocation({ preset: 'empty', conversations: 600, sameTimestamp: 500 });
      const rows = await everyRow(ghl, { ...all, sort });
      const { total } = await searchConversations(ghl, all);
      expect(total).toBe(600);
      expect(rows).toHaveLength(600);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(600);
    },
  );

  it('finds a contact, and the conversation that it has already', async () => {
    const ghl = await freshLocation({ preset: 'demo' });
    const [row] = (await searchConversations(ghl, all)).conversations;
    if (row?.kind !== 'conversation') return expect.unreachable();
    const [found] = await searchContacts(ghl, row.email ?? row.contactName ?? '');
    expect(found?.id).toBe(row.contactId);
    expect(await createConversation(ghl, row.contactId ?? '')).toBe(row.id);
  });

  it('takes changes, and forgets a deleted conversation', async () => {
    const ghl = await freshLocation({ preset: 'demo' });
    const [row] = (await searchConversations(ghl, all)).conversations;
    const id = row?.id ?? '';
    expect(await updateConversation(ghl, id, { isUnread: true, isStarred: true })).toMatchObject({
      isStarred: true,
      unreadCount: expect.any(Number),
    });
    expect(await getConversation(ghl, id)).toMatchObject({ isStarred: true });
    await deleteConversation(ghl, id);
    await expect(getConversation(ghl, id)).rejects.toMatchObject({ status: 404 });
  });

  it('takes a text with a file, and an answer to a mail', async () => {
    const ghl = await freshLocation({ preset: 'demo' });
    const rows = await everyRow(ghl, { ...all, channel: 'email' });
    const row = rows.find(
      (candidate) => candidate.kind === 'conversation' && candidate.email && candidate.phone,
    );
    if (row?.kind !== 'conversation' || !row.contactId) return expect.unreachable();
    const { contactId, id: conversationId } = row;
    const { url } = await uploadAttachment(ghl, {
      conversationId,
      name: 'a "note".txt',
      content: Buffer.from('note'),
    });
    const text = await sendMessage(ghl, { channel: 'SMS', contactId, text: 'Hi', attachmentUrls: [url] });
    expect(text).toMatchObject({ conversationId, emailMessageId: null });
    expect(await getMessage(ghl, text.messageId)).toMatchObject({ body: 'Hi', attachments: [{ index: 0 }] });
    const mail = await sendMessage(ghl, {
      channel: 'Email',
      contactId,
      subject: 'Hello',
      html: 'a &lt; b',
      cc: [],
      bcc: [],
      replyToEmailId: null,
      attachmentUrls: [],
    });
    expect(await getEmail(ghl, mail.emailMessageId ?? '')).toMatchObject({
      html: 'a &lt; b',
      subject: 'Hello',
    });
  });
});

describe('the sandbox refusing', () => {
  it('tells a missing right, a token that ended and a foreign location apart', async () => {
    const ghl = await freshLocation({ preset: 'demo' });
    const place = `locations/${ghl.locationId}/token`;
    await control(place, { removeScopes: ['users.readonly'] });
    await expect(listUsers(ghl)).rejects.toMatchObject({ status: 401, kind: 'scope' });
    const other = createGhlClient({
      baseUrl: sandbox.url,
      token: sandbox.token,
      locationId: ghl.locationId,
      limiter: createLimiter(),
    });
    await expect(searchConversations(other, all)).rejects.toMatchObject({ status: 403, kind: 'location' });
    await control(place, { revoked: true });
    await expect(searchConversations(ghl, all)).rejects.toMatchObject({
      status: 401,
      kind: 'token',
      traceId: expect.any(String),
    });
  });

  it.each(['reset-before', 'reset-mid-body', 'bad-json'])(
    'answers a read after %s or says why not',
    async (kind) => {
      const ghl = await freshLocation({ preset: 'demo' });
      await control(`locations/${ghl.locationId}/faults`, {
        operation: 'search-conversation',
        kind,
        count: 1,
      });
      if (kind === 'bad-json') {
        await expect(searchConversations(ghl, all)).rejects.toMatchObject({ name: 'GhlShapeError' });
      }
      expect((await searchConversations(ghl, all)).conversations.length).toBeGreaterThan(0);
    },
  );

  it.each(['reset-before', 'reset-after'])(
    'leaves a send unclear after %s, and is asked once',
    async (kind) => {
      const ghl = await freshLocation({ preset: 'demo' });
      const [row] = (await searchConversations(ghl, { ...all, channel: 'sms' })).conversations;
      if (row?.kind !== 'conversation' || !row.contactId) return expect.unreachable();
      const place = `${sandbox.url}/__sandbox/locations/${ghl.locationId}`;
      await control(`locations/${ghl.locationId}/faults`, {
        operation: 'send-a-new-message',
        kind,
        count: 9,
      });
      await expect(
        sendMessage(ghl, { channel: 'SMS', contactId: row.contactId, text: 'once', attachmentUrls: [] }),
      ).rejects.toMatchObject({ name: 'GhlNetworkError', wasWritten: true });
      const requests = await (await fetch(`${place}/requests`)).text();
      expect(requests.match(/send-a-new-message/g)).toHaveLength(1);
    },
  );

  it('is never asked more than it allows', async () => {
    const ghl = await freshLocation({ preset: 'demo' });
    const reads = Array.from({ length: 100 }, (_, index) =>
      searchConversations(ghl, { ...all, createdFrom: index + 1 }),
    );
    const states = (await Promise.allSettled(reads)).map(({ status }) => status);
    expect(states.filter((state) => state === 'rejected')).toHaveLength(0);
    const { requests } = z
      .object({ requests: z.array(z.object({ status: z.number() })) })
      .parse(await (await fetch(`${sandbox.url}/__sandbox/locations/${ghl.locationId}/requests`)).json());
    expect(requests.filter(({ status }) => status === 429)).toHaveLength(0);
  });
});
