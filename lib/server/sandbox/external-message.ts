import 'server-only';
import { type Answer, bodyOf, type Call, created, ok, requireContact, requireConversation } from './call';
import { type ExternalBody, readExternalBody } from './external-body';
import { receiveMessage } from './inbound';
import { isCallType, requireOwnProvider } from './provider';
import type { ConversationRecord, ProviderRecord } from './records';
import { httpException, Refusal } from './refusal';
import { createConversation } from './thread-effects';

/**
 * POST …/inbound: conversationId or contactId is enough, and only calls and type Custom need a provider (CONTRACT 1.6,
 * #106). Custom without one is GHL's silent 201: nothing is added and nothing is said (#70).
 */
export function addInboundMessage(call: Call): Answer {
  const body = readExternalBody(bodyOf(call), 'inbound');
  const conversation = conversationFor(call, body);
  const { conversationProviderId } = body;
  if (conversationProviderId === undefined) {
    if (isCallType(body.type)) throw noProvider();
    if (body.type === 'Custom') return created({});
    return addMessage(call, conversation, body, undefined);
  }
  const provider = requireOwnProvider(call.location, conversationProviderId, body.type);
  return addMessage(call, conversation, body, provider);
}

/** POST …/outbound: a call made outside of GHL, and nothing else (CONTRACT 1.6). */
export function addOutboundCall(call: Call): Answer {
  const body = readExternalBody(bodyOf(call), 'outbound');
  const conversation = conversationFor(call, body);
  if (body.conversationProviderId === undefined) throw noProvider();
  const provider = requireOwnProvider(call.location, body.conversationProviderId, body.type);
  return addMessage(call, conversation, { ...body, direction: 'outbound' }, provider);
}

/** The words clients report for a call without a provider. */
function noProvider(): Refusal {
  return httpException(400, 'No conversationProviderId passed in body');
}

function conversationFor(call: Call, body: ExternalBody): ConversationRecord {
  if (body.conversationId !== undefined) return requireConversation(call, body.conversationId);
  const contact = requireContact(call, body.contactId ?? '');
  return (
    call.location.conversationOf(contact.id) ??
    createConversation(call.location, contact.id, { messageType: body.messageType })
  );
}

function addMessage(
  call: Call,
  conversation: ConversationRecord,
  body: ExternalBody,
  provider: ProviderRecord | undefined,
): Answer {
  const { location } = call;
  const isPlainCall = isCallType(body.type);
  if (!isPlainCall && !body.message.trim() && !body.html && body.attachments.length === 0) {
    throw new Refusal(422, {
      statusCode: 422,
      error: 'Unprocessable Entity',
      message: 'There is no message or attachments for this message. Skip sending.',
    });
  }
  // A call of the location's own channel keeps its type and says by its subType that it came from outside.
  const isOwnCall = body.messageType === 'TYPE_CUSTOM_CALL' && provider?.isDefault === true;
  const message = receiveMessage(location, conversation, {
    messageType: isOwnCall ? 'TYPE_CALL' : body.messageType,
    subType: isOwnCall ? 'EXTERNAL_CALL' : undefined,
    direction: body.direction === 'outbound' ? 'outbound' : 'inbound',
    body: body.message,
    html: body.html,
    subject: body.subject,
    attachments: body.attachments,
    dateAdded: body.date,
    threadId: body.emailMessageId,
    from: isPlainCall ? body.call.from : body.emailFrom,
    to: isPlainCall ? body.call.to : body.emailTo,
    cc: body.emailCc,
    bcc: body.emailBcc,
    altId: body.altId,
    conversationProviderId: provider?.id,
    call: isPlainCall ? body.call : undefined,
    source: 'api',
  });
  // It is new today, whatever day it tells of: a reader of sortBy=updatedAt must not miss it.
  message.dateUpdated = location.now();
  return ok({
    success: true,
    conversationId: conversation.id,
    messageId: message.id,
    message: 'Message added successfully',
    contactId: conversation.contactId,
    dateAdded: new Date(message.dateAdded).toISOString(),
    emailMessageId: message.emailIds?.at(-1),
  });
}
