import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { api } from '@/lib/client/api';
import { pollInterval, recoverInterval } from '@/lib/client/query-client';
import {
  type NewSavedView,
  type SavedView,
  type SavedViewChange,
  savedViewListSchema,
  savedViewSchema,
} from '@/lib/shared/contract/saved-view';
import { viewCountsSchema } from '@/lib/shared/contract/triage';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

/** What colleagues share shows here after so long. */
const slowMs = 60_000;

/** How many each of the team's views holds, kept fresh. */
export function useViewCounts(locationId: string) {
  return useQuery({
    queryKey: queryKeys.viewCounts(locationId),
    queryFn: ({ signal }) =>
      api(apiPaths.viewCounts(locationId), { schema: viewCountsSchema, signal, isRefresh: true }),
    refetchInterval: pollInterval,
  });
}

const savedViewsOptions = (locationId: string) =>
  queryOptions({
    queryKey: queryKeys.savedViews(locationId),
    queryFn: async ({ signal }) =>
      (await api(apiPaths.savedViews(locationId), { schema: savedViewListSchema, signal })).views,
    staleTime: slowMs,
    refetchInterval: recoverInterval,
  });

/** One's own views and the team's. */
export function useSavedViews(locationId: string) {
  return useQuery(savedViewsOptions(locationId));
}

export type ViewEdit =
  | { kind: 'create'; view: NewSavedView }
  | { kind: 'change'; id: string; change: SavedViewChange }
  | { kind: 'delete'; id: string };

/** Makes, changes or deletes a saved view; the list of them is read anew after each, whatever came of it. */
export function useEditViews(locationId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = savedViewsOptions(locationId);
  return useMutation({
    mutationFn: async (edit: ViewEdit): Promise<SavedView | null> => {
      switch (edit.kind) {
        case 'create':
          return api(apiPaths.savedViews(locationId), {
            method: 'POST',
            body: edit.view,
            schema: savedViewSchema,
          });
        case 'change':
          return api(apiPaths.savedView(locationId, edit.id), {
            method: 'PATCH',
            body: edit.change,
            schema: savedViewSchema,
          });
        default:
          await api(apiPaths.savedView(locationId, edit.id), { method: 'DELETE', schema: z.object({}) });
          return null;
      }
    },
    onSettled: () => {
      // With the number of a new or changed one; nobody waits for it.
      void queryClient.invalidateQueries({ queryKey: queryKeys.viewCounts(locationId) });
      return queryClient.invalidateQueries({ queryKey });
    },
  });
}
