import { z } from 'zod';
import { searchConversations } from '@/lib/server/ghl/conversation-search';
import { createConversation } from '@/lib/server/ghl/conversations';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
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

/** The contact's conversation: a new one, or the one that is there already. */
export const POST = route(
  {
    permission: 'conversation:create',
    body: z.strictObject({ contactId: idSchema }),
    audit: 'conversation.create',
  },
  async ({ ghl, body }) => ({ conversationId: await createConversation(ghl, body.contactId) }),
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
