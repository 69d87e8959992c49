import type { TranscriptSentence } from '@/lib/shared/contract/transcript';

/** The sentence that is being said, or was said last; -1 before the first. Sentences without a time are never it. */
export function sentenceAt(sentences: readonly TranscriptSentence[], timeMs: number): number {
  return sentences.findLastIndex(({ startMs }) => startMs !== null && startMs <= timeMs);
}

/**
 * Who speaks on a side of a call. GHL numbers the sides and does not say whose they are (CONTRACT 1.8): the first is
 * taken for the one who called. One side alone, as in a voicemail, is whoever called.
 */
export function speakerOf(
  channel: number | null,
  { isInbound, contact, team }: { isInbound: boolean; contact: string; team: string },
): string {
  if (channel !== 1 && channel !== 2) return '';
  return (channel === 1) === isInbound ? contact : team;
}
