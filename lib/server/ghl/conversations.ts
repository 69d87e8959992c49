import 'server-only';
import { z } from 'zod';
import type { Conversation, ConversationPatch } from '@/lib/shared/contract/conversation';
import type { GhlClient, ReadOptions } from './client';
import { getContact } from './contacts';
import { findConversations } from './conversation-query';
import { readConversation } from './conversation-wire';
import { GhlHttpError, GhlShapeError } from './errors';
import { callInfo, checkedId } from './operations';
import type { Priority } from './priority';
import { unwrapped, wireCount, wireId } from './wire';

const keptMs = 3_000;

/**
 * One conversation with its contact's name and addresses. GHL's answer by id has none of these (CONTRACT 1.2), so it
 * is looked up by search, and by id only while the search does not know it yet.
 */
export async function getConversation(
  ghl: GhlClient,
  conversationId: string,
  options: ReadOptions = {},
): Promise<Conversation> {
  const id = checkedId('get-conversation', 'conversationId', conversationId);
  return ghl.reads.read(
    `conversation:${id}`,
    keptMs,
    async (shared) => {
      const rows = await findConversations(ghl, { id }, shared);
      const found = rows.find(({ row }) => row.id === id)?.row;
      return found?.kind === 'conversation' ? found : readById(ghl, id, shared);
    },
    options,
  );
}

/**
 * Marks as read or unread, stars or unstars. Answers the conversation as it is now: GHL's search still gives the old
 * values for a while.
 */
export async function updateConversation(
  ghl: GhlClient,
  conversationId: string,
  { isUnread, isStarred }: ConversationPatch,
): Promise<Conversation> {
  // Before the change, so that a failure of this read never hides that the change was made.
  const before = await getConversation(ghl, conversationId);
  // Any count above zero means unread (CONTRACT 1.10).
  const wanted = isUnread === undefined ? undefined : isUnread ? 1 : 0;
  const answered = await writeConversation(ghl, conversationId, { unreadCount: wanted, isStarred });
  const unreadCount = isUnread === undefined ? before.unreadCount : isUnread ? answered.unreadCount || 1 : 0;
  return { ...before, unreadCount, isStarred: isStarred ?? before.isStarred };
}

/** Writes these values and no others, without reading the conversation first. */
export async function writeConversation(
  ghl: GhlClient,
  conversationId: string,
  { unreadCount, isStarred }: { unreadCount?: number; isStarred?: boolean },
  { priority }: { priority?: Priority } = {},
): Promise<{ unreadCount: number | null }> {
  const answer = await afterDropping(ghl, conversationId, () =>
    ghl.call('update-conversation', {
      params: { conversationId },
      body: {
        locationId: ghl.locationId,
        ...(unreadCount === undefined ? {} : { unreadCount }),
        ...(isStarred === undefined ? {} : { starred: isStarred }),
      },
      schema: z.unknown(),
      priority,
    }),
  );
  const { data } = z.object({ unreadCount: wireCount }).safeParse(unwrapped(answer, 'conversation'));
  return { unreadCount: data?.unreadCount ?? null };
}

/** The id of the contact's conversation: a new one, or the one that is there already. */
export async function createConversation(ghl: GhlClient, contactId: string): Promise<string> {
  const operation = 'create-conversation';
  const contact = checkedId(operation, 'contactId', contactId);
  try {
    const answer = await ghl.call(operation, {
      body: { locationId: ghl.locationId, contactId: contact },
      schema: z.unknown(),
    });
    const { data } = z.object({ id: wireId }).safeParse(unwrapped(answer, 'conversation'));
    if (!data?.id) throw new GhlShapeError(callInfo(operation), { field: 'conversation.id' });
    return data.id;
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
    const rows = await findConversations(ghl, { contactId: contact }, {});
    const found = rows.find(({ row }) => row.kind === 'conversation' && row.contactId === contact);
    // The search may not know the one that GHL says is there (CONTRACT 1.3): then GHL's refusal stands.
    if (!found) throw error;
    return found.row.id;
  } finally {
    ghl.reads.drop(['conversations:']);
  }
}

/** Deletes the conversation with all its messages, for everybody. */
export async function deleteConversation(
  ghl: GhlClient,
  conversationId: string,
  { priority }: { priority?: Priority } = {},
): Promise<void> {
  await afterDropping(ghl, conversationId, () =>
    ghl.call('delete-conversation', { params: { conversationId }, schema: z.unknown(), priority }),
  );
}

/**
 * One conversation from GHL itself and not from its search, which lags: for what was just written. Throws when it is
 * gone.
 */
export function readConversationAnew(
  ghl: GhlClient,
  conversationId: string,
  options: ReadOptions = {},
): Promise<Conversation> {
  return readById(ghl, conversationId, options);
}

async function readById(ghl: GhlClient, conversationId: string, options: ReadOptions): Promise<Conversation> {
  const operation = 'get-conversation';
  const answer = await ghl.call(operation, { params: { conversationId }, schema: z.unknown(), ...options });
  const conversation = readConversation(unwrapped(answer, 'conversation'), ghl.locationId);
  if (conversation?.id !== conversationId) throw new GhlShapeError(callInfo(operation), { field: 'id' });
  if (!conversation.contactId) return conversation;
  const contact = await contactOrNull(ghl, conversation.contactId, options);
  return {
    ...conversation,
    contactName: conversation.contactName ?? contact?.name ?? null,
    companyName: conversation.companyName ?? contact?.companyName ?? null,
    email: conversation.email ?? contact?.email ?? null,
    phone: conversation.phone ?? contact?.phone ?? null,
    assignedTo: conversation.assignedTo ?? contact?.assignedTo ?? null,
    tags: conversation.tags.length > 0 ? conversation.tags : (contact?.tags ?? []),
  };
}

/** A deleted contact, or one the token may not read, leaves a conversation without a name: not an error. */
async function contactOrNull(ghl: GhlClient, contactId: string, options: ReadOptions) {
  try {
    return await getContact(ghl, contactId, options);
  } catch (error) {
    if (error instanceof GhlHttpError && error.status < 500 && error.status !== 429) return null;
    throw error;
  }
}

function isAlreadyThere(error: unknown): boolean {
  return (
    error instanceof GhlHttpError && error.status === 400 && /already exists/i.test(error.ghlMessage ?? '')
  );
}

/** Also after a failure: a write that broke may have been made. */
async function afterDropping<T>(ghl: GhlClient, conversationId: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } finally {
    ghl.reads.drop(['conversations:', `conversation:${conversationId}`, `messages:${conversationId}:`]);
  }
}
