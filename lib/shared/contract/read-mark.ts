import * as z from 'zod/mini';

/** Up to where a person has seen a conversation, in GHL's milliseconds. Ours alone, and theirs alone. */
export const readMarkSchema = z.object({ seenUpTo: z.nullable(z.number()) });

export const moveReadMarkSchema = z.strictObject({
  seenUpTo: z.number().check(z.int(), z.positive(), z.maximum(Number.MAX_SAFE_INTEGER)),
});
