import type { Draft } from '@/lib/client/drafts';
import { lineOf } from '@/lib/client/reader-line';
import type { ReplyMode } from '@/lib/shared/contract/draft';
import { missingFrom, readersIn, withoutReaders } from './readers';
import type { EmailMode } from './use-email-mode';

type Answering = Pick<EmailMode, 'others' | 'target'>;

/** The draft answered in another way: whom "all" had put into Cc goes out again, whom the person put there stays. */
export function answerChange(
  draft: Draft,
  { others, target }: Answering,
  choice: { mode: ReplyMode; isWholeThread: boolean },
): Partial<Draft> {
  const change = { replyMode: choice.mode, isWholeThread: choice.isWholeThread };
  if (choice.mode === 'reply-all') return { ...change, ...withOthers(draft, { others, target }) };
  return draft.ccOf === null ? change : { ...change, cc: withoutReaders(draft.cc, others ?? []), ccOf: null };
}

/** Everybody who is in the mail, put into Cc once. Nothing while it is not known who they are, or after it was done. */
export function withOthers(draft: Draft, { others, target }: Answering): Partial<Draft> | null {
  if (others === null || target === null || draft.ccOf === target.emailId) return null;
  const missing = missingFrom(others, draft.cc, draft.bcc);
  return { cc: lineOf([...readersIn(draft.cc), ...missing]), ccOf: target.emailId };
}
