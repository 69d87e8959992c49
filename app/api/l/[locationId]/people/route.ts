import { requireGhlUser } from '@/lib/server/auth/ghl-user';
import { listTeam } from '@/lib/server/auth/team';
import { addPerson } from '@/lib/server/auth/team-changes';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { addPersonSchema } from '@/lib/shared/contract/people';

export const GET = route({ permission: 'people:manage' }, async ({ session, locationId }) => ({
  people: await listTeam({ ...session, locationId }),
}));

export const POST = route(
  { permission: 'people:manage', body: addPersonSchema, audit: 'person.add' },
  async ({ session, locationId, ghl, body, trail }) => {
    await requireGhlUser(ghl, body.ghlUserId);
    const made = await addPerson({ ...session, locationId }, body);
    trail.action = `person.add.${body.role}`;
    trail.target = made.personId;
    return made;
  },
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
