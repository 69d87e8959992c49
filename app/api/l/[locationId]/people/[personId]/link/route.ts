import { z } from 'zod';
import { linkAgain } from '@/lib/server/auth/team-changes';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';

export const POST = route(
  {
    permission: 'people:manage',
    params: z.strictObject({ personId: idSchema }),
    body: z.strictObject({}),
    audit: 'person.link',
  },
  ({ session, locationId, params }) => linkAgain({ ...session, locationId }, params.personId),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
