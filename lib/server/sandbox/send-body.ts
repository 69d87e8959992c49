import 'server-only';
import { FieldCheck, isRecord, textOf } from './fields';
import { sendTypes } from './message-types';
import { unprocessable } from './refusal';

type Forward = { messageId?: string; emailMessageId?: string; toEmail: string; wholeThread: boolean };

export type SendBody = {
  type: string;
  contactId: string;
  message?: string;
  html?: string;
  subject?: string;
  attachments: string[];
  emailFrom?: string;
  emailTo?: string;
  emailCc?: string[];
  emailBcc?: string[];
  replyMessageId?: string;
  threadId?: string;
  emailReplyMode?: string;
  fromNumber?: string;
  toNumber?: string;
  mentions: string[];
  userId?: string;
  scheduledAt?: number;
  conversationProviderId?: string;
  templateId?: string;
  customSubtypeId?: string;
  forward?: Forward;
};

/** Checks the body of POST /conversations/messages and refuses with Nest's 422 array (CONTRACT 1.6, 1.12). */
export function readSendBody(body: Record<string, unknown>): SendBody {
  const check = new FieldCheck(body);
  const type = textOf(body.type);
  if (type === undefined || !Object.hasOwn(sendTypes, type)) {
    check.messages.push(`type must be one of the following values: ${Object.keys(sendTypes).join(', ')}`);
  }
  const scheduledSeconds = check.number('scheduledTimestamp');
  const emailReplyMode = check.text('emailReplyMode');
  if (emailReplyMode !== undefined && !['reply', 'reply_all'].includes(emailReplyMode)) {
    check.messages.push('emailReplyMode must be one of the following values: reply, reply_all');
  }
  const read: SendBody = {
    type: type ?? '',
    contactId: check.requiredText('contactId'),
    message: check.text('message'),
    html: check.text('html'),
    subject: check.text('subject'),
    attachments: check.texts('attachments') ?? [],
    emailFrom: check.text('emailFrom'),
    emailTo: check.text('emailTo'),
    emailCc: check.texts('emailCc'),
    emailBcc: check.texts('emailBcc'),
    replyMessageId: check.text('replyMessageId'),
    threadId: check.text('threadId'),
    emailReplyMode,
    fromNumber: check.text('fromNumber'),
    toNumber: check.text('toNumber'),
    mentions: check.texts('mentions') ?? [],
    userId: check.text('userId'),
    // Seconds, unlike every other time of this API (CONTRACT 1.6).
    scheduledAt: scheduledSeconds === undefined ? undefined : scheduledSeconds * 1000,
    conversationProviderId: check.text('conversationProviderId'),
    templateId: check.text('templateId'),
    customSubtypeId: check.text('customSubtypeId'),
    forward: readForward(body.forward, check),
  };
  if (check.messages.length > 0) throw unprocessable(check.messages);
  return read;
}

function readForward(value: unknown, check: FieldCheck): Forward | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) {
    check.messages.push('forward must be an object');
    return undefined;
  }
  if (value.isForwarded !== true) return undefined;
  const toEmail = textOf(value.toEmail);
  if (!toEmail) check.messages.push('forward.toEmail must be an email');
  return {
    toEmail: toEmail ?? '',
    messageId: textOf(value.messageId),
    emailMessageId: textOf(value.emailMessageId),
    wholeThread: value.forwardWholeThread === true,
  };
}
