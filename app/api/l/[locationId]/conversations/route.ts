import { z } from 'zod';
import { openConversationOf } from '@/lib/server/ghl/open-conversation';
import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { listConversations } from '@/lib/server/triage/list';
import { listQuerySchema } from '@/lib/shared/contract/conversation-list';

const querySchema = z.strictObject({
  ...listQuerySchema.shape,
  cursor: z.string().min(1).max(12_000).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(100))
    .optional(),
});

export const GET = route(
  { permission: 'conversation:read', query: querySchema },
  ({ ghl, query, priority }) => {
    const { cursor, limit, ...filter } = query;
    return listConversations(ghl, filter, { cursor: cursor ?? null, limit, priority });
  },
);

/** The contact's conversation: a new one, or the one that is there already. */
export const POST = route(
  {
    permission: 'conversation:create',
    body: z.strictObject({ contactId: idSchema }),
    audit: 'conversation.create',
  },
  async ({ ghl, body }) => {
    const conversationId = await openConversationOf(ghl, body.contactId);
    if (conversationId) return { conversationId };
    throw new AppError('conflict', {
      message:
        'GoHighLevel has a conversation with this contact and does not show it yet. Try again in a minute.',
    });
  },
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
