import { getLocation } from '@/lib/server/ghl/locations';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';

/** What GHL says of the location: its time zone, which messages are scheduled in. */
export const GET = route({ permission: 'conversation:read' }, ({ ghl }) => getLocation(ghl));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
