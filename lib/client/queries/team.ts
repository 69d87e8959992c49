import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { api } from '@/lib/client/api';
import { pollInterval } from '@/lib/client/query-client';
import { type AddPerson, type ChangePerson, madeLinkSchema, teamSchema } from '@/lib/shared/contract/people';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

const teamOptions = (locationId: string) =>
  queryOptions({
    queryKey: queryKeys.team(locationId),
    queryFn: async ({ signal }) =>
      (await api(apiPaths.people(locationId), { schema: teamSchema, signal })).people,
    refetchInterval: pollInterval,
  });

export function useTeam(locationId: string) {
  return useQuery(teamOptions(locationId));
}

/** Each answers when it is done, and throws `ApiError` with the words for people. The list is read anew in any case. */
export function useTeamChanges(locationId: string) {
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: queryKeys.team(locationId) });

  const add = useMutation({
    mutationFn: (person: AddPerson) =>
      api(apiPaths.people(locationId), { method: 'POST', body: person, schema: madeLinkSchema }),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ personId, change }: { personId: string; change: ChangePerson }) =>
      api(apiPaths.person(locationId, personId), { method: 'PATCH', body: change, schema: z.unknown() }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (personId: string) =>
      api(apiPaths.person(locationId, personId), { method: 'DELETE', schema: z.unknown() }),
    onSettled,
  });
  const link = useMutation({
    mutationFn: (personId: string) =>
      api(apiPaths.personLink(locationId, personId), { method: 'POST', body: {}, schema: madeLinkSchema }),
    onSettled,
  });
  const signOut = useMutation({
    mutationFn: (personId: string) =>
      api(apiPaths.personSessions(locationId, personId), { method: 'DELETE', schema: z.unknown() }),
    onSettled,
  });
  return { add, change, remove, link, signOut };
}
