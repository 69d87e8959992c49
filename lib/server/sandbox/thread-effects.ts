import 'server-only';
import type { LocationState } from './location-state';
import { conversationTypeFor, hasRowBody, numberOfMessageType } from './message-types';
import type { ConversationRecord, EmailRecord, MessageRecord } from './records';

/** Makes the placeholder GHL keeps for a contact without messages: TYPE_NO_SHOW (CONTRACT 1.2). */
export function createConversation(
  location: LocationState,
  contactId: string,
  options: { id?: string; at?: number; messageType?: string } = {},
): ConversationRecord {
  const at = options.at ?? location.now();
  const conversation: ConversationRecord = {
    id: options.id ?? location.newId(),
    locationId: location.id,
    contactId,
    type: conversationTypeFor(options.messageType),
    dateAdded: at,
    dateUpdated: at,
    lastMessageDate: at,
    lastManualMessageDate: null,
    lastMessageType: 'TYPE_NO_SHOW',
    isLastMessageInternalComment: false,
    followers: [],
    mentions: [],
    messageTypes: [100],
  };
  location.addConversation(conversation);
  return conversation;
}

/** What a new message does to its conversation: last message, unread count, types seen. */
export function applyToConversation(
  location: LocationState,
  message: MessageRecord,
  email?: EmailRecord,
): void {
  const conversation = location.conversations.get(message.conversationId);
  if (!conversation) return;
  location.events.emit({ kind: 'message', message, email });
  location.search.willChange(conversation.id);
  const isFirst = conversation.lastMessageType === 'TYPE_NO_SHOW';
  const isComment = message.messageType === 'TYPE_INTERNAL_COMMENT';
  const isActivity = message.messageType.startsWith('TYPE_ACTIVITY_');

  if (isFirst) conversation.messageTypes = [];
  const number = numberOfMessageType(message.messageType);
  if (!conversation.messageTypes.includes(number)) conversation.messageTypes.push(number);
  conversation.dateUpdated = Math.max(conversation.dateUpdated, message.dateAdded);
  conversation.inbox = true;
  if (message.direction === 'inbound' && !isActivity) {
    conversation.unreadCount = (conversation.unreadCount ?? 0) + 1;
    if (message.messageType === 'TYPE_WHATSAPP')
      conversation.lastInboundWhatsappMessageDate = message.dateAdded;
    location.events.emit({ kind: 'conversation', conversation });
  }
  if (isComment) {
    conversation.lastInternalComment = message.body;
    for (const userId of message.mentions ?? []) {
      if (!conversation.mentions.includes(userId)) conversation.mentions.push(userId);
    }
  }
  if (message.direction === 'outbound' && !isComment && !isActivity) {
    const isManual = message.source !== 'workflow' && message.source !== 'campaign';
    conversation.lastOutboundMessageAction = isManual ? 'manual' : 'automated';
    if (isManual) conversation.lastManualMessageDate = message.dateAdded;
  }
  if (!isFirst && message.dateAdded < conversation.lastMessageDate) return;
  conversation.lastMessageDate = message.dateAdded;
  conversation.lastMessageType = message.messageType;
  conversation.lastMessageDirection = message.direction;
  conversation.isLastMessageInternalComment = isComment;
  conversation.lastMessageBody = hasRowBody(message.messageType) ? message.body : undefined;
}

/**
 * Puts an email in its item. One item is one email thread, a single row that changes with each mail: it takes the
 * date, direction and status of the newest (CONTRACT 1.4). Inbound items have no body and no subject at the root.
 */
export function placeEmailInThread(location: LocationState, item: MessageRecord, email: EmailRecord): void {
  const emailIds = item.emailIds ?? [];
  if (!emailIds.includes(email.id)) emailIds.push(email.id);
  item.emailIds = emailIds;
  location.emails.set(email.id, email);
  if (email.scheduledAt !== undefined) return;

  location.removeFromThread(item);
  item.dateAdded = Math.max(email.dateAdded, item.scheduledAt === undefined ? item.dateAdded : 0);
  item.dateUpdated = item.dateAdded;
  item.scheduledAt = undefined;
  item.direction = email.direction;
  item.status = email.status;
  item.delivery = email.delivery;
  item.source = email.source;
  item.userId = email.userId;
  item.body = email.direction === 'outbound' ? email.body : undefined;
  item.subject = email.direction === 'outbound' ? email.subject : undefined;
  item.meta = { email: { messageIds: emailIds, direction: email.direction, subject: email.subject } };
  location.insertMessage(item);
  applyToConversation(location, item, email);
}

export function emptyEmailItem(
  location: LocationState,
  conversation: ConversationRecord,
  email: Pick<EmailRecord, 'direction' | 'dateAdded' | 'scheduledAt' | 'subject' | 'body'>,
  id = location.newId(),
): MessageRecord {
  return {
    id,
    conversationId: conversation.id,
    contactId: conversation.contactId,
    locationId: location.id,
    messageType: 'TYPE_EMAIL',
    direction: email.direction,
    dateAdded: email.dateAdded,
    dateUpdated: email.dateAdded,
    scheduledAt: email.scheduledAt,
    contentType: 'text/html',
    attachments: [],
    body: email.direction === 'outbound' ? email.body : undefined,
    subject: email.direction === 'outbound' ? email.subject : undefined,
    emailIds: [],
    meta: { email: { messageIds: [], direction: email.direction, subject: email.subject } },
  };
}
