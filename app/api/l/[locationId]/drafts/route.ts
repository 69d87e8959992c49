import { listDrafts } from '@/lib/server/drafts/drafts';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';

/** Of the person who asks: nobody else's is ever answered. */
export const GET = route({ permission: 'message:send' }, async ({ person, locationId }) => ({
  drafts: await listDrafts(person.id, locationId),
}));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
