import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/client/api';
import { pollInterval, recoverInterval } from '@/lib/client/query-client';
import {
  type ConnectionState,
  connectionChecksSchema,
  connectionStateSchema,
} from '@/lib/shared/contract/connection';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

/** While it is broken, the sooner the good news is on the screen the better; our own server alone is asked. */
const brokenPollMs = 5_000;

const stateOptions = (locationId: string) =>
  queryOptions<ConnectionState>({
    queryKey: queryKeys.connection(locationId),
    queryFn: ({ signal }) => api(apiPaths.connection(locationId), { schema: connectionStateSchema, signal }),
    refetchInterval: (query) => (query.state.data?.brokenSince ? brokenPollMs : pollInterval(query)),
  });

export function useConnectionState(locationId: string) {
  return useQuery(stateOptions(locationId));
}

const checksOptions = (locationId: string) =>
  queryOptions({
    queryKey: queryKeys.connectionChecks(locationId),
    queryFn: async ({ signal, client }) => {
      const checks = await api(apiPaths.connectionChecks(locationId), {
        schema: connectionChecksSchema,
        signal,
      });
      // The check has just found out: the banner need not wait for its next poll.
      void client.invalidateQueries({ queryKey: queryKeys.connection(locationId) });
      return checks;
    },
    // Each opening of the page and each click asks anew; nothing else does.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchInterval: recoverInterval,
  });

export function useConnectionChecks(locationId: string) {
  return useQuery(checksOptions(locationId));
}
