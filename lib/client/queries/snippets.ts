import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { api } from '@/lib/client/api';
import { recoverInterval } from '@/lib/client/query-client';
import {
  type Snippet,
  type SnippetChange,
  type SnippetInput,
  snippetListSchema,
  snippetSchema,
  templateListSchema,
} from '@/lib/shared/contract/snippet';
import { variableListSchema } from '@/lib/shared/contract/variable';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

/** What colleagues share, and what the team changes in GHL, shows here after so long. */
const slowMs = 60_000;

export const snippetsOptions = (locationId: string) =>
  queryOptions({
    queryKey: queryKeys.snippets(locationId),
    queryFn: async ({ signal }) =>
      (await api(apiPaths.snippets(locationId), { schema: snippetListSchema, signal })).snippets,
    staleTime: slowMs,
    refetchInterval: recoverInterval,
  });

/** One's own snippets and the team's, those used last first. */
export function useSnippets(locationId: string) {
  return useQuery(snippetsOptions(locationId));
}

/** Templates that the team wrote in GHL: read only. */
export function useTemplates(locationId: string, isWanted = true) {
  return useQuery({
    queryKey: queryKeys.templates(locationId),
    queryFn: ({ signal }) => api(apiPaths.templates(locationId), { schema: templateListSchema, signal }),
    staleTime: slowMs,
    enabled: isWanted,
  });
}

export const variablesOptions = (locationId: string, contactId: string | null) =>
  queryOptions({
    queryKey: queryKeys.variables(locationId, contactId),
    queryFn: async ({ signal }) => {
      const about = contactId === null ? '' : `?${new URLSearchParams({ contactId })}`;
      return (await api(apiPaths.variables(locationId) + about, { schema: variableListSchema, signal }))
        .variables;
    },
    staleTime: slowMs,
  });

/** What braces can stand for; with a contact, what they stand for there. */
export function useVariables(locationId: string, contactId: string | null, isWanted = true) {
  return useQuery({ ...variablesOptions(locationId, contactId), enabled: isWanted });
}

/** Put into a message: it stands first from now on. That it could not be noted is nothing to bother anybody with. */
export function noteSnippetUse(queryClient: QueryClient, locationId: string, snippetId: string): void {
  const { queryKey } = snippetsOptions(locationId);
  queryClient.setQueryData<Snippet[]>(queryKey, (known) => {
    const used = known?.find(({ id }) => id === snippetId);
    if (!known || !used) return known;
    return [{ ...used, lastUsedAt: Date.now() }, ...known.filter((each) => each !== used)];
  });
  api(apiPaths.snippetUse(locationId, snippetId), { method: 'POST', body: {}, schema: z.object({}) }).catch(
    () => undefined,
  );
}

export type SnippetEdit =
  | { kind: 'create'; snippet: SnippetInput }
  | { kind: 'change'; id: string; change: SnippetChange }
  | { kind: 'delete'; id: string };

/** Makes, changes or deletes a snippet; the list is read anew after each, whatever came of it. */
export function useEditSnippets(locationId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = snippetsOptions(locationId);
  return useMutation({
    mutationFn: async (edit: SnippetEdit): Promise<Snippet | null> => {
      switch (edit.kind) {
        case 'create':
          return api(apiPaths.snippets(locationId), {
            method: 'POST',
            body: edit.snippet,
            schema: snippetSchema,
          });
        case 'change':
          return api(apiPaths.snippet(locationId, edit.id), {
            method: 'PATCH',
            body: edit.change,
            schema: snippetSchema,
          });
        default:
          await api(apiPaths.snippet(locationId, edit.id), { method: 'DELETE', schema: z.object({}) });
          return null;
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}
