import 'server-only';
import { z } from 'zod';
import type { EmailSend, TextChannel } from '@/lib/shared/contract/send';
import type { GhlClient } from './client';
import { GhlShapeError } from './errors';
import { callInfo, checkedId } from './operations';
import { wireId, wireList } from './wire';

type Common = {
  contactId: string;
  attachmentUrls: string[];
  /** GHL keeps it until then; null: it goes out now. */
  scheduledFor?: number | null;
};
type TextMessage = {
  channel: TextChannel;
  text: string;
  to?: string | null;
  from?: string | null;
  templateId?: string | null;
};
type EmailMessage = { channel: 'Email'; subject: string; html: string } & Partial<
  Pick<EmailSend, 'to' | 'from' | 'cc' | 'bcc' | 'replyToEmailId' | 'forward' | 'subtypeId'>
>;
type Comment = { channel: 'InternalComment'; text: string; mentions: string[]; userId: string | null };
type OutgoingMessage = Common & (TextMessage | EmailMessage | Comment);

/** How GHL calls what it took. The conversation is null where it does not say. */
export type SentIds = { messageId: string; emailMessageId: string | null; conversationId: string | null };

/** What GHL answers to anything that it took to be sent. */
export const sentSchema = z.object({
  messageId: wireId,
  messageIds: wireList,
  emailMessageId: wireId,
  conversationId: wireId,
});

/**
 * Sends once, and never again by itself: GHL has no idempotency key (CONTRACT 1.6). A `GhlShapeError` means that GHL
 * took the message without saying which it is.
 */
export async function sendMessage(ghl: GhlClient, message: OutgoingMessage): Promise<SentIds> {
  const operation = 'send-a-new-message';
  try {
    const answer = await ghl.call(operation, { body: sendBody(message), schema: sentSchema });
    // Some channels answer a list of ids instead of one.
    const messageId = answer.messageId ?? wireId.parse(answer.messageIds[0]);
    if (!messageId) throw new GhlShapeError(callInfo(operation), { field: 'messageId' });
    return { messageId, emailMessageId: answer.emailMessageId, conversationId: answer.conversationId };
  } finally {
    // Also after a failure: what broke may have been sent.
    ghl.reads.drop(['messages:', 'conversations:', 'conversation:', 'message:', 'email:']);
  }
}

function sendBody(message: OutgoingMessage): Record<string, unknown> {
  return withoutNothing({
    type: message.channel,
    contactId: checkedId('send-a-new-message', 'contactId', message.contactId),
    ...contentOf(message),
    attachments: message.attachmentUrls,
    // Seconds, unlike every other time of this API (CONTRACT 1.6). Rounded up: never before the time.
    scheduledTimestamp: message.scheduledFor == null ? null : Math.ceil(message.scheduledFor / 1000),
  });
}

function contentOf(message: OutgoingMessage): Record<string, unknown> {
  switch (message.channel) {
    case 'Email': {
      const { subject, html, to, from, cc, bcc, replyToEmailId, forward, subtypeId } = message;
      return {
        subject,
        html,
        emailTo: to,
        emailFrom: from,
        emailCc: cc,
        emailBcc: bcc,
        replyMessageId: replyToEmailId,
        // `reply`, not `reply_all`: who else gets it is what the person sees in the composer.
        emailReplyMode: replyToEmailId ? 'reply' : null,
        customSubtypeId: subtypeId,
        forward: forward && {
          isForwarded: true,
          forwardWholeThread: forward.isWholeThread,
          messageId: forward.messageId,
          emailMessageId: forward.emailId,
          toEmail: forward.to,
          recipientContactId: message.contactId,
        },
      };
    }
    case 'InternalComment':
      return { message: message.text, mentions: message.mentions, userId: message.userId };
    default:
      return {
        message: message.text === '' ? null : message.text,
        toNumber: message.to,
        fromNumber: message.from,
        templateId: message.templateId,
      };
  }
}

/** GHL takes an empty list or a null for a value of its own. */
function withoutNothing(body: Record<string, unknown>): Record<string, unknown> {
  const isNothing = (value: unknown) => value == null || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(body).filter(([, value]) => !isNothing(value)));
}
