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
    query: z.strictObject({
      cursor: idSchema.optional(),
      limit: z
        .string()
        .regex(/^\d{1,3}$/)
        .transform(Number)
        .pipe(z.number().min(1).max(100))
        .optional(),
    }),
  },
  async ({ ghl, locationId, params, query, priority, signal }) => {
    const { cursor = null, limit } = query;
    const page = await listMessages(ghl, params.conversationId, { cursor, limit, priority, signal });
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
