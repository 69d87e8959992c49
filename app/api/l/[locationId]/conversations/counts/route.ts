import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { viewCounts } from '@/lib/server/triage/counts';
import { savedCounts } from '@/lib/server/triage/saved-counts';
import { savedViewsFor } from '@/lib/server/views/saved-views';

/** Of the team's views by their names, of the saved ones by their ids. */
export const GET = route(
  { permission: 'conversation:read' },
  async ({ ghl, locationId, person, membership, priority }) => {
    const viewer = { ...person, ghlUserId: membership.ghlUserId };
    const saved = await savedViewsFor({ locationId, personId: person.id, membership });
    const team = await viewCounts(ghl, viewer, { priority });
    return { ...team, ...(await savedCounts(ghl, viewer, saved, { priority })) };
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
