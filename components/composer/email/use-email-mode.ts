import type { Outgoing } from '@/components/composer/outgoing';
import type { Draft } from '@/lib/client/drafts';
import { useEmail, useThread } from '@/lib/client/queries/messages';
import { emailOutgoing } from './email-outgoing';
import { otherReaders, replySubject, replyTarget } from './email-rules';

type EmailPlace = {
  locationId: string;
  conversationId: string;
  /** The contact's own address. */
  contactEmail: string | null;
  draft: Draft;
  /** False while another channel is written on: then nothing is read. */
  isOn: boolean;
};

/** What the fields of an email show beside the draft, and what would be sent. */
export type EmailMode = {
  subject: string;
  /** False when there is no mail to answer; true also while that is not known yet. */
  isReply: boolean;
  /** Who else read the mail that is answered, and is not among the readers of the answer. */
  leftOut: string[];
  outgoing: Outgoing;
};

export function useEmailMode({
  locationId,
  conversationId,
  contactEmail,
  draft,
  isOn,
}: EmailPlace): EmailMode {
  const { thread, messages } = useThread(locationId, conversationId);
  const target = isOn ? replyTarget(messages) : null;
  const mail = useEmail(locationId, target?.emailId ?? '', target !== null);
  const isReading = isOn && thread.isPending;
  const subject = draft.subject ?? replySubject(target?.subject ?? '');
  return {
    subject,
    isReply: target !== null || isReading,
    leftOut: mail.data && target ? otherReaders(mail.data, contactEmail, `${draft.cc},${draft.bcc}`) : [],
    outgoing: emailOutgoing({ draft, subject, replyToEmailId: target?.emailId ?? null, isReading }),
  };
}
