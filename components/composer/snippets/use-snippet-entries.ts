import { useSnippets, useTemplates, useVariables } from '@/lib/client/queries/snippets';
import type { SendChannel } from '@/lib/shared/contract/send';
import { variableKey } from '@/lib/shared/variables';
import { entryGroups } from './snippet-entries';

/** Where a snippet goes to. */
export type SnippetPlace = { locationId: string; contactId: string | null; channel: SendChannel };

/** What can be inserted here, narrowed by what was typed, and what variables stand for with this contact. */
export function useSnippetEntries({ locationId, contactId, channel }: SnippetPlace, query: string) {
  const snippets = useSnippets(locationId);
  // Beside ours, and never in their way: GHL may be slow, or refuse.
  const templates = useTemplates(locationId);
  const variables = useVariables(locationId, contactId);
  const known = { snippets: snippets.data ?? [], templates: templates.data?.templates ?? [] };
  return {
    ...entryGroups(known, channel, query),
    values: new Map((variables.data ?? []).map(({ name, value }) => [variableKey(name), value ?? ''])),
    /** There is nothing at all, whatever is typed. */
    isNone: known.snippets.length + known.templates.length === 0,
    isPending: snippets.isPending,
    error: snippets.data ? null : snippets.error,
  };
}
