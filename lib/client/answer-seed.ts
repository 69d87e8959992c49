import type { DraftSeed, ReplyMode } from '@/lib/shared/contract/draft';

/** Begins an answer to one mail; to the newest one where none is named. What is written already stays. */
export function answerSeed(replyMode: ReplyMode, emailId: string | null = null): DraftSeed {
  return { channel: 'Email', content: { replyMode, replyToEmailId: emailId } };
}
