import { z } from 'zod';
import { getMessage } from '@/lib/server/ghl/messages';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';

export const GET = route(
  { permission: 'conversation:read', params: z.object({ messageId: idSchema }) },
  ({ ghl, params, priority }) => getMessage(ghl, params.messageId, { priority }),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
