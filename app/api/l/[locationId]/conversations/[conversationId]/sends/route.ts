import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { submitSend } from '@/lib/server/outbox/deliver';
import { listSends } from '@/lib/server/outbox/sends';
import { requireFilled } from '@/lib/server/snippets/require-filled';
import { sendRequestSchema } from '@/lib/shared/contract/send';

const params = z.object({ conversationId: idSchema });

export const GET = route(
  { permission: 'conversation:read', params },
  async ({ locationId, params, person }) => ({
    sends: await listSends({ locationId, ...params }, person.id),
  }),
);

export const POST = route(
  { permission: 'message:send', params, body: sendRequestSchema, audit: 'message.send' },
  ({ ghl, locationId, params, person, body }) => {
    requireFilled(body);
    return submitSend(ghl, { locationId, ...params }, person.id, body);
  },
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
