import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import * as z from 'zod/mini';
import { api } from '@/lib/client/api';
import { draftOfSend } from '@/lib/client/draft-of-send';
import { isCancelling, type Outgoing, removeOutgoing, useOutgoing } from '@/lib/client/outgoing';
import { cancelOutgoing } from '@/lib/client/outgoing-runner';
import { pollInterval } from '@/lib/client/query-client';
import { giveBack } from '@/lib/client/returned-sends';
import { undoSendActs } from '@/lib/client/send-acts';
import { watchPress } from '@/lib/client/watch-press';
import {
  type Send,
  type SendAct,
  type SendView,
  sendCountsSchema,
  sendListSchema,
  sendSchema,
} from '@/lib/shared/contract/send';
import { apiPaths } from '@/lib/shared/paths';
import { isFirstPageKey, queryKeys } from '@/lib/shared/query-keys';
import { changesThread, type KnownSend, knownSend, sendsInterval } from './send-times';

const none: readonly KnownSend[] = [];

export type SendPlace = { locationId: string; conversationId: string; clientId: string };

const sendsOptions = (locationId: string, conversationId: string) =>
  queryOptions({
    queryKey: queryKeys.sends(locationId, conversationId),
    queryFn: async ({ signal, client, queryKey }) => {
      const before = client.getQueryData<KnownSend[]>(queryKey);
      const { sends } = await api(apiPaths.sends(locationId, conversationId), {
        schema: sendListSchema,
        signal,
      });
      // The server has it, though its answer was lost.
      for (const { clientId } of sends) if (!isCancelling(clientId)) removeOutgoing(clientId);
      if (before && changesThread(before, sends)) void refreshThread(client, locationId, conversationId);
      return sends.map((send) => knownSend(send));
    },
    refetchInterval: (query) =>
      query.state.error ? pollInterval(query) : sendsInterval(query.state.data ?? [], performance.now()),
  });

/** Sends of a conversation that are not messages of the thread: under way, refused, unclear, or just sent. */
export function useSends(locationId: string, conversationId: string) {
  return useQuery(sendsOptions(locationId, conversationId));
}

/** The same, with those that our own server has not answered for. */
export function useAllSends(locationId: string, conversationId: string) {
  const { data: sends = none, refetch } = useSends(locationId, conversationId);
  const pending = useOutgoing(locationId, conversationId);
  const count = useRef(0);
  useEffect(() => {
    // Another tab has got the answer: what it was is known to the server alone.
    if (pending.length < count.current) void refetch();
    count.current = pending.length;
  }, [pending.length, refetch]);
  return { sends, pending };
}

/** Over all conversations. */
export function useSendsOverview(locationId: string, view: SendView) {
  return useQuery({
    queryKey: queryKeys.sendsOverview(locationId, view),
    queryFn: async ({ signal }) =>
      (
        await api(`${apiPaths.sendsOverview(locationId)}?${new URLSearchParams({ view })}`, {
          schema: sendListSchema,
          signal,
        })
      ).sends,
    refetchInterval: pollInterval,
  });
}

export function useSendCounts(locationId: string) {
  return useQuery({
    queryKey: queryKeys.sendCounts(locationId),
    queryFn: ({ signal }) => api(apiPaths.sendCounts(locationId), { schema: sendCountsSchema, signal }),
    refetchInterval: pollInterval,
  });
}

export function postSend({ locationId, conversationId, request }: Outgoing): Promise<Send> {
  return api(apiPaths.sends(locationId, conversationId), {
    method: 'POST',
    body: request,
    schema: sendSchema,
  });
}

export function postSendAct(
  { locationId, conversationId, clientId }: SendPlace,
  act: SendAct,
): Promise<Send> {
  return api(apiPaths.send(locationId, conversationId, clientId), {
    method: 'POST',
    body: act,
    schema: sendSchema,
  });
}

/** Puts the answer of our server where the thread reads it; what has left is read as a message too. */
export async function keepSend(queryClient: QueryClient, locationId: string, send: Send): Promise<void> {
  const queryKey = queryKeys.sends(locationId, send.conversationId);
  const before = queryClient.getQueryData<KnownSend[]>(queryKey) ?? [];
  queryClient.setQueryData<KnownSend[]>(queryKey, (known = []) => [
    ...known.filter(({ clientId }) => clientId !== send.clientId),
    knownSend(send),
  ]);
  // A read that began earlier would bring the old state back.
  await queryClient.cancelQueries({ queryKey });
  void queryClient.invalidateQueries({ queryKey });
  refreshOverviews(queryClient, locationId);
  if (changesThread(before, [send])) await refreshThread(queryClient, locationId, send.conversationId);
}

/** Before it has left: what was written comes back into its box. Throws where the server says that it is too late. */
export async function takeBackSend(
  queryClient: QueryClient,
  place: SendPlace,
  act: 'undo' | 'cancel-schedule' = 'undo',
): Promise<void> {
  if (cancelOutgoing(place.clientId)) return;
  const isWaitedFor = watchPress();
  try {
    const send = await postSendAct(place, { act });
    // In the box before it is gone from the thread.
    const { channel, content } = draftOfSend(send);
    const acts = undoSendActs(place.clientId);
    const seed = { channel, content: acts ? { ...content, acts } : content };
    giveBack({ ...place, seed }, isWaitedFor());
    await keepSend(queryClient, place.locationId, send);
  } catch (error) {
    void queryClient.invalidateQueries({ queryKey: queryKeys.sends(place.locationId, place.conversationId) });
    throw error;
  }
}

/** What a person decides about a send; nobody can do so twice at once. */
export function useSendAct(place: SendPlace) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (act: SendAct) => {
      const { act: name } = act;
      if (name === 'undo' || name === 'cancel-schedule') return takeBackSend(queryClient, place, name);
      return postSendAct(place, act).then((send) => keepSend(queryClient, place.locationId, send));
    },
    onError: () =>
      queryClient.invalidateQueries({ queryKey: queryKeys.sends(place.locationId, place.conversationId) }),
  });
}

/** Puts away a refused, unclear or expired send that someone has dealt with. */
export function useDismissSend(place: SendPlace) {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.sends(place.locationId, place.conversationId);
  return useMutation({
    mutationFn: () =>
      api(apiPaths.send(place.locationId, place.conversationId, place.clientId), {
        method: 'DELETE',
        schema: z.object({}),
      }),
    onSuccess: async () => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData<KnownSend[]>(queryKey, (known) =>
        known?.filter((send) => send.clientId !== place.clientId),
      );
      refreshOverviews(queryClient, place.locationId);
    },
  });
}

function refreshOverviews(queryClient: QueryClient, locationId: string): void {
  for (const queryKey of [
    queryKeys.sendCounts(locationId),
    queryKeys.sendsOverview(locationId, 'attention'),
    queryKeys.sendsOverview(locationId, 'scheduled'),
  ]) {
    void queryClient.invalidateQueries({ queryKey });
  }
}

/** The first pages alone: the list moves the row up, the thread shows the message. */
async function refreshThread(
  queryClient: QueryClient,
  locationId: string,
  conversationId: string,
): Promise<void> {
  const stale = [queryKeys.messages(locationId, conversationId), queryKeys.conversationLists(locationId)];
  await Promise.all(
    stale.map((queryKey) =>
      queryClient.invalidateQueries({ queryKey, predicate: (query) => isFirstPageKey(query.queryKey) }),
    ),
  );
}
