import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { sendCounts } from '@/lib/server/outbox/views';

export const GET = route({ permission: 'conversation:read' }, ({ locationId }) => sendCounts(locationId));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
