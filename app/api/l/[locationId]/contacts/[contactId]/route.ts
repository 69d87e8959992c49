import { z } from 'zod';
import { getContact } from '@/lib/server/ghl/contacts';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';

export const GET = route(
  { permission: 'conversation:read', params: z.object({ contactId: idSchema }) },
  ({ ghl, params }) => getContact(ghl, params.contactId),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
