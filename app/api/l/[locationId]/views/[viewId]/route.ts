import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { changeView, deleteView } from '@/lib/server/views/saved-views';
import { savedViewChangeSchema } from '@/lib/shared/contract/saved-view';

const params = z.object({ viewId: z.uuid() });

export const PATCH = route(
  { permission: 'conversation:read', params, body: savedViewChangeSchema, audit: 'view.change' },
  ({ locationId, person, membership, params: { viewId }, body }) =>
    changeView({ locationId, personId: person.id, membership }, viewId, body),
);

export const DELETE = route(
  { permission: 'conversation:read', params, audit: 'view.delete' },
  ({ locationId, person, membership, params: { viewId } }) =>
    deleteView({ locationId, personId: person.id, membership }, viewId),
);

export { methodNotAllowed as GET, methodNotAllowed as POST, methodNotAllowed as PUT };
