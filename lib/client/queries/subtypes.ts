import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { api } from '@/lib/client/api';
import { recoverInterval } from '@/lib/client/query-client';
import { type SubtypePatch, type SubtypeRequest, subtypeListSchema } from '@/lib/shared/contract/subtype';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

const subtypesOptions = (locationId: string) =>
  queryOptions({
    queryKey: queryKeys.subtypes(locationId),
    queryFn: ({ signal }) => api(apiPaths.subtypes(locationId), { schema: subtypeListSchema, signal }),
    refetchInterval: recoverInterval,
  });

/** The subscription types of the location, archived ones among them. */
export function useSubtypes(locationId: string) {
  return useQuery(subtypesOptions(locationId));
}

/** Resolves when the list has been read again: what is on the screen is what GHL holds. */
export function useCreateSubtype(locationId: string) {
  const readAgain = useReadAgain(locationId);
  return useMutation({
    mutationFn: (body: SubtypeRequest) =>
      api(apiPaths.subtypes(locationId), { method: 'POST', body, schema: z.object({}) }),
    onSettled: readAgain,
  });
}

export function useUpdateSubtype(locationId: string) {
  const readAgain = useReadAgain(locationId);
  return useMutation({
    mutationFn: ({ subtypeId, patch }: { subtypeId: string; patch: SubtypePatch }) =>
      api(apiPaths.subtype(locationId, subtypeId), { method: 'PATCH', body: patch, schema: z.object({}) }),
    onSettled: readAgain,
  });
}

/** Also after a failure: what broke half way may have been done. */
function useReadAgain(locationId: string) {
  const queryClient = useQueryClient();
  return async () => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.allPreferences(locationId) });
    await queryClient.invalidateQueries({ queryKey: queryKeys.subtypes(locationId) });
  };
}
