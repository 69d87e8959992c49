import 'server-only';
import { statusOf, statusSince } from './delivery';
import { numberOfMessageType } from './message-types';
import type { EmailRecord, MessageRecord } from './records';

/** A message as the list and the single read give it: dates are ISO here (CONTRACT 1.4). */
export function messageView(message: MessageRecord, now: number): Record<string, unknown> {
  return {
    id: message.id,
    direction: message.direction,
    status: statusOf(message, now),
    type: numberOfMessageType(message.messageType),
    locationId: message.locationId,
    attachments: message.attachments,
    body: message.body,
    subject: message.subject,
    contactId: message.contactId,
    contentType: message.contentType,
    conversationId: message.conversationId,
    dateAdded: new Date(message.dateAdded).toISOString(),
    dateUpdated: new Date(statusSince(message, now)).toISOString(),
    altId: message.altId,
    source: message.source,
    userId: message.userId,
    from: message.from,
    to: message.to,
    meta: message.meta,
    activity: message.activity,
    mentions: message.mentions,
    conversationProviderId: message.conversationProviderId,
    chatWidgetId: message.chatWidgetId,
    messageType: message.messageType,
    subType: message.subType,
  };
}

export function emailView(email: EmailRecord, now: number): Record<string, unknown> {
  return {
    id: email.id,
    altId: email.altId,
    threadId: email.threadId,
    locationId: email.locationId,
    contactId: email.contactId,
    conversationId: email.conversationId,
    dateAdded: new Date(email.dateAdded).toISOString(),
    subject: email.subject,
    body: email.body,
    direction: email.direction,
    status: statusOf(email, now),
    contentType: 'text/html',
    attachments: email.attachments,
    provider: email.provider,
    from: email.from,
    to: email.to,
    cc: email.cc,
    bcc: email.bcc,
    replyToMessageId: email.replyToMessageId,
    source: email.source,
  };
}
