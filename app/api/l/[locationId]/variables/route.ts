import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { variablesFor } from '@/lib/server/snippets/variables';

const query = z.strictObject({ contactId: idSchema.optional() });

export const GET = route({ permission: 'conversation:read', query }, async ({ ghl, person, query }) => ({
  variables: await variablesFor(ghl, person, query.contactId ?? null),
}));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
