import { checkConnection } from '@/lib/server/connection/checks';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';

/** Reads at GHL with every scope, each time anew; changes nothing. */
export const GET = route({ permission: 'connection:check' }, ({ ghl }) => checkConnection(ghl));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
