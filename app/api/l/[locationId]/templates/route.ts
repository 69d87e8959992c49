import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { templatesOf } from '@/lib/server/snippets/templates';

export const GET = route({ permission: 'snippet:read' }, ({ ghl }) => templatesOf(ghl));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
