import 'server-only';
import { z } from 'zod';
import type { GhlClient } from './client';
import { GhlShapeError } from './errors';
import { textToHtml } from './html-text';
import { callInfo, checkedId } from './operations';
import { wireId, wireList } from './wire';

type OutgoingMessage =
  | { channel: 'SMS'; contactId: string; text: string; attachmentUrls: string[] }
  | {
      channel: 'Email';
      contactId: string;
      subject: string;
      text: string;
      cc: string[];
      bcc: string[];
      /** The mail that is answered; null starts a new email thread. */
      replyToEmailId: string | null;
      attachmentUrls: string[];
    };

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
export async function sendMessage(
  ghl: GhlClient,
  message: OutgoingMessage,
): Promise<{ messageId: string; emailMessageId: string | null; conversationId: string | null }> {
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
  const contactId = checkedId('send-a-new-message', 'contactId', message.contactId);
  const attachments = message.attachmentUrls.length > 0 ? { attachments: message.attachmentUrls } : {};
  if (message.channel === 'SMS') return { type: 'SMS', contactId, message: message.text, ...attachments };
  const { subject, text, cc, bcc, replyToEmailId } = message;
  return {
    type: 'Email',
    contactId,
    subject,
    html: textToHtml(text),
    ...(cc.length > 0 ? { emailCc: cc } : {}),
    ...(bcc.length > 0 ? { emailBcc: bcc } : {}),
    // `reply`, not `reply_all`: who else gets it is what the person sees in the composer.
    ...(replyToEmailId === null ? {} : { replyMessageId: replyToEmailId, emailReplyMode: 'reply' }),
    ...attachments,
  };
}
