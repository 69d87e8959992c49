import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { sendsOfView } from '@/lib/server/outbox/views';
import { sendViews } from '@/lib/shared/contract/send';

/** Sends over all conversations. */
export const GET = route(
  { permission: 'conversation:read', query: z.strictObject({ view: z.enum(sendViews) }) },
  async ({ locationId, query, person }) => ({
    sends: await sendsOfView(locationId, query.view, person.id),
  }),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
