import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { openRoute } from '@/lib/server/http/route';

/** Whether this process answers. Says nothing about GHL: a team must be able to read while GHL is away. */
export const GET = openRoute({}, async () => ({ ok: true }));

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
