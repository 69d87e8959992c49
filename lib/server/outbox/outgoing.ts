import 'server-only';
import { membershipOf } from '@/lib/server/auth/membership';
import type { GhlClient } from '@/lib/server/ghl/client';
import { getContact } from '@/lib/server/ghl/contacts';
import { sendReviewReply } from '@/lib/server/ghl/review-replies';
import { type SentIds, sendMessage } from '@/lib/server/ghl/send';
import { listUsers } from '@/lib/server/ghl/users';
import { AppError } from '@/lib/server/http/app-error';
import { settingsOf } from '@/lib/server/person/person-settings';
import type { EmailSend, SendRequest } from '@/lib/shared/contract/send';
import { linkedUserId } from '@/lib/shared/linked-user';
import { sendComment } from './comment-note';
import { emailHtml } from './email-html';
import { quoteOfEmail } from './email-quote';
import { checkedSender } from './email-senders';
import type { SendRow } from './sends';
import { uploadUrls } from './uploads';

/** One call that sends, made ready: everything it needs was read before. */
export type Outgoing = (ghl: GhlClient) => Promise<Omit<SentIds, 'messageId'> & { messageId: string | null }>;

/** Reads what the call needs. Nothing leaves before the answer is called, and then exactly one call does. */
export async function outgoing(
  ghl: GhlClient,
  row: SendRow,
  request: SendRequest,
  contactId: string,
): Promise<Outgoing> {
  const attachmentUrls = await uploadUrls(row, request.uploadIds);
  const scheduled = row.scheduledFor?.getTime() ?? 0;
  // Its time may have passed while it waited: then it goes out now.
  const scheduledFor = scheduled > Date.now() ? scheduled : null;
  const common = { contactId, attachmentUrls, scheduledFor };
  switch (request.channel) {
    case 'Review': {
      const { conversationId } = row;
      return async (client) => ({
        ...(await sendReviewReply(client, { conversationId, text: request.text })),
        emailMessageId: null,
        conversationId: null,
      });
    }
    case 'InternalComment': {
      const userId = await ghlUserIdOf(ghl, row);
      const { text, mentions } = request;
      return (client) => sendComment(client, row, { contactId, text, mentions, userId, attachmentUrls });
    }
    case 'Email': {
      const html = await htmlOf(ghl, row.personId, request);
      const { subject, to, cc, bcc, replyToEmailId, forward, subtypeId } = request;
      if (to !== null) await requireOwnEmail(ghl, contactId, to);
      const from = await checkedSender(ghl, row, request.from);
      const mail = { subject, html, to, from, cc, bcc, replyToEmailId, forward, subtypeId };
      return (client) => sendMessage(client, { channel: 'Email', ...mail, ...common });
    }
    default: {
      const { channel, text, to, from, templateId } = request;
      if (to !== null) await requireOwnNumber(ghl, contactId, to);
      return (client) => sendMessage(client, { channel, text, to, from, templateId, ...common });
    }
  }
}

/** A browser can choose among the contact's numbers, and address nobody else. */
async function requireOwnNumber(ghl: GhlClient, contactId: string, to: string): Promise<void> {
  const { phone, additionalPhones } = await getContact(ghl, contactId);
  const digits = (number: string) => number.replace(/\D/g, '');
  if ([phone ?? '', ...additionalPhones].some((number) => digits(number) === digits(to))) return;
  throw notTheirs('number');
}

/** Whoever else is to read an email has it by Cc, Bcc or as a forwarded one. */
async function requireOwnEmail(ghl: GhlClient, contactId: string, to: string): Promise<void> {
  const { email, additionalEmails } = await getContact(ghl, contactId);
  if ([email ?? '', ...additionalEmails].some((own) => own.toLowerCase() === to.toLowerCase())) return;
  throw notTheirs('address');
}

const notTheirs = (what: string) =>
  new AppError('bad_request', {
    message: `This ${what} is not the contact’s any more. Choose another one and send it again.`,
  });

/** Who a comment is shown as written by; null: nobody knows them in GHL. */
async function ghlUserIdOf(ghl: GhlClient, row: SendRow): Promise<string | null> {
  const membership = await membershipOf(row.personId, row.locationId);
  return membership && linkedUserId(await listUsers(ghl), membership);
}

/** With the signature and the answered mail as they are at this moment. */
async function htmlOf(ghl: GhlClient, personId: string, request: EmailSend): Promise<string> {
  const { hasQuote, replyToEmailId, hasSignature } = request;
  const quoted = hasQuote && replyToEmailId ? await quoteOfEmail(ghl, replyToEmailId) : null;
  const signature = hasSignature ? (await settingsOf(personId)).settings.signature : null;
  return emailHtml(request, { signature, quoted });
}
