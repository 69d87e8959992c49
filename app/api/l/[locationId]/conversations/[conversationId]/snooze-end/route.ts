import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { endWoken } from '@/lib/server/triage/states';

/** Somebody has looked at what came back from a snooze: it goes to its own place in Open. For the whole team. */
export const DELETE = route(
  {
    permission: 'conversation:mark',
    params: z.object({ conversationId: idSchema }),
    audit: 'conversation.snooze-end-seen',
  },
  ({ locationId, params }) => endWoken(locationId, params.conversationId),
);

export {
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
