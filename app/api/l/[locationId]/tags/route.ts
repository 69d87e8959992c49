import { listTags } from '@/lib/server/ghl/tags';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';

export const GET = route({ permission: 'conversation:read' }, async ({ ghl }) => ({
  tags: await listTags(ghl),
}));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
