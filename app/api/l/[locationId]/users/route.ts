import { listUsers } from '@/lib/server/ghl/users';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';

export const GET = route({ permission: 'conversation:read' }, async ({ ghl }) => ({
  users: await listUsers(ghl),
}));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
