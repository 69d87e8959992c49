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
  bcc?: string[];
  /** A provider can also bring what the team wrote or dialled elsewhere. */
  direction?: 'inbound' | 'outbound';
  from?: string;
  to?: string;
  altId?: string;
  conversationProviderId?: string;
  source?: string;
  subType?: string;
  call?: { status: string; seconds: number | null };
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
  const isOutbound = incoming.direction === 'outbound';
  const isVoicemail = incoming.messageType === 'TYPE_VOICEMAIL';
  const call =
    incoming.messageType === 'TYPE_CALL' || isVoicemail
      ? { status: 'completed', seconds: 42, ...incoming.call }
      : incoming.call;
  const message: MessageRecord = {
    id: location.newId(),
    conversationId: conversation.id,
    contactId: conversation.contactId,
    locationId: location.id,
    messageType: incoming.messageType,
    direction: incoming.direction ?? 'inbound',
    dateAdded: at,
    dateUpdated: at,
    status: isVoicemail ? 'voicemail' : (call?.status ?? 'delivered'),
    contentType: call ? undefined : 'text/plain',
    body: call ? undefined : incoming.body,
    // A call of GHL's own has none; a provider brings the recording as one (CONTRACT 1.6).
    attachments: call && !incoming.call ? undefined : (incoming.attachments ?? []),
    meta: call && { call: { duration: call.seconds, status: call.status } },
    source: incoming.source ?? 'app',
    from: incoming.from ?? (isOutbound ? location.profile.phone : contact?.phone),
    to: incoming.to ?? (isOutbound ? contact?.phone : location.profile.phone),
    altId: incoming.altId,
    conversationProviderId: incoming.conversationProviderId,
    subType: incoming.subType,
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
  const theirs = name === '' ? address : `${name} <${address}>`;
  const own = `${location.profile.name} <${location.profile.email}>`;
  const isOutbound = incoming.direction === 'outbound';
  const email: EmailRecord = {
    id: location.newId(),
    altId: incoming.altId ?? `${location.newId()}@${address.split('@')[1] ?? 'sender.example'}`,
    threadId: joined?.id ?? location.newId(),
    locationId: location.id,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    dateAdded: at,
    subject: incoming.subject ?? '',
    body: incoming.html ?? paragraphs(incoming.body),
    direction: incoming.direction ?? 'inbound',
    status: 'delivered',
    attachments: incoming.attachments ?? [],
    provider: 'Leadconnector Gmail',
    from: incoming.from ?? (isOutbound ? own : theirs),
    to: [incoming.to ?? (isOutbound ? address : location.profile.email)],
    cc: incoming.cc ?? [],
    bcc: incoming.bcc ?? [],
    replyToMessageId: answered?.id,
    source: incoming.source ?? 'app',
  };
  const item = joined ?? emptyEmailItem(location, conversation, email, email.threadId);
  if (!joined) location.insertMessage(item);
  item.conversationProviderId = incoming.conversationProviderId ?? item.conversationProviderId;
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
