import { useMemo } from 'react';
import type { Outgoing } from '@/components/composer/outgoing';
import type { Draft } from '@/lib/client/drafts';
import { usePreferences } from '@/lib/client/preferences';
import { useContact } from '@/lib/client/queries/directory';
import { useEmailSenders } from '@/lib/client/queries/email-composing';
import { useEmail, useThread } from '@/lib/client/queries/messages';
import type { ReplyMode } from '@/lib/shared/contract/draft';
import type { EmailSender } from '@/lib/shared/contract/email-sender';
import type { Email } from '@/lib/shared/contract/message';
import type { RichText } from '@/lib/shared/contract/rich-text';
import { isEmptyRich } from '@/lib/shared/rich-text';
import { emailOutgoing } from './email-outgoing';
import { answeredMail, mailsOf, subjectFor, type ThreadMail } from './email-rules';
import { addressOf, isSame, missingFrom, otherReaders } from './readers';

type EmailPlace = {
  locationId: string;
  conversationId: string;
  contactId: string | null;
  /** The contact's own address. */
  contactEmail: string | null;
  draft: Draft;
  /** False while another channel is written on: then nothing is read. */
  isOn: boolean;
};

/** What the fields of an email show beside the draft, and what would be sent. */
export type EmailMode = {
  locationId: string;
  contactId: string | null;
  mode: ReplyMode;
  subject: string;
  /** False when there is no mail to answer; true also while that is not known yet. */
  isReply: boolean;
  isReading: boolean;
  /** The mail that is answered or forwarded; null of a new email. */
  target: ThreadMail | null;
  /** Whether there is one that could be. */
  hasMail: boolean;
  /** The same, as far as it has been read. */
  mail: Email | undefined;
  /** The mails of the thread that may have been read: who is in them is known. */
  mailIds: string[];
  /** All addresses of the contact, the one that it goes to first. */
  toAddresses: string[];
  /** Whom it goes to, where no field says so. */
  receiver: string;
  senders: readonly EmailSender[];
  /** Who else is in that mail; null while that is not known. */
  others: string[] | null;
  /** Those who are not among the readers of the answer. */
  leftOut: string[];
  signature: RichText | null;
  hasSignature: boolean;
  hasQuote: boolean;
  outgoing: Outgoing;
};

/** Who wrote before these is somebody to search for. */
const maxKnownMails = 50;

export function useEmailMode(place: EmailPlace): EmailMode {
  const { locationId, conversationId, contactId, contactEmail, draft, isOn } = place;
  const { thread, messages } = useThread(locationId, conversationId);
  const contact = useContact(locationId, isOn ? contactId : null);
  const senders = useEmailSenders(locationId, isOn);
  const { signature: written } = usePreferences();
  // Each key in the composer draws this anew: a thread of 10 000 messages is not gone through for it.
  const mails = useMemo(() => (isOn ? mailsOf(messages) : []), [isOn, messages]);
  const newest = answeredMail(mails, draft.replyToEmailId);
  const mode = newest === null ? 'new' : (draft.replyMode ?? 'reply');
  const target = mode === 'new' ? null : newest;
  const { data: mail } = useEmail(locationId, target?.emailId ?? '', target !== null);

  const isReading = isOn && thread.isPending;
  const signature = written && !isEmptyRich(written) ? written : null;
  const hasSignature = signature !== null && (draft.hasSignature ?? true);
  const isAnswer = mode === 'reply' || mode === 'reply-all';
  const hasQuote = isAnswer && target !== null && (draft.hasQuote ?? true);
  const contactAddresses = [contactEmail, ...(contact.data?.additionalEmails ?? [])].filter(
    (address) => address !== null,
  );
  const toAddresses = sortedFor(contactAddresses, mail);
  const subject = draft.subject ?? subjectFor(mode, mail?.subject ?? target?.subject ?? '');
  const others =
    mail && isAnswer && (senders.data || senders.error)
      ? otherReaders(mail, { contact: contactAddresses, own: senders.data?.own ?? [] })
      : null;
  return {
    locationId,
    contactId,
    mode,
    subject,
    isReply: target !== null || isReading,
    isReading,
    target,
    hasMail: newest !== null,
    mail,
    mailIds: mails.slice(-maxKnownMails).map(({ emailId }) => emailId),
    toAddresses,
    receiver: mode === 'forward' || toAddresses.length > 1 ? '' : (toAddresses[0] ?? ''),
    senders: senders.data?.senders ?? [],
    others,
    leftOut: missingFrom(others ?? [], draft.cc, draft.bcc),
    signature,
    hasSignature,
    hasQuote,
    outgoing: emailOutgoing({ draft, mode, subject, target, toAddresses, isReading, hasSignature, hasQuote }),
  };
}

/** An answer goes back to the address that they wrote from. */
function sortedFor(addresses: string[], mail: Email | undefined): string[] {
  const from = mail?.direction === 'inbound' ? addressOf(mail.from ?? '') : '';
  const used = addresses.find((address) => isSame(address, from));
  return used === undefined ? addresses : [used, ...addresses.filter((address) => address !== used)];
}
