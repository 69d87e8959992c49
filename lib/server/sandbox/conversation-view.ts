import 'server-only';
import { nameOfConversationType, numberOfMessageType } from './message-types';
import type { ContactRecord, ConversationRecord } from './records';
import type { SearchEntry } from './search-index';

/** The three forms of one conversation (CONTRACT 1.2): a search row, by id, and the answer of a PUT. */

export function conversationRow(entry: SearchEntry, sortValue: number): Record<string, unknown> {
  const { conversation, contact } = entry;
  const hasMessages = conversation.lastMessageType !== 'TYPE_NO_SHOW';
  const name = contactName(contact);
  return {
    id: conversation.id,
    locationId: conversation.locationId,
    dateAdded: conversation.dateAdded,
    dateUpdated: conversation.dateUpdated,
    lastMessageDate: conversation.lastMessageDate,
    lastMessageType: conversation.lastMessageType,
    lastMessageBody: conversation.lastMessageBody,
    lastMessageDirection: conversation.lastMessageDirection,
    lastOutboundMessageAction: conversation.lastOutboundMessageAction,
    lastInboundWhatsappMessageDate: conversation.lastInboundWhatsappMessageDate,
    lastManualMessageDate: hasMessages ? conversation.lastManualMessageDate : undefined,
    inbox: conversation.inbox,
    unreadCount: conversation.unreadCount ?? 0,
    followers: contact.followers,
    mentions: conversation.mentions,
    isLastMessageInternalComment: conversation.isLastMessageInternalComment,
    lastInternalComment: conversation.lastInternalComment,
    assignedTo: contact.assignedTo,
    contactId: conversation.contactId,
    fullName: name === null ? null : reCased(name),
    contactName: name,
    companyName: contact.companyName ?? null,
    email: contact.email ?? null,
    // Absent where an email is null: both forms of "none" occur (CONTRACT 1.2).
    phone: contact.phone,
    tags: contact.tags,
    type: nameOfConversationType(conversation.type),
    scoring: [],
    messageTypes: conversation.messageTypes,
    profilePhoto: contact.profilePhoto ?? null,
    attributed: null,
    starred: conversation.starred,
    sort: [sortValue],
  };
}

export function conversationById(
  conversation: ConversationRecord,
  contact: ContactRecord | undefined,
): Record<string, unknown> {
  return {
    locationId: conversation.locationId,
    contactId: conversation.contactId,
    type: conversation.type,
    deleted: false,
    id: conversation.id,
    isLastMessageInternalComment: conversation.isLastMessageInternalComment,
    lastMessageType: numberOfMessageType(conversation.lastMessageType),
    lastMessageDate: firestoreTime(conversation.lastMessageDate),
    messageTypes: conversation.messageTypes,
    unreadCount: conversation.unreadCount,
    inbox: conversation.inbox,
    starred: conversation.starred,
    assignedTo: contact?.assignedTo,
  };
}

export function conversationAfterUpdate(
  conversation: ConversationRecord,
  contact: ContactRecord | undefined,
): Record<string, unknown> {
  return {
    id: conversation.id,
    locationId: conversation.locationId,
    contactId: conversation.contactId,
    type: conversation.type,
    deleted: false,
    dateAdded: new Date(conversation.dateAdded).toISOString(),
    dateUpdated: new Date(conversation.dateUpdated).toISOString(),
    lastMessageDate: new Date(conversation.lastMessageDate).toISOString(),
    lastMessageType: numberOfMessageType(conversation.lastMessageType),
    lastMessageBody: conversation.lastMessageBody,
    isLastMessageInternalComment: conversation.isLastMessageInternalComment,
    messageTypes: conversation.messageTypes,
    unreadCount: conversation.unreadCount,
    inbox: conversation.inbox,
    starred: conversation.starred,
    feedback: conversation.feedback,
    assignedTo: contact?.assignedTo,
  };
}

export function contactName(contact: ContactRecord): string | null {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  return name === '' ? null : name;
}

/** GHL stores names in lower case and gives each word a capital again: "McRae" comes out as "Mcrae". */
function reCased(name: string): string {
  return name
    .toLowerCase()
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

function firestoreTime(ms: number): { seconds: number; nanoseconds: number } {
  const seconds = Math.floor(ms / 1000);
  return { seconds, nanoseconds: (ms - seconds * 1000) * 1_000_000 };
}
