import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/client/api';
import { recoverInterval } from '@/lib/client/query-client';
import { contactSchema } from '@/lib/shared/contract/contact';
import { locationSchema } from '@/lib/shared/contract/location';
import { tagListSchema } from '@/lib/shared/contract/tag';
import { userListSchema } from '@/lib/shared/contract/user';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';
import { knownZone } from '@/lib/shared/zoned-time';

/** Who and where: read rarely, shown everywhere. */
const slowMs = 60_000;

const usersOptions = (locationId: string) =>
  queryOptions({
    queryKey: queryKeys.users(locationId),
    queryFn: async ({ signal }) =>
      (await api(apiPaths.users(locationId), { schema: userListSchema, signal })).users,
    staleTime: slowMs,
    refetchInterval: recoverInterval,
  });

export function useUsers(locationId: string) {
  return useQuery(usersOptions(locationId));
}

/** What a GHL user is called, as far as the team has been read. */
export function userName(queryClient: QueryClient, locationId: string, userId: string): string {
  const known = queryClient.getQueryData(usersOptions(locationId).queryKey);
  const user = known?.find(({ id }) => id === userId);
  return user?.name || user?.email || 'somebody in the team';
}

/** The zone that messages are scheduled in; undefined where GHL does not say: then it is the viewer's. */
export function useLocationZone(locationId: string): string | undefined {
  const { data } = useQuery({
    queryKey: queryKeys.location(locationId),
    queryFn: ({ signal }) => api(apiPaths.location(locationId), { schema: locationSchema, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: recoverInterval,
  });
  return knownZone(data?.timezone);
}

/** The tags of the location, read once somebody wants to choose. */
export function useTags(locationId: string) {
  return useQuery({
    queryKey: queryKeys.tags(locationId),
    queryFn: async ({ signal }) =>
      (await api(apiPaths.tags(locationId), { schema: tagListSchema, signal })).tags,
    staleTime: slowMs,
    refetchInterval: recoverInterval,
  });
}

const readContact = (
  locationId: string,
  contactId: string,
  how: { signal: AbortSignal; isRefresh?: boolean },
) => api(apiPaths.contact(locationId, contactId), { schema: contactSchema, ...how });

const contactOptions = (locationId: string, contactId: string) =>
  queryOptions({
    queryKey: queryKeys.contact(locationId, contactId),
    queryFn: ({ signal }) => readContact(locationId, contactId, { signal }),
    staleTime: slowMs / 2,
    refetchInterval: recoverInterval,
  });

/** Before their conversation is opened: behind everything that a person waits for. */
export function prefetchContact(
  queryClient: QueryClient,
  locationId: string,
  contactId: string,
): Promise<void> {
  return queryClient.prefetchQuery({
    ...contactOptions(locationId, contactId),
    queryFn: ({ signal }) => readContact(locationId, contactId, { signal, isRefresh: true }),
  });
}

export function useContact(locationId: string, contactId: string | null) {
  return useQuery({ ...contactOptions(locationId, contactId ?? ''), enabled: contactId !== null });
}
