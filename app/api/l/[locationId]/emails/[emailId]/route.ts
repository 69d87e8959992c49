import { z } from 'zod';
import { getEmail } from '@/lib/server/ghl/emails';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';

export const GET = route(
  { permission: 'conversation:read', params: z.object({ emailId: idSchema }) },
  ({ ghl, params, signal }) => getEmail(ghl, params.emailId, { signal }),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
