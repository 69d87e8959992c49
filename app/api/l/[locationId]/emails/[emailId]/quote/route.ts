import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { quoteOfEmail } from '@/lib/server/outbox/email-quote';

/** What will stand beneath an answer to this email, as it will be sent. */
export const GET = route(
  { permission: 'conversation:read', params: z.object({ emailId: idSchema }) },
  ({ ghl, params, signal }) => quoteOfEmail(ghl, params.emailId, { signal }),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
