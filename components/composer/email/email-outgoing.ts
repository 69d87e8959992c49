import { emptyProblem, filesProblem } from '@/components/composer/draft-problem';
import type { ComposerProblem, Outgoing } from '@/components/composer/outgoing';
import type { Draft } from '@/lib/client/drafts';
import { maxReaders, maxSubjectLength } from '@/lib/shared/contract/send';
import { type EmailWritten, emailRequest } from './email-request';
import { parseAddresses } from './readers';

type Written = EmailWritten & {
  /** Whether there is a mail to answer is not known before the thread is: sent now, an answer would begin a new one. */
  isReading: boolean;
};

export function emailOutgoing(written: Written): Outgoing {
  const { draft, subject, isReading } = written;
  return {
    label: emailLabel(written),
    problem: isReading ? stillReading : emailProblem(written),
    draft: { ...draft, subject: subject || draft.subject },
    request: (frame) => emailRequest(written, frame),
  };
}

export function emailLabel({ draft, mode }: Pick<EmailWritten, 'draft' | 'mode'>): string {
  const others = parseAddresses(draft.cc).addresses.length + parseAddresses(draft.bcc).addresses.length;
  if (mode === 'forward') return others > 0 ? `Forward to ${others + 1} people` : 'Forward email';
  return others > 0 ? `Email ${others + 1} people` : 'Send email';
}

export function emailProblem({ draft, mode, subject, target }: EmailWritten): ComposerProblem | null {
  const problem = filesProblem(draft) ?? (mode === 'forward' ? forwardProblem(draft, target) : null);
  if (problem) return problem;
  if (!subject.trim()) return { field: 'subject', message: 'An email needs a subject.' };
  if (subject.length > maxSubjectLength) {
    return { field: 'subject', message: `A subject has at most ${maxSubjectLength} characters.` };
  }
  for (const field of ['cc', 'bcc'] as const) {
    const { addresses, wrong } = parseAddresses(draft[field]);
    if (wrong[0]) return { field, message: wrongWords(wrong[0]) };
    if (addresses.length > maxReaders) {
      return { field, message: `At most ${maxReaders} addresses stand in one line.` };
    }
  }
  // A forwarded email says enough by itself.
  return mode === 'forward' ? null : emptyProblem(draft);
}

function wrongWords(reader: string): string {
  return `"${reader}" is not an email address.`;
}

function forwardProblem({ to }: Pick<Draft, 'to'>, target: EmailWritten['target']): ComposerProblem | null {
  if (target?.messageId === null) {
    return { field: 'to', message: 'Scroll up to the email that is forwarded first: it is not loaded yet.' };
  }
  const { addresses, wrong } = parseAddresses(to ?? '');
  if (wrong[0]) return { field: 'to', message: wrongWords(wrong[0]) };
  if (addresses.length === 0) return { field: 'to', message: 'Give the address that it is forwarded to.' };
  if (addresses.length === 1) return null;
  return { field: 'to', message: 'GoHighLevel forwards to one address. Put the others in Cc.' };
}

const stillReading: ComposerProblem = {
  field: 'text',
  message: 'The thread is still being read. One moment, then send again.',
};
