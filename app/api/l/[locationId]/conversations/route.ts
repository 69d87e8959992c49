import { z } from 'zod';
import { searchConversations } from '@/lib/server/ghl/conversation-search';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { conversationFilterSchema } from '@/lib/shared/contract/conversation';

const milliseconds = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const querySchema = z.strictObject({
  ...conversationFilterSchema.shape,
  createdFrom: milliseconds.optional(),
  createdTo: milliseconds.optional(),
  cursor: z.string().min(1).max(8000).optional(),
});

export const GET = route(
  { permission: 'conversation:read', query: querySchema },
  ({ ghl, query, priority }) => {
    const { cursor, ...filter } = query;
    return searchConversations(ghl, filter, { cursor: cursor ?? null, priority });
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
