import 'server-only';
import { type Answer, bodyOf, type Call, created, requireConversation, requireOwnLocation } from './call';
import { booleanOf, FieldCheck, textOf } from './fields';
import { unprocessable } from './refusal';

/** POST …/live-chat/typing. `isTyping` is a string in the document and a boolean in its example: both are taken. */
export function showAgentTyping(call: Call): Answer {
  const { location } = call;
  const body = bodyOf(call);
  const check = new FieldCheck(body);
  const locationId = check.requiredText('locationId');
  const visitorId = check.requiredText('visitorId');
  const conversationId = check.requiredText('conversationId');
  const word = textOf(body.isTyping);
  const isTyping =
    booleanOf(body.isTyping) ?? (word === 'true' ? true : word === 'false' ? false : undefined);
  if (isTyping === undefined) check.messages.push('isTyping must be a boolean value');
  if (check.messages.length > 0) throw unprocessable(check.messages);
  requireOwnLocation(call, locationId);
  const conversation = requireConversation(call, conversationId);
  if (location.contacts.get(conversation.contactId)?.visitorId !== visitorId) {
    throw unprocessable(['visitorId does not belong to the contact of the conversation']);
  }
  if (isTyping) location.agentTyping.add(conversation.id);
  else location.agentTyping.delete(conversation.id);
  return created({ success: true });
}
