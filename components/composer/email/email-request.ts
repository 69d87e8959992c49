import type { RequestFrame } from '@/components/composer/outgoing';
import type { Draft } from '@/lib/client/drafts';
import type { ReplyMode } from '@/lib/shared/contract/draft';
import type { SendInput } from '@/lib/shared/contract/send';
import type { ThreadMail } from './email-rules';
import { isSame, parseAddresses } from './readers';

export type EmailWritten = {
  draft: Draft;
  mode: ReplyMode;
  /** As the field shows it. */
  subject: string;
  /** The mail that is answered or forwarded; null of a new email. */
  target: ThreadMail | null;
  /** Of the contact, the one that it goes to first. */
  toAddresses: readonly string[];
  hasSignature: boolean;
  hasQuote: boolean;
};

export function emailRequest(written: EmailWritten, frame: RequestFrame): SendInput {
  const { draft, mode, subject, target, hasSignature, hasQuote } = written;
  const [forwardTo] = mode === 'forward' ? parseAddresses(draft.to ?? '').addresses : [];
  const forwarded =
    forwardTo !== undefined && target?.messageId ? { to: forwardTo, messageId: target.messageId } : null;
  return {
    ...frame,
    channel: 'Email',
    subject: subject.trim(),
    text: draft.text,
    rich: draft.rich,
    hasSignature,
    to: forwarded ? null : chosenTo(written),
    from: draft.from,
    cc: parseAddresses(draft.cc).addresses,
    bcc: parseAddresses(draft.bcc).addresses,
    replyToEmailId: forwarded ? null : (target?.emailId ?? null),
    hasQuote,
    forward:
      forwarded && target
        ? { ...forwarded, emailId: target.emailId, isWholeThread: draft.isWholeThread }
        : null,
    subtypeId: draft.subtypeId,
  };
}

/** Named only where there is something to choose: of one address GHL knows by itself which it is. */
export function chosenTo({ draft, toAddresses }: Pick<EmailWritten, 'draft' | 'toAddresses'>): string | null {
  if (toAddresses.length < 2) return null;
  return toAddresses.find((address) => isSame(address, draft.to ?? '')) ?? toAddresses[0] ?? null;
}
