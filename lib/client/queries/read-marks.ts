import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { api } from '@/lib/client/api';
import { readMarkSchema } from '@/lib/shared/contract/read-mark';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

export const readMarkOptions = (locationId: string, conversationId: string) =>
  queryOptions({
    queryKey: queryKeys.readMark(locationId, conversationId),
    queryFn: async ({ signal }) =>
      (await api(apiPaths.readMark(locationId, conversationId), { schema: readMarkSchema, signal })).seenUpTo,
    // Where somebody stopped reading is where this opening began; it does not move while they read.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Up to where this person has seen the conversation; null: they never did. */
export function useReadMark(locationId: string, conversationId: string) {
  return useQuery(readMarkOptions(locationId, conversationId));
}

/** Known here at once. If our server cannot be reached, the next look at the thread moves it. */
export async function moveReadMark(
  queryClient: QueryClient,
  locationId: string,
  conversationId: string,
  seenUpTo: number,
): Promise<void> {
  const key = queryKeys.readMark(locationId, conversationId);
  const before = queryClient.getQueryData<number | null>(key) ?? null;
  if (before !== null && before >= seenUpTo) return;
  queryClient.setQueryData<number | null>(key, seenUpTo);
  try {
    await api(apiPaths.readMark(locationId, conversationId), {
      method: 'POST',
      body: { seenUpTo },
      schema: z.unknown(),
    });
  } catch {
    queryClient.setQueryData<number | null>(key, before);
  }
}
