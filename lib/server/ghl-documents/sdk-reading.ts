import 'server-only';
import type { HighLevel } from '@gohighlevel/api-client';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conversationsVersion, type Place, type Stage } from './stage';

/** What the SDK's types call flat and what is not (CONTRACT 1.1): the SDK hands on what came. */
const pageSchema = z.object({
  messages: z.object({
    lastMessageId: z.string().optional(),
    nextPage: z.boolean(),
    messages: z.array(z.looseObject({ id: z.string(), messageType: z.string() })),
  }),
});
const messageSchema = z.object({ message: z.looseObject({ id: z.string(), type: z.number() }) });
const emailSchema = z.object({ emailMessage: z.looseObject({ id: z.string(), body: z.string() }) });
const emailItemSchema = z.looseObject({
  meta: z.object({ email: z.object({ messageIds: z.array(z.string()).min(1) }) }),
});
const sentencesSchema = z.array(
  z.object({ sentenceIndex: z.coerce.number(), startTime: z.coerce.number(), transcript: z.string() }),
);
const rowsSchema = z.array(z.looseObject({ id: z.string(), sort: z.tuple([z.number()]) }));

/** The reads of the conversations service, and its three ways of paging. */
export function sdkReading(stage: Stage): void {
  async function open(wanted?: Record<string, unknown>) {
    const place = await stage.location(wanted);
    return { place, ghl: stage.sdk(place, { apiVersion: conversationsVersion }) };
  }

  describe('the official SDK, reading', () => {
    it('sees every conversation of a location, each by itself and each message', async () => {
      const { place, ghl } = await open();
      const { conversations, total } = await ghl.conversations.searchConversation({
        locationId: place.id,
        limit: 100,
      });
      expect(conversations).toHaveLength(total);
      for (const { id } of conversations) {
        expect(await ghl.conversations.getConversation({ conversationId: id })).toMatchObject({
          id,
          locationId: place.id,
        });
        const { messages } = await messagesOf(ghl, id);
        const [newest] = messages;
        if (!newest) continue;
        const read = messageSchema.parse(await ghl.conversations.getMessage({ id: newest.id }));
        expect(read.message.id).toBe(newest.id);
      }
    });

    it('finds conversations by every filter that the documents name', async () => {
      const { place, ghl } = await open();
      const locationId = place.id;
      const [known] = rowsSchema.parse(
        (await ghl.conversations.searchConversation({ locationId })).conversations,
      );
      const filters = [
        { status: 'unread' },
        { status: 'starred', sort: 'asc', sortBy: 'last_manual_message_date' },
        { assignedTo: 'unassigned' },
        { lastMessageType: 'TYPE_SMS', lastMessageDirection: 'inbound' },
        { lastMessageAction: 'manual' },
        { startDate: 0, endDate: Date.now() },
        { id: known?.id },
      ];
      for (const filter of filters) {
        const { total } = await ghl.conversations.searchConversation({ locationId, ...filter });
        expect(total, JSON.stringify(filter)).toBeGreaterThan(0);
      }
    });

    it('is answered with the Version that it sends by itself', async () => {
      const place = await stage.location();
      const { total } = await stage.sdk(place).conversations.searchConversation({ locationId: place.id });
      expect(total).toBeGreaterThan(0);
    });

    it('pages the search by startAfterDate', async () => {
      const { place, ghl } = await open({ preset: 'empty', conversations: 250 });
      const seen = new Set<string>();
      let startAfterDate: number | undefined;
      for (let rows = 100; rows === 100; ) {
        const { conversations } = await ghl.conversations.searchConversation({
          locationId: place.id,
          limit: 100,
          startAfterDate,
        });
        const page = rowsSchema.parse(conversations);
        for (const { id } of page) seen.add(id);
        startAfterDate = page.at(-1)?.sort[0];
        rows = page.length;
      }
      expect(seen.size).toBe(250);
    });

    it('pages a thread by lastMessageId, and by type', async () => {
      const { place, ghl } = await open();
      const conversationId = await longestThread(ghl, place);
      const seen: string[] = [];
      for (let lastMessageId: string | undefined, more = true; more; ) {
        const page = await messagesOf(ghl, conversationId, { lastMessageId, limit: 50 });
        seen.push(...page.messages.map(({ id }) => id));
        lastMessageId = page.lastMessageId;
        more = page.nextPage;
      }
      expect(seen.length).toBeGreaterThan(100);
      expect(new Set(seen).size).toBe(seen.length);
      const texts = await messagesOf(ghl, conversationId, { type: 'TYPE_SMS', limit: 20 });
      expect(new Set(texts.messages.map(({ messageType }) => messageType))).toEqual(new Set(['TYPE_SMS']));
    });

    it('exports a location by cursor, mail apart', async () => {
      const { place, ghl } = await open();
      const everything = await exported(ghl, { locationId: place.id, limit: 100 });
      const mail = await exported(ghl, { locationId: place.id, limit: 100, channel: 'Email' });
      expect(everything.length).toBeGreaterThan(600);
      expect(mail.length).toBeGreaterThan(0);
      expect(new Set([...everything, ...mail]).size).toBe(everything.length + mail.length);
    });

    it('reads the mails of a thread item', async () => {
      const { place, ghl } = await open();
      for (const message of await threadsWith(ghl, place, 'TYPE_EMAIL')) {
        const { meta } = emailItemSchema.parse(message);
        for (const id of meta.email.messageIds) {
          const { emailMessage } = emailSchema.parse(await ghl.conversations.getEmailById({ id }));
          expect(emailMessage.id).toBe(id);
        }
      }
    });

    it('hears a call and reads what was said', async () => {
      const { place, ghl } = await open();
      const locationId = place.id;
      const calls = await threadsWith(ghl, place, 'TYPE_CALL');
      const completed = calls.filter(({ status }) => status === 'completed').map(({ id }) => id);
      const said = new Map<string, string>();
      for (const messageId of completed) {
        const recording: unknown = await ghl.conversations.getMessageRecording(
          { locationId, messageId },
          { responseType: 'arraybuffer' },
        );
        if (!Buffer.isBuffer(recording)) return expect.unreachable('A recording is bytes');
        expect(recording.subarray(0, 4).toString('latin1')).toBe('RIFF');
        const sentences = sentencesSchema.parse(
          await ghl.conversations.getMessageTranscription({ locationId, messageId }),
        );
        // Of a call that has just ended nothing is written down yet.
        if (sentences[0]) said.set(messageId, sentences[0].transcript);
      }
      expect(said.size).toBeGreaterThan(0);
      for (const [messageId, words] of said) {
        const text: unknown = await ghl.conversations.downloadMessageTranscription({ locationId, messageId });
        expect(text).toContain(words);
      }
    });
  });
}

