import 'server-only';
import { ControlRefusal, refuseUnknownFields, takeText, takeTexts } from './control-body';
import type { ControlAnswer, ControlCall } from './control-location';
import { receiveMessage } from './inbound';
import { messageTypeFromWord } from './message-types';
import { messageView } from './message-view';
import type { ConversationRecord } from './records';
import { createConversation } from './thread-effects';

const fields = [
  'conversationId',
  'contactId',
  'type',
  'body',
  'html',
  'subject',
  'attachments',
  'dateAdded',
  'threadId',
  'emailCc',
];

/** Brings a message of the contact into a thread, as if it had come over the network. */
export function orderInbound(call: ControlCall): ControlAnswer {
  const { location, body } = call;
  refuseUnknownFields(body, fields);
  const messageType = messageTypeFromWord(takeText(body, 'type') ?? 'SMS');
  const incoming = {
    messageType,
    body: takeText(body, 'body') ?? '',
    html: takeText(body, 'html'),
    subject: takeText(body, 'subject'),
    attachments: takeTexts(body, 'attachments'),
    dateAdded: readMoment(body.dateAdded),
    threadId: takeText(body, 'threadId'),
    cc: takeTexts(body, 'emailCc'),
  };
  const message = receiveMessage(location, conversationFor(call, messageType), incoming);
  return { status: 201, body: { message: messageView(message, location.now()) } };
}

function conversationFor({ location, body }: ControlCall, messageType: string): ConversationRecord {
  const conversationId = takeText(body, 'conversationId');
  if (conversationId !== undefined) {
    const conversation = location.conversations.get(conversationId);
    if (!conversation) throw new ControlRefusal(400, `conversationId ${conversationId} is unknown`);
    return conversation;
  }
  const contactId = takeText(body, 'contactId');
  if (contactId === undefined) throw new ControlRefusal(400, 'conversationId or contactId is missing');
  if (!location.contacts.has(contactId)) throw new ControlRefusal(400, `contactId ${contactId} is unknown`);
  return location.conversationOf(contactId) ?? createConversation(location, contactId, { messageType });
}

function readMoment(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const moment =
    typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (!Number.isFinite(moment)) throw new ControlRefusal(400, 'dateAdded must be ms or an ISO date');
  return moment;
}
