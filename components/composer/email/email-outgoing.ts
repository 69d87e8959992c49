import { emptyProblem, filesProblem } from '@/components/composer/draft-problem';
import type { ComposerProblem, Outgoing } from '@/components/composer/outgoing';
import type { Draft } from '@/lib/client/drafts';
import { maxReaders, maxSubjectLength } from '@/lib/shared/contract/send';
import { emailRequest } from './email-request';
import { parseAddresses } from './email-rules';

type EmailWritten = {
  draft: Draft;
  /** As the field shows it. */
  subject: string;
  replyToEmailId: string | null;
  /** Whether there is a mail to answer is not known before the thread is: sent now, an answer would begin a new one. */
  isReading: boolean;
};

export function emailOutgoing(written: EmailWritten): Outgoing {
  const { draft, subject, isReading } = written;
  return {
    label: emailLabel(draft),
    problem: isReading ? stillReading : emailProblem(draft, subject),
    draft: { ...draft, subject: subject || draft.subject },
    request: (frame) => emailRequest(written, frame),
  };
}

export function emailLabel({ cc, bcc }: Pick<Draft, 'cc' | 'bcc'>): string {
  const others = parseAddresses(cc).addresses.length + parseAddresses(bcc).addresses.length;
  return others > 0 ? `Email ${others + 1} people` : 'Send email';
}

export function emailProblem(draft: Draft, subject: string): ComposerProblem | null {
  const problem = filesProblem(draft);
  if (problem) return problem;
  if (!subject.trim()) return { field: 'subject', message: 'An email needs a subject.' };
  if (subject.length > maxSubjectLength) {
    return { field: 'subject', message: `A subject has at most ${maxSubjectLength} characters.` };
  }
  for (const field of ['cc', 'bcc'] as const) {
    const { addresses, wrong } = parseAddresses(draft[field]);
    if (wrong[0]) return { field, message: `"${wrong[0]}" is not an email address.` };
    if (addresses.length > maxReaders) {
      return { field, message: `At most ${maxReaders} addresses stand in one line.` };
    }
  }
  return emptyProblem(draft);
}

const stillReading: ComposerProblem = {
  field: 'text',
  message: 'The thread is still being read. One moment, then send again.',
};
