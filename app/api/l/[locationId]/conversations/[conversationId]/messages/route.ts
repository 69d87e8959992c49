import { z } from 'zod';
import { listMessages } from '@/lib/server/ghl/messages';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { authorsOf } from '@/lib/server/outbox/sends';

export const GET = route(
  {
    permission: 'conversation:read',
    params: z.object({ conversationId: idSchema }),
    query: z.strictObject({ cursor: idSchema.optional() }),
  },
  async ({ ghl, locationId, params, query, priority }) => {
    const page = await listMessages(ghl, params.conversationId, { cursor: query.cursor ?? null, priority });
    const authors = await authorsOf(
      locationId,
      page.messages.map(({ id }) => id),
    );
    return { ...page, authors };
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
