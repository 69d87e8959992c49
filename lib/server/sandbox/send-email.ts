import 'server-only';
import { outcomeFor } from './delivery';
import type { LocationState } from './location-state';
import { refuseUnsubscribed } from './preference-rules';
import type { ContactRecord, ConversationRecord, EmailRecord, MessageRecord } from './records';
import { httpException } from './refusal';
import type { SendBody } from './send-body';
import { emptyEmailItem, placeEmailInThread } from './thread-effects';

type SentEmail = {
  messageId: string;
  emailMessageId: string;
  msg?: string;
  forwardData?: Record<string, unknown>;
};

/** Sends one email: into the thread of the mail it answers, or as the first of a new thread item (CONTRACT 1.4). */
export function sendEmail(
  location: LocationState,
  conversation: ConversationRecord,
  contact: ContactRecord,
  body: SendBody,
): SentEmail {
  const now = location.now();
  const answered = answeredEmail(location, body);
  const isLater = body.scheduledAt !== undefined && body.scheduledAt > now;
  const recipient = recipientOf(contact, body);
  if (!body.forward) refuseUnsubscribed(location, contact, recipient, body.customSubtypeId);
  const joined = joinedItem(location, conversation, body, answered);
  const email: EmailRecord = {
    id: location.newId(),
    altId: `${location.newId()}@mail.${location.profile.website}`,
    threadId: joined?.id ?? location.newId(),
    locationId: location.id,
    contactId: contact.id,
    conversationId: conversation.id,
    dateAdded: now,
    subject: body.subject ?? subjectFor(answered),
    body: bodyFor(location, body),
    direction: 'outbound',
    delivery: { startedAt: now, outcome: outcomeFor(contact, 'TYPE_EMAIL', body.emailTo) },
    scheduledAt: isLater ? body.scheduledAt : undefined,
    attachments: body.attachments,
    provider: 'Leadconnector Gmail',
    from: body.emailFrom ?? `${location.profile.name} <${location.profile.email}>`,
    to: [recipient],
    cc: body.emailCc ?? (body.emailReplyMode === 'reply_all' ? (answered?.cc ?? []) : []),
    bcc: body.emailBcc ?? [],
    replyToMessageId: answered?.id,
    source: 'api',
  };
  const item = joined ?? emptyEmailItem(location, conversation, email, email.threadId);
  if (!joined) location.insertMessage(item);
  placeEmailInThread(location, item, email);
  if (isLater) location.scheduled.add(email.id);
  return {
    messageId: item.id,
    emailMessageId: email.id,
    msg: isLater ? 'Email queued successfully.' : undefined,
    forwardData: body.forward && {
      forwardWholeThread: body.forward.wholeThread,
      messageId: body.forward.messageId,
      emailMessageId: body.forward.emailMessageId,
      forwardToEmail: body.forward.toEmail,
      recipientContactId: contact.id,
    },
  };
}

function answeredEmail(location: LocationState, body: SendBody): EmailRecord | undefined {
  if (body.replyMessageId === undefined) return undefined;
  const email = location.emails.get(body.replyMessageId);
  if (!email) throw httpException(400, `Email message with id ${body.replyMessageId} not found`);
  return email;
}

function joinedItem(
  location: LocationState,
  conversation: ConversationRecord,
  body: SendBody,
  answered: EmailRecord | undefined,
): MessageRecord | undefined {
  const itemId = answered?.threadId ?? body.threadId;
  const item = itemId === undefined ? undefined : location.findMessage(itemId);
  return item?.conversationId === conversation.id && item.messageType === 'TYPE_EMAIL' ? item : undefined;
}

function subjectFor(answered: EmailRecord | undefined): string {
  if (!answered) return '';
  return /^re:/i.test(answered.subject) ? answered.subject : `Re: ${answered.subject}`;
}

/** emailTo must be an address of the contact, says the official document. */
function recipientOf(contact: ContactRecord, body: SendBody): string {
  if (body.forward) return body.forward.toEmail;
  const own = [contact.email, ...contact.additionalEmails].filter((email) => email !== undefined);
  if (body.emailTo === undefined) return contact.email ?? '';
  if (!own.some((email) => email.toLowerCase() === body.emailTo?.toLowerCase())) {
    throw httpException(400, 'emailTo is not associated with the contact.');
  }
  return body.emailTo;
}

function bodyFor(location: LocationState, body: SendBody): string {
  const own = body.html ?? body.message ?? '';
  const { forward } = body;
  if (!forward) return own;
  const item = forward.messageId === undefined ? undefined : location.findMessage(forward.messageId);
  const ids = forward.wholeThread
    ? (item?.emailIds ?? [])
    : [forward.emailMessageId ?? item?.emailIds?.at(-1)];
  const quoted = ids
    .map((id) => (id === undefined ? undefined : location.emails.get(id)))
    .filter((email) => email !== undefined)
    .map(
      (email) =>
        `<div>---------- Forwarded message ----------<br>From: ${email.from.replace(/</g, '&lt;')}<br>` +
        `Subject: ${email.subject}</div>${email.body}`,
    );
  return [own, ...quoted].join('<br>');
}
