import { textNumbers } from '@/lib/server/ghl/location-lists';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';

/** Those that a text message can be sent from. */
export const GET = route({ permission: 'conversation:read' }, async ({ ghl }) => ({
  numbers: await textNumbers(ghl),
}));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
