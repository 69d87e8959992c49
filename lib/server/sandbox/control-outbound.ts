import 'server-only';
import { ControlRefusal, refuseUnknownFields, takeCount, takeText } from './control-body';
import type { ControlAnswer, ControlCall } from './control-location';
import type { LocationState } from './location-state';
import { messageTypeFromWord } from './message-types';
import { messageView } from './message-view';
import type { ConversationRecord, EmailRecord, MessageRecord } from './records';
import { applyToConversation, emptyEmailItem, placeEmailInThread } from './thread-effects';

const fields = ['conversationId', 'type', 'body', 'source', 'userId', 'dateAdded', 'threadId'];
const sources = ['workflow', 'campaign', 'bulk_actions', 'app'];

type Outgoing = {
  type: string;
  body: string;
  source: string;
  userId?: string;
  at: number;
  threadId?: string;
};

/** Lets GHL itself send: what a workflow or a person in GHL's own screen writes, and no call of the API can make. */
export function orderOutbound({ location, body }: ControlCall): ControlAnswer {
  refuseUnknownFields(body, fields);
  const conversation = location.conversations.get(takeText(body, 'conversationId') ?? '');
  if (!conversation) throw new ControlRefusal(400, 'conversationId is unknown');
  const source = takeText(body, 'source') ?? 'workflow';
  if (!sources.includes(source))
    throw new ControlRefusal(400, `source must be one of: ${sources.join(', ')}`);
  const outgoing = {
    type: messageTypeFromWord(takeText(body, 'type') ?? 'SMS'),
    body: takeText(body, 'body') ?? '',
    source,
    userId: takeText(body, 'userId'),
    at: takeCount(body, 'dateAdded') ?? location.now(),
    threadId: takeText(body, 'threadId'),
  };
  const message =
    outgoing.type === 'TYPE_EMAIL'
      ? addMail(location, conversation, outgoing)
      : addText(location, conversation, outgoing);
  return { status: 201, body: { message: messageView(message, location.now()) } };
}

function addText(
  location: LocationState,
  conversation: ConversationRecord,
  outgoing: Outgoing,
): MessageRecord {
  const isNote = outgoing.type.startsWith('TYPE_ACTIVITY_');
  const message: MessageRecord = {
    id: location.newId(),
    conversationId: conversation.id,
    contactId: conversation.contactId,
    locationId: location.id,
    messageType: outgoing.type,
    direction: 'outbound',
    dateAdded: outgoing.at,
    dateUpdated: outgoing.at,
    status: isNote ? undefined : 'delivered',
    contentType: 'text/plain',
    body: outgoing.body,
    attachments: [],
    source: outgoing.source,
    userId: outgoing.userId,
  };
  location.insertMessage(message);
  applyToConversation(location, message);
  return message;
}

function addMail(
  location: LocationState,
  conversation: ConversationRecord,
  outgoing: Outgoing,
): MessageRecord {
  const contact = location.contacts.get(conversation.contactId);
  const joined = location.findMessage(outgoing.threadId ?? '');
  const email: EmailRecord = {
    id: location.newId(),
    altId: `${location.newId()}@mail.example`,
    threadId: joined?.id ?? location.newId(),
    locationId: location.id,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    dateAdded: outgoing.at,
    subject: 'Re:',
    body: `<p>${outgoing.body.replace(/</g, '&lt;')}</p>`,
    direction: 'outbound',
    status: 'delivered',
    attachments: [],
    provider: 'Leadconnector Gmail',
    from: location.profile.email,
    to: contact?.email ? [contact.email] : [],
    cc: [],
    bcc: [],
    source: outgoing.source,
    userId: outgoing.userId,
  };
  const item = joined ?? emptyEmailItem(location, conversation, email, email.threadId);
  if (!joined) location.insertMessage(item);
  placeEmailInThread(location, item, email);
  return item;
}
