import { z } from 'zod';
import { requireGhlUser } from '@/lib/server/auth/ghl-user';
import { changePerson, removePerson } from '@/lib/server/auth/team-changes';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { changePersonSchema } from '@/lib/shared/contract/people';

const params = z.strictObject({ personId: idSchema });

export const PATCH = route(
  { permission: 'people:manage', params, body: changePersonSchema, audit: 'person.change' },
  async ({ session, locationId, ghl, params: { personId }, body, trail }) => {
    if (body.grants) trail.action = 'person.change.grants';
    if (body.role) trail.action = `person.change.${body.role}`;
    await requireGhlUser(ghl, body.ghlUserId);
    return changePerson({ ...session, locationId }, personId, body);
  },
);

export const DELETE = route(
  { permission: 'people:manage', params, audit: 'person.remove' },
  async ({ session, locationId, params: { personId } }) => {
    await removePerson({ ...session, locationId }, personId);
  },
);

export { methodNotAllowed as GET, methodNotAllowed as POST, methodNotAllowed as PUT };
