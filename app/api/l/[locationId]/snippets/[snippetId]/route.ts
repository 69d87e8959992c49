import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { changeSnippet, deleteSnippet } from '@/lib/server/snippets/snippets';
import { snippetChangeSchema } from '@/lib/shared/contract/snippet';

const params = z.object({ snippetId: z.uuid() });

export const PATCH = route(
  { permission: 'snippet:write', params, body: snippetChangeSchema, audit: 'snippet.change' },
  ({ locationId, person, membership, params: { snippetId }, body }) =>
    changeSnippet({ locationId, personId: person.id, membership }, snippetId, body),
);

export const DELETE = route(
  { permission: 'snippet:write', params, audit: 'snippet.delete' },
  ({ locationId, person, membership, params: { snippetId } }) =>
    deleteSnippet({ locationId, personId: person.id, membership }, snippetId),
);

export { methodNotAllowed as GET, methodNotAllowed as POST, methodNotAllowed as PUT };
