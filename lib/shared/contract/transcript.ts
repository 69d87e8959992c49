import * as z from 'zod/mini';

const sentenceSchema = z.object({
  /** Which side of the call, 1 or 2; GHL does not say which is which. */
  channel: z.nullable(z.number()),
  index: z.nullable(z.number()),
  startMs: z.nullable(z.number()),
  endMs: z.nullable(z.number()),
  text: z.string(),
  /** From 0 to 1. */
  confidence: z.nullable(z.number()),
});
export type TranscriptSentence = z.infer<typeof sentenceSchema>;

/** Empty while GHL is not done with it. */
export const transcriptSchema = z.object({
  sentences: z.array(sentenceSchema),
  /** Sentences that were left out, for there are too many to show. */
  left: z.number(),
});
export type Transcript = z.infer<typeof transcriptSchema>;
