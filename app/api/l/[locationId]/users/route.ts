import { listUsers } from '@/lib/server/ghl/users';
import { route } from '@/lib/server/http/route';

export const GET = route({ permission: 'conversation:read' }, async ({ ghl }) => ({
  users: await listUsers(ghl),
}));
