import { z } from 'zod';
import { deleteConversation } from '@/lib/server/ghl/conversations';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { patchConversation, teamConversation } from '@/lib/server/triage/one-conversation';
import { conversationPatchSchema } from '@/lib/shared/contract/conversation';

const params = z.object({ conversationId: idSchema });

export const GET = route({ permission: 'conversation:read', params }, ({ ghl, params, priority }) =>
  teamConversation(ghl, params.conversationId, { priority }),
);

export const PATCH = route(
  { permission: 'conversation:mark', params, body: conversationPatchSchema, audit: 'conversation.mark' },
  ({ ghl, params, body }) => patchConversation(ghl, params.conversationId, body),
);

/** For everybody, with all its messages. */
export const DELETE = route(
  { permission: 'conversation:delete', params, audit: 'conversation.delete' },
  ({ ghl, params }) => deleteConversation(ghl, params.conversationId),
);

export { methodNotAllowed as POST, methodNotAllowed as PUT };
