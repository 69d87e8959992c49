import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { noteSnippetUse } from '@/lib/server/snippets/snippets';

const params = z.object({ snippetId: z.uuid() });

/** Not in the audit log: what somebody writes with is their own, and what they sent stands there anyway. */
export const POST = route(
  { permission: 'snippet:read', params },
  ({ locationId, person, membership, params: { snippetId } }) =>
    noteSnippetUse({ locationId, personId: person.id, membership }, snippetId),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
