import 'server-only';
import { ControlRefusal, refuseUnknownFields, takeCount, takeText, takeTexts } from './control-body';
import type { ControlAnswer, ControlCall } from './control-location';
import { isRecord } from './fields';
import { messageView } from './message-view';
import type { MessageRecord } from './records';
import { applyToConversation } from './thread-effects';

const fields = [
  'conversationId',
  'messageType',
  'direction',
  'body',
  'subject',
  'contentType',
  'status',
  'source',
  'userId',
  'dateAdded',
  'attachments',
  'mentions',
  'meta',
  'activity',
];

/** Puts a message of any type into a thread as it is: what GHL can hold is more than any call of its API can make. */
export function orderMessage({ location, body }: ControlCall): ControlAnswer {
  refuseUnknownFields(body, fields);
  const conversation = location.conversations.get(takeText(body, 'conversationId') ?? '');
  if (!conversation) throw new ControlRefusal(400, 'conversationId is unknown');
  const messageType = takeText(body, 'messageType');
  if (!messageType) throw new ControlRefusal(400, 'messageType is missing');
  // An email is an item with mails of its own: the inbound and outbound controls make those.
  if (messageType === 'TYPE_EMAIL') throw new ControlRefusal(400, 'messageType must not be TYPE_EMAIL');
  const direction = takeText(body, 'direction') ?? 'inbound';
  if (direction !== 'inbound' && direction !== 'outbound')
    throw new ControlRefusal(400, 'direction must be inbound or outbound');
  const at = takeCount(body, 'dateAdded') ?? location.now();
  const message: MessageRecord = {
    id: location.newId(),
    conversationId: conversation.id,
    contactId: conversation.contactId,
    locationId: location.id,
    messageType,
    direction,
    dateAdded: at,
    dateUpdated: at,
    status: takeText(body, 'status'),
    contentType: takeText(body, 'contentType'),
    body: takeText(body, 'body'),
    subject: takeText(body, 'subject'),
    attachments: takeTexts(body, 'attachments'),
    mentions: takeTexts(body, 'mentions'),
    source: takeText(body, 'source') ?? 'app',
    userId: takeText(body, 'userId'),
    meta: takeObject(body, 'meta'),
    activity: takeObject(body, 'activity'),
  };
  location.insertMessage(message);
  applyToConversation(location, message);
  return { status: 201, body: { message: messageView(message, location.now()) } };
}

function takeObject(body: Record<string, unknown>, field: string): Record<string, unknown> | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) throw new ControlRefusal(400, `${field} must be an object`);
  return value;
}
