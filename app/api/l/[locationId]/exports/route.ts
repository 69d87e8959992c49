import { z } from 'zod';
import { audit } from '@/lib/server/audit/audit';
import { exportMessages } from '@/lib/server/ghl/exports';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { exportFilterSchema } from '@/lib/shared/contract/export';

const count = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const querySchema = z.strictObject({
  ...exportFilterSchema.shape,
  from: count.optional(),
  to: count.optional(),
  limit: count.pipe(z.number().min(10).max(500)).optional(),
  cursor: z.string().min(1).max(4000).optional(),
});

/** One page of an export. Its cursor lives some two minutes; `cursor_expired` says that it died. */
export const GET = route(
  { permission: 'message:export', query: querySchema },
  async ({ request, ghl, locationId, person, query }) => {
    const { cursor, ...filter } = query;
    const page = await exportMessages(ghl, filter, { cursor: cursor ?? null, signal: request.signal });
    // A read that the audit log names all the same: once, at its first page.
    if (!cursor) {
      await audit({ personId: person.id, locationId, action: 'message.export', target: null, result: 'ok' });
    }
    return page;
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
