import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { changeAllowedSender, listAllowedSenders } from '@/lib/server/person/allowed-senders';
import { changeAllowedSenderSchema } from '@/lib/shared/contract/allowed-sender';

export const GET = route({ permission: 'conversation:read' }, ({ person, locationId }) =>
  listAllowedSenders({ personId: person.id, locationId }),
);

/** Everybody decides for themselves, and the audit log does not learn whose mails they read. */
export const POST = route(
  { permission: 'conversation:read', body: changeAllowedSenderSchema },
  ({ person, locationId, body }) => changeAllowedSender({ personId: person.id, locationId }, body),
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
