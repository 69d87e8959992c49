import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { savedViewsFor, saveView } from '@/lib/server/views/saved-views';
import { newSavedViewSchema } from '@/lib/shared/contract/saved-view';

export const GET = route({ permission: 'conversation:read' }, async ({ locationId, person, membership }) => ({
  views: await savedViewsFor({ locationId, personId: person.id, membership }),
}));

export const POST = route(
  { permission: 'conversation:read', body: newSavedViewSchema, audit: 'view.create' },
  ({ locationId, person, membership, body }) =>
    saveView({ locationId, personId: person.id, membership }, body),
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
