import 'server-only';
import { z } from 'zod';
import type { Message, MessagePage } from '@/lib/shared/contract/message';
import type { GhlClient, ReadOptions } from './client';
import { GhlCursorError, GhlShapeError } from './errors';
import { messageAttachmentUrls, messageItem } from './message-wire';
import { callInfo, checkedId } from './operations';
import { withoutRepeats } from './unreadable';
import { unwrapped, wireAny, wireFlag, wireId } from './wire';

const keptMs = 3_000;
const defaultPageSize = 30;
/** GHL documents no limit; this much is known to work (CONTRACT 6). */
const maxPageSize = 100;

const pageSchema = z.object({
  messages: z.array(z.unknown()),
  lastMessageId: wireId,
  nextPage: wireAny,
});

/** A page of a thread, newest first. The cursor is the id of the oldest message of the page before. */
export async function listMessages(
  ghl: GhlClient,
  conversationId: string,
  options: ReadOptions & { cursor?: string | null; limit?: number } = {},
): Promise<MessagePage> {
  const id = checkedId('get-messages', 'conversationId', conversationId);
  const { cursor = null } = options;
  if (cursor !== null && wireId.parse(cursor) === null) throw new GhlCursorError(callInfo('get-messages'));
  const limit = Math.min(Math.max(1, options.limit ?? defaultPageSize), maxPageSize);
  return ghl.reads.read(
    `messages:${id}:${limit}:${cursor ?? ''}`,
    keptMs,
    (shared) => readPage(ghl, id, { cursor, limit }, shared),
    options,
  );
}

export async function getMessage(
  ghl: GhlClient,
  messageId: string,
  options: ReadOptions = {},
): Promise<Message> {
  return (await getMessageWithUrls(ghl, messageId, options)).message;
}

/** With the addresses of its files, which are for the server only: by index, as in `message.attachments`. */
export async function getMessageWithUrls(
  ghl: GhlClient,
  messageId: string,
  options: ReadOptions = {},
): Promise<{ message: Message; attachmentUrls: string[] }> {
  const operation = 'get-message';
  const id = checkedId(operation, 'messageId', messageId);
  return ghl.reads.read(
    `message:${id}`,
    keptMs,
    async (shared) => {
      const answer = await ghl.call(operation, {
        params: { messageId: id },
        schema: wireAny,
        ...shared,
      });
      const wire = unwrapped(answer, 'message');
      const message = messageItem(wire, null);
      if (message.kind !== 'message' || message.id !== id) {
        throw new GhlShapeError(callInfo(operation), { field: 'message' });
      }
      return { message, attachmentUrls: messageAttachmentUrls(wire) };
    },
    options,
  );
}

async function readPage(
  ghl: GhlClient,
  conversationId: string,
  { cursor, limit }: { cursor: string | null; limit: number },
  options: ReadOptions,
): Promise<MessagePage> {
  const operation = 'get-messages';
  const answer = await ghl.call(operation, {
    params: { conversationId },
    query: { limit, lastMessageId: cursor ?? undefined },
    schema: wireAny,
    ...options,
  });
  // Nested in reality, flat by the documents (CONTRACT 1.1).
  const { data } = pageSchema.safeParse(unwrapped(answer, 'messages'));
  if (!data) throw new GhlShapeError(callInfo(operation), { field: 'messages' });
  const messages = withoutRepeats(data.messages.map((item) => messageItem(item, conversationId)));
  // Without a word of GHL about it, a full page is taken for one of several.
  const hasMore = data.nextPage == null ? data.messages.length >= limit : wireFlag.parse(data.nextPage);
  // The last of the array is the oldest; what cannot be read has no id that GHL would know.
  const next = data.lastMessageId ?? messages.findLast(({ kind }) => kind === 'message')?.id ?? null;
  const isGoingOn = hasMore && messages.length > 0 && next !== cursor;
  return { messages, nextCursor: isGoingOn ? next : null };
}
