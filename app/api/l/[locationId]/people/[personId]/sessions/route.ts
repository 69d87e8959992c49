import { z } from 'zod';
import { signOutEverywhere } from '@/lib/server/auth/team-changes';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';

export const DELETE = route(
  {
    permission: 'people:manage',
    params: z.strictObject({ personId: idSchema }),
    audit: 'person.sign-out',
  },
  async ({ session, locationId, params }) => {
    await signOutEverywhere({ ...session, locationId }, params.personId);
  },
);

export {
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
