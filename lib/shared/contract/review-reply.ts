import * as z from 'zod/mini';
import { plainText } from '@/lib/shared/contract/send';

/** Google's own limit for the answer to a review. */
const maxReviewReplyLength = 4096;

export const reviewReplySchema = z.strictObject({
  text: z.string().check(plainText, z.trim(), z.minLength(1), z.maxLength(maxReviewReplyLength)),
});
