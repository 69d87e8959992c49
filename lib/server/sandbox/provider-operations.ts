import 'server-only';
import { type Answer, bodyOf, type Call, ok, param, requireMessage } from './call';
import { FieldCheck } from './fields';
import type { MessageRecord } from './records';
import { forbiddenLocation, httpException, Refusal, unprocessable } from './refusal';

const statuses = ['delivered', 'failed', 'pending', 'read'];
const maxAttachments = 5;

/**
 * PUT …/{messageId}/status: for the app that owns the message's provider and for nobody else, and not before GHL has
 * handed the message on to it (CONTRACT 1.6, #4). A message it cannot find is a 401 here (by report of clients).
 */
export function updateMessageStatus(call: Call): Answer {
  const { location } = call;
  const check = new FieldCheck(bodyOf(call));
  const status = check.requiredText('status');
  const emailMessageId = check.text('emailMessageId');
  check.texts('recipients');
  if (!statuses.includes(status)) {
    check.messages.push(`status must be one of the following values: ${statuses.join(', ')}`);
  }
  if (check.messages.length > 0) throw unprocessable(check.messages);

  const message = findMessage(call, emailMessageId);
  const provider = location.providers.get(message.conversationProviderId ?? '');
  if (!provider?.isOwn || location.now() - message.dateAdded < provider.lagMs) {
    throw httpException(403, 'No conversation provider found for this message');
  }
  const email = emailMessageId === undefined ? undefined : location.emails.get(emailMessageId);
  for (const record of email ? [message, email] : [message]) {
    record.status = status;
    // What the provider says ends what the clock would have said.
    record.delivery = undefined;
  }
  message.dateUpdated = location.now();
  return ok({ conversationId: message.conversationId, messageId: message.id, emailMessageId, status });
}

/** An email is found by its own id only: the item of its thread stands for several. */
function findMessage(call: Call, emailMessageId: string | undefined): MessageRecord {
  const id = param(call, 'messageId');
  const message = call.location.findMessage(id);
  if (message) {
    if (message.messageType !== 'TYPE_EMAIL') return message;
    if (message.emailIds?.includes(emailMessageId ?? '')) return message;
  }
  if (call.otherLocations.some((other) => other.findMessage(id))) throw forbiddenLocation();
  throw new Refusal(401, { statusCode: 401, message: 'No message found for the id' });
}

/** PUT …/{messageId}/attachments: replaces them, on calls that came from outside only (CONTRACT 1.6). */
export function setMessageAttachments(call: Call): Answer {
  const check = new FieldCheck(bodyOf(call));
  const attachments = check.texts('attachments');
  if (attachments === undefined || check.messages.length > 0) {
    throw unprocessable(check.messages.length > 0 ? check.messages : ['attachments must be an array']);
  }
  const faults = attachments.every((url) => URL.canParse(url)) ? [] : ['each value must be a URL address'];
  if (attachments.length > maxAttachments) {
    faults.push(`attachments must contain no more than ${maxAttachments} elements`);
  }
  if (faults.length > 0) {
    throw new Refusal(400, { statusCode: 400, message: faults, error: 'Bad Request' });
  }
  const message = requireMessage(call, param(call, 'messageId'));
  if (message.messageType !== 'TYPE_CUSTOM_CALL' && message.subType !== 'EXTERNAL_CALL') {
    throw httpException(403, 'Message type does not support attachment updates');
  }
  message.attachments = attachments;
  message.dateUpdated = call.location.now();
  return ok({ success: true, messageId: message.id, attachments });
}
