import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { moveReadMark, readMark } from '@/lib/server/person/read-marks';
import { moveReadMarkSchema } from '@/lib/shared/contract/read-mark';

const params = z.object({ conversationId: idSchema });

export const GET = route(
  { permission: 'conversation:read', params },
  async ({ person, locationId, params }) => ({
    seenUpTo: await readMark({ personId: person.id, locationId, conversationId: params.conversationId }),
  }),
);

/** Told to nobody, the audit log included: who looked at what is that person's own. */
export const POST = route(
  { permission: 'conversation:read', params, body: moveReadMarkSchema },
  ({ person, locationId, params, body }) =>
    moveReadMark({ personId: person.id, locationId, ...params }, body.seenUpTo),
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
