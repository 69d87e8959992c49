import { z } from 'zod';
import { updateMessageStatus } from '@/lib/server/ghl/logged-messages';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { messageStatusChangeSchema } from '@/lib/shared/contract/logged-message';

/** How a message of the location's own provider fared. */
export const PUT = route(
  {
    permission: 'message:log',
    params: z.object({ messageId: idSchema }),
    body: messageStatusChangeSchema,
    audit: 'message.status',
  },
  ({ ghl, params, body }) => updateMessageStatus(ghl, params.messageId, body),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
};
