import { z } from 'zod';
import { addOutboundCall } from '@/lib/server/ghl/logged-messages';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { checkedUrls } from '@/lib/server/media/given-urls';
import { loggedUnclear, onceOrUnclear } from '@/lib/server/outbox/unclear';
import { loggedCallSchema } from '@/lib/shared/contract/logged-message';

/** Writes down a call to the contact that was made by the location's own provider. */
export const POST = route(
  {
    permission: 'message:log',
    params: z.object({ conversationId: idSchema }),
    body: loggedCallSchema,
    audit: 'call.log',
  },
  ({ ghl, params, body }) => {
    checkedUrls(body.attachmentUrls, ghl.baseUrl);
    return onceOrUnclear(() => addOutboundCall(ghl, params.conversationId, body), loggedUnclear);
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
