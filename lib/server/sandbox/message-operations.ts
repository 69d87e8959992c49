import 'server-only';
import {
  type Answer,
  type Call,
  missing,
  ok,
  pageLimit,
  param,
  requireConversation,
  requireMessage,
} from './call';
import { emailView, messageView } from './message-view';
import type { MessageRecord } from './records';
import { httpException, Refusal } from './refusal';

/** The list is nested: `{messages: {lastMessageId, nextPage, messages}}` (CONTRACT 1.1). Newest first. */
export function getMessages(call: Call): Answer {
  const { location, query } = call;
  const conversation = requireConversation(call, param(call, 'conversationId'));
  const limit = pageLimit(query, 20, 100);
  const isWanted = typeFilter(query.get('type'));
  const thread = location.messagesOf(conversation.id);
  const before = query.get('lastMessageId');

  let end = thread.length;
  if (before) {
    end = thread.findIndex((message) => message.id === before);
    if (end < 0) throw httpException(400, `Message with id ${before} not found`);
  }
  const page: MessageRecord[] = [];
  let hasMore = false;
  for (let i = end - 1; i >= 0; i -= 1) {
    const message = thread[i];
    if (!message || !isWanted(message)) continue;
    if (page.length === limit) {
      hasMore = true;
      break;
    }
    page.push(message);
  }
  const now = location.now();
  return ok({
    messages: {
      lastMessageId: page.at(-1)?.id,
      nextPage: hasMore,
      messages: page.map((message) => messageView(message, now)),
    },
  });
}

export function getMessage(call: Call): Answer {
  const message = requireMessage(call, param(call, 'id'));
  return ok({ message: messageView(message, call.location.now()) });
}

export function getEmail(call: Call): Answer {
  const id = param(call, 'id');
  const email = call.location.emails.get(id);
  if (!email) {
    throw missing(call, (other) => other.emails.has(id), `Email message with id ${id} not found`);
  }
  return ok({ emailMessage: emailView(email, call.location.now()) });
}

export function cancelScheduledMessage(call: Call): Answer {
  const message = requireMessage(call, param(call, 'messageId'));
  if (message.scheduledAt === undefined) throw notScheduled();
  call.location.removeMessage(message);
  return ok({ status: 200, message: 'Successfully cancelled the scheduled message' });
}

export function cancelScheduledEmail(call: Call): Answer {
  const id = param(call, 'emailMessageId');
  const email = call.location.emails.get(id);
  if (!email || email.scheduledAt === undefined) throw notScheduled();
  const item = call.location.findMessage(email.threadId);
  call.location.emails.delete(id);
  call.location.scheduled.delete(id);
  if (item?.emailIds) {
    item.emailIds.splice(item.emailIds.indexOf(id), 1);
    if (item.emailIds.length === 0) call.location.removeMessage(item);
  }
  return ok({ status: 200, message: 'Successfully cancelled the scheduled email' });
}

function notScheduled(): Refusal {
  return new Refusal(404, { status: 404, message: 'Failed cancel the scheduled message' });
}

/** The filter spells TYPE_INTERNAL_COMMENTS, the message itself TYPE_INTERNAL_COMMENT (CONTRACT 1.4). */
function typeFilter(types: string | null): (message: MessageRecord) => boolean {
  if (!types) return () => true;
  const wanted = new Set(
    types.split(',').map((type) => (type === 'TYPE_INTERNAL_COMMENTS' ? 'TYPE_INTERNAL_COMMENT' : type)),
  );
  return (message) => wanted.has(message.messageType);
}
