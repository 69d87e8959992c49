import { z } from 'zod';
import { listConversationFiles } from '@/lib/server/ghl/conversation-files';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';

export const GET = route(
  {
    permission: 'conversation:read',
    params: z.object({ conversationId: idSchema }),
    query: z.strictObject({ cursor: idSchema.optional() }),
  },
  ({ request, ghl, params, query, priority }) =>
    listConversationFiles(ghl, params.conversationId, {
      cursor: query.cursor ?? null,
      priority,
      signal: request.signal,
    }),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
