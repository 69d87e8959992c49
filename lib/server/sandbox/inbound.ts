import 'server-only';
import type { LocationState } from './location-state';
import type { ConversationRecord, EmailRecord, MessageRecord } from './records';
import { applyToConversation, emptyEmailItem, placeEmailInThread } from './thread-effects';

export type Incoming = {
  messageType: string;
  body: string;
  html?: string;
  subject?: string;
  attachments?: string[];
  dateAdded?: number;
  /** The email item or email message this mail answers; without one a mail starts a thread of its own. */
  threadId?: string;
  cc?: string[];
};

/** A message of the contact: what the network would bring. Email goes into its thread item. */
export function receiveMessage(
  location: LocationState,
  conversation: ConversationRecord,
  incoming: Incoming,
): MessageRecord {
  return incoming.messageType === 'TYPE_EMAIL'
    ? receiveEmail(location, conversation, incoming)
    : receiveText(location, conversation, incoming);
}

function receiveText(
  location: LocationState,
  conversation: ConversationRecord,
  incoming: Incoming,
): MessageRecord {
  const at = incoming.dateAdded ?? location.now();
  const contact = location.contacts.get(conversation.contactId);
  const isCall = incoming.messageType === 'TYPE_CALL' || incoming.messageType === 'TYPE_VOICEMAIL';
  const message: MessageRecord = {
    id: location.newId(),
    conversationId: conversation.id,
    contactId: conversation.contactId,
    locationId: location.id,
    messageType: incoming.messageType,
    direction: 'inbound',
    dateAdded: at,
    dateUpdated: at,
    status: incoming.messageType === 'TYPE_VOICEMAIL' ? 'voicemail' : isCall ? 'completed' : 'delivered',
    contentType: isCall ? undefined : 'text/plain',
    body: isCall ? undefined : incoming.body,
    attachments: isCall ? undefined : (incoming.attachments ?? []),
    meta: isCall ? { call: { duration: 42, status: 'completed' } } : undefined,
    source: 'app',
    from: contact?.phone,
    to: location.profile.phone,
  };
  location.insertMessage(message);
  applyToConversation(location, message);
  return message;
}

function receiveEmail(
  location: LocationState,
  conversation: ConversationRecord,
  incoming: Incoming,
): MessageRecord {
  const at = incoming.dateAdded ?? location.now();
  const contact = location.contacts.get(conversation.contactId);
  const answered = incoming.threadId === undefined ? undefined : location.emails.get(incoming.threadId);
  const joined = location.findMessage(answered?.threadId ?? incoming.threadId ?? '');
  const address = contact?.email ?? 'unknown@sender.example';
  const name = [contact?.firstName, contact?.lastName].filter(Boolean).join(' ');
  const email: EmailRecord = {
    id: location.newId(),
    altId: `${location.newId()}@${address.split('@')[1] ?? 'sender.example'}`,
    threadId: joined?.id ?? location.newId(),
    locationId: location.id,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    dateAdded: at,
    subject: incoming.subject ?? '',
    body: incoming.html ?? paragraphs(incoming.body),
    direction: 'inbound',
    status: 'delivered',
    attachments: incoming.attachments ?? [],
    provider: 'Leadconnector Gmail',
    from: name === '' ? address : `${name} <${address}>`,
    to: [location.profile.email],
    cc: incoming.cc ?? [],
    bcc: [],
    replyToMessageId: answered?.id,
    source: 'app',
  };
  const item = joined ?? emptyEmailItem(location, conversation, email, email.threadId);
  if (!joined) location.insertMessage(item);
  placeEmailInThread(location, item, email);
  return item;
}

function paragraphs(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('\n');
}
