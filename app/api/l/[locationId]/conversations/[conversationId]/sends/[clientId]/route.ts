import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { retrySend } from '@/lib/server/outbox/deliver';
import { dismissSend } from '@/lib/server/outbox/sends';

const params = z.object({ conversationId: idSchema, clientId: z.uuid() });

/** Tries a refused send once more. */
export const POST = route(
  { permission: 'message:send', params, body: z.strictObject({}), audit: 'message.retry' },
  ({ ghl, locationId, params, person }) =>
    retrySend(ghl, { locationId, conversationId: params.conversationId }, person.id, params.clientId),
);

/** Puts a refused or unclear send away. */
export const DELETE = route(
  { permission: 'message:send', params, audit: 'message.dismiss' },
  ({ locationId, params }) =>
    dismissSend({ locationId, conversationId: params.conversationId }, params.clientId),
);

export { methodNotAllowed as GET, methodNotAllowed as PATCH, methodNotAllowed as PUT };
