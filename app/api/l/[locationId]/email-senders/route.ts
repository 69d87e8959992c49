import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { emailSenders } from '@/lib/server/outbox/email-senders';

export const GET = route({ permission: 'message:send' }, ({ ghl, locationId, person, signal }) =>
  emailSenders(ghl, { locationId, personId: person.id }, { signal }),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
