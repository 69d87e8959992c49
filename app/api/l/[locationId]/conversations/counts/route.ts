import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { viewCounts } from '@/lib/server/triage/counts';

export const GET = route({ permission: 'conversation:read' }, ({ ghl, person, membership, priority }) =>
  viewCounts(ghl, { ...person, ghlUserId: membership.ghlUserId }, { priority }),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
