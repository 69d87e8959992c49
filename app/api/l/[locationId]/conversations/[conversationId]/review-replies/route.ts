import { z } from 'zod';
import { sendReviewReply } from '@/lib/server/ghl/review-replies';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { onceOrUnclear } from '@/lib/server/outbox/unclear';
import { reviewReplySchema } from '@/lib/shared/contract/review-reply';

/** Answers a review where everybody can read it. */
export const POST = route(
  {
    permission: 'message:send',
    params: z.object({ conversationId: idSchema }),
    body: reviewReplySchema,
    audit: 'review.reply',
  },
  ({ ghl, params, body }) => onceOrUnclear(() => sendReviewReply(ghl, { ...params, ...body })),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
