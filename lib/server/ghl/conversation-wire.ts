import 'server-only';
import { z } from 'zod';
import type { Conversation, ConversationRow } from '@/lib/shared/contract/conversation';
import { messageTypeName } from './message-types';
import { madeUpId, unknownType } from './unreadable';
import {
  wireAny,
  wireCount,
  wireDirection,
  wireFlag,
  wireId,
  wireList,
  wireText,
  wireTexts,
  wireTime,
} from './wire';

/** Reads all three forms of a conversation: a row of search, the answer by id, the answer of a change (CONTRACT 1.2). */
const conversationWireSchema = z.object({
  id: wireId,
  contactId: wireId,
  contactName: wireText,
  fullName: wireText,
  companyName: wireText,
  email: wireText,
  phone: wireText,
  lastMessageType: wireAny,
  lastMessageBody: wireText,
  lastMessageDirection: wireDirection,
  lastOutboundMessageAction: wireText,
  lastMessageDate: wireTime,
  unreadCount: wireCount,
  starred: wireFlag,
  assignedTo: wireId,
  tags: wireTexts,
  dateAdded: wireTime,
  sort: wireList,
});

/** A row as we show it, and its place in the order it was searched in (null: the row does not say). */
export type PlacedRow = { row: ConversationRow; sortValue: number | null };

export function placedRow(value: unknown, locationId: string): PlacedRow {
  const { data } = conversationWireSchema.safeParse(value);
  const row = readConversation(value, locationId) ?? { kind: 'unreadable', id: data?.id ?? madeUpId(value) };
  const sortValue = Math.trunc(wireCount.parse(data?.sort[0]) ?? Number.NaN);
  return { row, sortValue: Number.isSafeInteger(sortValue) ? sortValue : (data?.lastMessageDate ?? null) };
}

/** Null when there is nothing to recognise a conversation by. */
export function readConversation(value: unknown, locationId: string): Conversation | null {
  const { data } = conversationWireSchema.safeParse(value);
  const type = messageTypeName(data?.lastMessageType);
  if (!data?.id || (!data.contactId && !type && data.lastMessageDate === null)) return null;
  return {
    kind: 'conversation',
    id: data.id,
    locationId,
    contactId: data.contactId,
    // `fullName` is re-cased by GHL; `contactName` is as the contact writes it.
    contactName: data.contactName ?? data.fullName,
    companyName: data.companyName,
    email: data.email,
    phone: data.phone,
    lastMessage: {
      type: type ?? unknownType,
      body: data.lastMessageBody,
      direction: data.lastMessageDirection,
      isAutomated: data.lastOutboundMessageAction === 'automated',
      at: data.lastMessageDate,
    },
    unreadCount: Math.max(0, Math.trunc(data.unreadCount ?? 0)),
    isStarred: data.starred,
    assignedTo: data.assignedTo,
    tags: data.tags,
    createdAt: data.dateAdded,
    team: { kind: 'open' },
    waitingSince: null,
  };
}
