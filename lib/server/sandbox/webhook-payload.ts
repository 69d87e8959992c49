import 'server-only';
import { contactName } from './conversation-view';
import type { NoteRecord, TaskRecord } from './crm-state';
import { statusOf } from './delivery';
import type { LocationEvent } from './event-outlet';
import { isRecord } from './fields';
import type { LocationState } from './location-state';
import { numberOfMessageType } from './message-types';
import type { ContactRecord, ConversationRecord, EmailRecord, MessageRecord } from './records';

export type WebhookFields = { type: string } & Record<string, unknown>;

/** The words of `messageType`, which are not TYPE_ strings (CONTRACT 3.2). Others: the TYPE_ string without TYPE_. */
const messageWords: Record<string, string> = {
  TYPE_SMS: 'SMS',
  TYPE_CALL: 'CALL',
  TYPE_EMAIL: 'Email',
  TYPE_VOICEMAIL: 'VoiceMail',
  TYPE_CAMPAIGN_VOICEMAIL: 'VoiceMail',
  TYPE_INTERNAL_COMMENT: 'InternalComment',
  TYPE_WHATSAPP: 'WhatsApp',
  TYPE_FACEBOOK: 'FB',
  TYPE_INSTAGRAM: 'IG',
  TYPE_LIVE_CHAT: 'Live Chat',
};

/** What GHL posts for an event; undefined for one it has no webhook for (CONTRACT 3.2). */
export function webhookFields(location: LocationState, event: LocationEvent): WebhookFields | undefined {
  switch (event.kind) {
    case 'message':
      return messageFields(location, event.message, event.email);
    case 'conversation':
      return conversationFields(event.conversation, event.isDeleted === true);
    case 'contact':
      return { type: `Contact${event.change}`, ...contactFields(event.contact, event.change) };
    case 'note':
      return { type: `Note${event.change}`, ...noteFields(event.note) };
    case 'task':
      return { type: `Task${event.change}`, ...taskFields(event.task, event.change === 'Create') };
  }
}

function messageFields(
  location: LocationState,
  message: MessageRecord,
  email: EmailRecord | undefined,
): WebhookFields | undefined {
  // Whether activities are posted is not recorded: they are not (GUESS).
  if (message.messageType.startsWith('TYPE_ACTIVITY_')) return undefined;
  const isInbound = message.direction === 'inbound';
  const call = isRecord(message.meta?.call) ? message.meta.call : undefined;
  const fields: WebhookFields = {
    type: isInbound ? 'InboundMessage' : 'OutboundMessage',
    locationId: location.id,
    contactId: message.contactId,
    conversationId: message.conversationId,
    messageId: message.id,
    messageType: messageWords[message.messageType] ?? message.messageType.replace(/^TYPE_/, ''),
    messageTypeId: numberOfMessageType(message.messageType),
    messageTypeString: message.messageType,
    direction: message.direction,
    status: statusOf(email ?? message, location.now()),
    contentType: message.contentType,
    body: message.body ?? '',
    // The media of an inbound WhatsApp message come later, and only by GET (CONTRACT 3.2, #299).
    attachments: isInbound && message.messageType === 'TYPE_WHATSAPP' ? [] : (message.attachments ?? []),
    dateAdded: new Date(message.dateAdded).toISOString(),
    source: isInbound ? undefined : message.source,
    userId: message.userId,
    from: message.from,
    to: message.to,
    conversationProviderId: message.conversationProviderId,
    chatWidgetId: message.chatWidgetId,
    mentions: message.mentions,
    callDuration: call?.duration,
    callStatus: call?.status,
  };
  return email ? { ...fields, ...emailFields(email) } : fields;
}

function emailFields(email: EmailRecord): Record<string, unknown> {
  return {
    emailMessageId: email.id,
    threadId: email.threadId,
    provider: email.provider,
    dateAdded: new Date(email.dateAdded).toISOString(),
    subject: email.subject,
    body: email.body,
    plainText: email.direction === 'outbound' ? email.body.replace(/<[^>]*>/g, ' ').trim() : undefined,
    attachments: email.attachments,
    from: email.from,
    to: email.to.join(', '),
    // `cc` and `bcc` hold the first only (#255).
    cc: email.cc[0],
    bcc: email.bcc[0],
    ccList: email.cc,
    bccList: email.bcc,
  };
}

/** The only event that tells of reading, starring and deleting. */
function conversationFields(conversation: ConversationRecord, deleted: boolean): WebhookFields {
  return {
    type: 'ConversationUnreadUpdate',
    locationId: conversation.locationId,
    id: conversation.id,
    contactId: conversation.contactId,
    unreadCount: conversation.unreadCount ?? 0,
    inbox: conversation.inbox ?? true,
    starred: conversation.starred ?? false,
    deleted,
  };
}

function contactFields(contact: ContactRecord, change: string): Record<string, unknown> {
  return {
    id: contact.id,
    locationId: contact.locationId,
    address1: contact.address1,
    city: contact.city,
    state: contact.state,
    postalCode: contact.postalCode,
    country: contact.country,
    companyName: contact.companyName,
    source: contact.source,
    dateAdded: new Date(contact.dateAdded).toISOString(),
    dateOfBirth: contact.dateOfBirth,
    dnd: contact.dnd ?? false,
    // inboundDndSettings are in no event (#264).
    dndSettings: change === 'DndUpdate' ? (contact.dndSettings ?? {}) : undefined,
    email: contact.email,
    name: contactName(contact) ?? undefined,
    firstName: contact.firstName,
    lastName: contact.lastName,
    phone: contact.phone,
    tags: contact.tags,
    website: contact.website,
    attachments: [],
    assignedTo: contact.assignedTo,
    customFields: contact.customFields,
  };
}

function noteFields(note: NoteRecord): Record<string, unknown> {
  return {
    id: note.id,
    locationId: note.locationId,
    contactId: note.contactId,
    userId: note.userId,
    body: note.body,
    dateAdded: new Date(note.dateAdded).toISOString(),
  };
}

/** A real TaskCreate lacks contactId and body (#332). */
function taskFields(task: TaskRecord, isCreate: boolean): Record<string, unknown> {
  return {
    id: task.id,
    locationId: task.locationId,
    title: task.title,
    body: isCreate ? undefined : task.body,
    contactId: isCreate ? undefined : task.contactId,
    assignedTo: task.assignedTo,
    dueDate: new Date(task.dueDate).toISOString(),
    dateAdded: new Date(task.dateAdded).toISOString(),
  };
}
