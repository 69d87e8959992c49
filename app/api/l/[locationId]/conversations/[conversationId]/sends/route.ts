import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { listSends } from '@/lib/server/outbox/sends';
import { submitSend } from '@/lib/server/outbox/submit';
import { requireFilled } from '@/lib/server/snippets/require-filled';
import { sendRequestSchema } from '@/lib/shared/contract/send';

const params = z.object({ conversationId: idSchema });

export const GET = route(
  { permission: 'conversation:read', params },
  async ({ locationId, params, person }) => ({
    sends: await listSends({ locationId, ...params }, person.id),
  }),
);

/** Takes a send over; it leaves by itself when its time has come. */
export const POST = route(
  { permission: 'message:send', params, body: sendRequestSchema, audit: 'message.send' },
  ({ locationId, params, person, body }) => {
    requireFilled(body);
    return submitSend({ locationId, ...params }, person.id, body);
  },
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
