import 'server-only';
import {
  type Answer,
  bodyOf,
  type Call,
  created,
  ok,
  param,
  requireContact,
  requireConversation,
  requireOwnLocation,
} from './call';
import { conversationAfterUpdate, conversationById } from './conversation-view';
import { FieldCheck } from './fields';
import { httpException, unprocessable } from './refusal';
import { createConversation } from './thread-effects';

export function getConversation(call: Call): Answer {
  const conversation = requireConversation(call, param(call, 'conversationId'));
  return ok(conversationById(conversation, call.location.contacts.get(conversation.contactId)));
}

export function postConversation(call: Call): Answer {
  const check = new FieldCheck(bodyOf(call));
  const locationId = check.requiredText('locationId');
  const contactId = check.requiredText('contactId');
  if (check.messages.length > 0) throw unprocessable(check.messages);
  requireOwnLocation(call, locationId);
  const contact = requireContact(call, contactId);
  if (call.location.conversationOf(contact.id)) {
    // CONTRACT 1.12, issue #5: also while the search does not show the conversation yet.
    throw httpException(400, `Conversation with the contact id:${contact.id} already exists!`);
  }
  const conversation = createConversation(call.location, contact.id);
  return created({
    success: true,
    conversation: {
      id: conversation.id,
      dateUpdated: new Date(conversation.dateUpdated).toISOString(),
      dateAdded: new Date(conversation.dateAdded).toISOString(),
      deleted: false,
      contactId: conversation.contactId,
      locationId: conversation.locationId,
      lastMessageDate: new Date(conversation.lastMessageDate).toISOString(),
      assignedTo: contact.assignedTo,
    },
  });
}

/** Read, star and feedback only: GHL has no assignment here (CONTRACT 1.10), and none of it moves lastMessageDate. */
export function putConversation(call: Call): Answer {
  const body = bodyOf(call);
  const check = new FieldCheck(body);
  const locationId = check.requiredText('locationId');
  const unreadCount = check.number('unreadCount');
  const starred = check.boolean('starred');
  if (unreadCount !== undefined && unreadCount < 0)
    check.messages.push('unreadCount must not be less than 0');
  if (check.messages.length > 0) throw unprocessable(check.messages);
  requireOwnLocation(call, locationId);
  const conversation = requireConversation(call, param(call, 'conversationId'));

  call.location.search.willChange(conversation.id);
  if (unreadCount !== undefined) conversation.unreadCount = unreadCount;
  if (starred !== undefined) conversation.starred = starred;
  if (body.feedback !== undefined) conversation.feedback = body.feedback;
  conversation.dateUpdated = call.location.now();
  if (unreadCount !== undefined || starred !== undefined) {
    call.location.events.emit({ kind: 'conversation', conversation });
  }
  const contact = call.location.contacts.get(conversation.contactId);
  return ok({ success: true, conversation: conversationAfterUpdate(conversation, contact) });
}

export function deleteConversation(call: Call): Answer {
  const conversation = requireConversation(call, param(call, 'conversationId'));
  call.location.removeConversation(conversation);
  call.location.events.emit({ kind: 'conversation', conversation, isDeleted: true });
  return ok({ success: true });
}
