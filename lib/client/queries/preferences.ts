import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { api } from '@/lib/client/api';
import { recoverInterval } from '@/lib/client/query-client';
import { type PreferenceChange, preferencesSchema } from '@/lib/shared/contract/preference';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

/** Read when the section is opened and after each change; nobody watches it, so no timer spends calls on it. */
const staleMs = 30_000;

const preferencesOptions = (locationId: string, contactId: string) =>
  queryOptions({
    queryKey: queryKeys.preferences(locationId, contactId),
    queryFn: ({ signal }) =>
      api(apiPaths.preferences(locationId, contactId), { schema: preferencesSchema, signal }),
    staleTime: staleMs,
    refetchInterval: recoverInterval,
  });

/** What each address of a contact has said about each subscription type. */
export function usePreferences(locationId: string, contactId: string, isWanted = true) {
  return useQuery({ ...preferencesOptions(locationId, contactId), enabled: isWanted });
}

/**
 * One change, which is a legal record: nothing is shown before GHL gives it. Resolves when the statuses have been read
 * again, also after a failure, since what broke half way may have been done.
 */
export function useChangePreference(locationId: string, contactId: string) {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.preferences(locationId, contactId);
  return useMutation({
    mutationFn: (body: PreferenceChange) =>
      api(apiPaths.preferences(locationId, contactId), { method: 'POST', body, schema: z.object({}) }),
    onSettled: () => queryClient.refetchQueries({ queryKey }),
  });
}
