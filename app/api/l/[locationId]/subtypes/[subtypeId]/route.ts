import { z } from 'zod';
import { updateSubtype } from '@/lib/server/ghl/subtypes';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { unlessReady } from '@/lib/server/http/unless-ready';
import { subtypePatchSchema } from '@/lib/shared/contract/subtype';

export const PATCH = route(
  {
    permission: 'subtype:manage',
    params: z.object({ subtypeId: idSchema }),
    body: subtypePatchSchema,
    audit: 'subtype.update',
  },
  async ({ ghl, params, body, trail }) => {
    if (body.isArchived !== undefined) trail.action = body.isArchived ? 'subtype.archive' : 'subtype.restore';
    unlessReady(await updateSubtype(ghl, params.subtypeId, body));
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
