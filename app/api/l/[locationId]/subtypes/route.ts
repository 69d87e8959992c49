import { createSubtype, listSubtypes } from '@/lib/server/ghl/subtypes';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { unlessReady } from '@/lib/server/http/unless-ready';
import { subtypeRequestSchema } from '@/lib/shared/contract/subtype';

export const GET = route({ permission: 'subtype:read' }, ({ ghl, priority }) =>
  listSubtypes(ghl, { priority }),
);

export const POST = route(
  { permission: 'subtype:manage', body: subtypeRequestSchema, audit: 'subtype.create' },
  async ({ ghl, body }) => unlessReady(await createSubtype(ghl, body)),
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
