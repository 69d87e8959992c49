import { adminsOf } from '@/lib/server/auth/admins';
import { brokenSince } from '@/lib/server/connection/health';
import { database } from '@/lib/server/db/database';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import type { ConnectionState } from '@/lib/shared/contract/connection';

/** Asked again and again by every open page: it never calls GHL. */
export const GET = route(
  { permission: 'conversation:read' },
  async ({ locationId }): Promise<ConnectionState> => {
    const since = brokenSince(locationId);
    if (since === null) return { brokenSince: null, admins: [] };
    const admins = await adminsOf(await database(), locationId);
    return { brokenSince: since, admins: admins.map(({ name }) => name) };
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
