import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { createSnippet, snippetsFor } from '@/lib/server/snippets/snippets';
import { snippetInputSchema } from '@/lib/shared/contract/snippet';

export const GET = route({ permission: 'snippet:read' }, async ({ locationId, person, membership }) => ({
  snippets: await snippetsFor({ locationId, personId: person.id, membership }),
}));

export const POST = route(
  { permission: 'snippet:write', body: snippetInputSchema, audit: 'snippet.create' },
  async ({ locationId, person, membership, body, trail }) => {
    const snippet = await createSnippet({ locationId, personId: person.id, membership }, body);
    trail.target = snippet.id;
    return snippet;
  },
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
