import type { RequestFrame } from '@/components/composer/outgoing';
import type { Draft } from '@/lib/client/drafts';
import type { SendInput } from '@/lib/shared/contract/send';
import { parseAddresses } from './email-rules';

type EmailParts = { draft: Draft; subject: string; replyToEmailId: string | null };

export function emailRequest({ draft, subject, replyToEmailId }: EmailParts, frame: RequestFrame): SendInput {
  return {
    ...frame,
    channel: 'Email',
    subject: subject.trim(),
    text: draft.text,
    rich: draft.rich,
    cc: parseAddresses(draft.cc).addresses,
    bcc: parseAddresses(draft.bcc).addresses,
    replyToEmailId,
  };
}
