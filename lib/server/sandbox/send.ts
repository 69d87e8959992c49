import 'server-only';
import { type Answer, bodyOf, type Call, ok, requireContact } from './call';
import { outcomeFor } from './delivery';
import { scheduleReply } from './lifelike';
import { isBlockedByDnd, sendTypes } from './message-types';
import { requireProvider } from './provider';
import type { ContactRecord, ConversationRecord, MessageRecord } from './records';
import { httpException, Refusal } from './refusal';
import { readSendBody, type SendBody } from './send-body';
import { sendEmail } from './send-email';
import { applyToConversation, createConversation } from './thread-effects';

type SentMessage = { messageId: string; emailMessageId?: string; msg?: string };

/**
 * POST /conversations/messages. By contact, not by conversation; no `status` in the answer (CONTRACT 1.1, 1.6). GHL
 * knows no idempotency key: the same body twice is two messages.
 */
export function sendMessage(call: Call): Answer {
  const { location } = call;
  const body = readSendBody(bodyOf(call));
  const contact = requireContact(call, body.contactId);
  requireSendable(body, contact);
  if (isForProvider(body)) requireProvider(location, body.conversationProviderId, body.type);

  const conversation =
    location.conversationOf(contact.id) ??
    createConversation(location, contact.id, { messageType: sendTypes[body.type]?.messageType });
  const sent: SentMessage =
    body.type === 'Email'
      ? sendEmail(location, conversation, contact, body)
      : sendText(call, conversation, contact, body);

  location.accepted.add({
    at: new Date(location.now()).toISOString(),
    messageId: sent.messageId,
    conversationId: conversation.id,
    contactId: contact.id,
    type: body.type,
    message: body.message ?? null,
    html: body.html ?? null,
    subject: body.subject ?? null,
    attachments: body.attachments,
    emailTo: body.emailTo ?? null,
    emailCc: body.emailCc ?? [],
    emailBcc: body.emailBcc ?? [],
    raw: call.json,
  });
  if (body.scheduledAt === undefined && body.type !== 'InternalComment') {
    scheduleReply(location, {
      conversationId: conversation.id,
      messageType: sendTypes[body.type]?.messageType ?? 'TYPE_SMS',
      text: body.message ?? body.html ?? '',
      emailId: sent.emailMessageId,
    });
  }
  return ok({ conversationId: conversation.id, ...sent });
}

function requireSendable(body: SendBody, contact: ContactRecord): void {
  const channel = sendTypes[body.type];
  if (channel?.needs === 'phone' && !contact.phone && !body.toNumber) {
    throw httpException(400, 'Missing phone number');
  }
  if (channel?.needs === 'email' && !contact.email && !body.emailTo && !body.forward) {
    throw httpException(400, 'Missing email address');
  }
  if (isBlockedByDnd(contact, channel?.dndChannel)) {
    const name = body.type === 'IG' ? 'IG' : channel?.dndChannel;
    throw httpException(400, `Cannot send message as DND is active for ${name}.`);
  }
  // An email with only `message` counts as empty: GHL sends html (reported by several clients, with this very text).
  const text = body.type === 'Email' ? body.html : body.message;
  if (!text?.trim() && body.attachments.length === 0 && !body.templateId && !body.forward) {
    throw new Refusal(422, {
      statusCode: 422,
      error: 'Unprocessable Entity',
      message: 'There is no message or attachments for this message. Skip sending.',
    });
  }
}

function sendText(
  call: Call,
  conversation: ConversationRecord,
  contact: ContactRecord,
  body: SendBody,
): SentMessage {
  const { location } = call;
  const now = location.now();
  const messageType = sendTypes[body.type]?.messageType ?? 'TYPE_SMS';
  const isComment = body.type === 'InternalComment';
  const isLater = body.scheduledAt !== undefined && body.scheduledAt > now;
  const message: MessageRecord = {
    id: location.newId(),
    conversationId: conversation.id,
    contactId: contact.id,
    locationId: location.id,
    messageType,
    direction: 'outbound',
    dateAdded: now,
    dateUpdated: now,
    contentType: 'text/plain',
    body: body.message ?? '',
    attachments: body.attachments,
    source: 'api',
    // Only a comment has an author; of a send GHL shows nothing but the token (CONTRACT 1.6).
    userId: isComment ? body.userId : undefined,
    mentions: isComment ? body.mentions : undefined,
    from: isComment ? undefined : (body.fromNumber ?? location.profile.phone),
    to: isComment ? undefined : (body.toNumber ?? contact.phone),
    conversationProviderId: body.conversationProviderId,
    status: isComment ? 'delivered' : 'pending',
    delivery:
      isComment || isForProvider(body)
        ? undefined
        : { startedAt: now, outcome: outcomeFor(contact, messageType, undefined) },
    scheduledAt: isLater ? body.scheduledAt : undefined,
  };
  location.insertMessage(message);
  if (!isLater) {
    applyToConversation(location, message);
    return { messageId: message.id };
  }
  location.scheduled.add(message.id);
  return { messageId: message.id, msg: 'Message queued successfully.' };
}

/** A provider's message stays pending until the provider says how it went (CONTRACT 1.6). */
function isForProvider(body: SendBody): body is SendBody & { conversationProviderId: string } {
  return body.conversationProviderId !== undefined && (body.type === 'Custom' || body.type === 'SMS');
}
