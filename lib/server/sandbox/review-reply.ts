import 'server-only';
import { type Answer, bodyOf, type Call, ok, requireConversation, requireOwnLocation } from './call';
import { statusOf } from './delivery';
import { FieldCheck } from './fields';
import type { MessageRecord } from './records';
import { httpException, unprocessable } from './refusal';
import { applyToConversation } from './thread-effects';

/** POST …/review-reply: public, and only where there is a review to answer ("must have reviewId", says the document). */
export function sendReviewReply(call: Call): Answer {
  const { location } = call;
  const check = new FieldCheck(bodyOf(call));
  const conversationId = check.requiredText('conversationId');
  const locationId = check.requiredText('locationId');
  const text = check.requiredText('message');
  if (check.messages.length > 0) throw unprocessable(check.messages);
  requireOwnLocation(call, locationId);
  const conversation = requireConversation(call, conversationId);
  const hasReview = location
    .messagesOf(conversation.id)
    .some(({ messageType, direction }) => messageType === 'TYPE_REVIEW' && direction === 'inbound');
  if (!hasReview) throw httpException(400, 'Review not found for this conversation');

  const now = location.now();
  const message: MessageRecord = {
    id: location.newId(),
    conversationId: conversation.id,
    contactId: conversation.contactId,
    locationId: location.id,
    messageType: 'TYPE_REVIEW',
    direction: 'outbound',
    dateAdded: now,
    dateUpdated: now,
    delivery: { startedAt: now, outcome: 'delivered' },
    contentType: 'text/plain',
    body: text,
    attachments: [],
    source: 'api',
  };
  location.insertMessage(message);
  applyToConversation(location, message);
  location.accepted.add({
    at: new Date(now).toISOString(),
    messageId: message.id,
    conversationId: conversation.id,
    contactId: conversation.contactId,
    type: 'ReviewReply',
    message: text,
    html: null,
    subject: null,
    attachments: [],
    emailTo: null,
    emailCc: [],
    emailBcc: [],
    raw: call.json,
  });
  return ok({ conversationId: conversation.id, messageId: message.id, status: statusOf(message, now) });
}