type Page = { lastMessageId?: string; limit?: number; type?: string };

async function messagesOf(ghl: HighLevel, conversationId: string, page: Page = { limit: 100 }) {
  const answer: unknown = await ghl.conversations.getMessages({ conversationId, ...page });
  return pageSchema.parse(answer).messages;
}

/** The messages of one type, of all conversations that end with one. */
async function threadsWith(ghl: HighLevel, place: Place, type: string) {
  const { conversations } = await ghl.conversations.searchConversation({
    locationId: place.id,
    limit: 100,
    lastMessageType: type,
  });
  const pages = conversations.map(({ id }) => messagesOf(ghl, id, { type, limit: 20 }));
  const messages = (await Promise.all(pages)).flatMap((page) => page.messages);
  expect(messages, type).not.toHaveLength(0);
  return messages;
}

async function longestThread(ghl: HighLevel, place: Place): Promise<string> {
  const { conversations } = await ghl.conversations.searchConversation({ locationId: place.id, limit: 100 });
  for (const { id } of conversations) {
    if ((await messagesOf(ghl, id)).nextPage) return id;
  }
  throw new Error('No thread has a second page');
}

async function exported(
  ghl: HighLevel,
  wanted: Parameters<HighLevel['conversations']['exportMessagesByLocation']>[0],
): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await ghl.conversations.exportMessagesByLocation({ ...wanted, cursor });
    ids.push(...page.messages.map(({ id }) => id));
    // "Null if no more results", says the text of the document; its type says a string or nothing.
    cursor = page.nextCursor ?? undefined;
  }
  return ids;
}
