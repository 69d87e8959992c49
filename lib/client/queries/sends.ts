import { queryOptions, useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { api } from '@/lib/client/api';
import { pollInterval } from '@/lib/client/query-client';
import { type Send, type SendRequest, sendListSchema, sendSchema } from '@/lib/shared/contract/send';
import { apiPaths } from '@/lib/shared/paths';
import { isFirstPageKey, queryKeys } from '@/lib/shared/query-keys';

/** A send as the browser knows it before the server has answered. */
export type PendingSend = {
  request: SendRequest;
  draftKey: string;
  attachmentNames: string[];
  startedAt: number;
};

/** Something of it changes any moment. */
const underWayPollMs = 1_000;

const sendsOptions = (locationId: string, conversationId: string) =>
  queryOptions({
    queryKey: queryKeys.sends(locationId, conversationId),
    queryFn: async ({ signal }) =>
      (await api(apiPaths.sends(locationId, conversationId), { schema: sendListSchema, signal })).sends,
    refetchInterval: (query) =>
      query.state.data?.some(({ state }) => state === 'held' || state === 'sending')
        ? underWayPollMs
        : pollInterval(query),
  });

/** Sends of a conversation that are not messages of the thread: under way, refused, unclear, or just sent. */
export function useSends(locationId: string, conversationId: string) {
  return useQuery(sendsOptions(locationId, conversationId));
}

/** Sends that left the composer of this tab and have no answer from our server yet. */
export function usePendingSends(locationId: string, conversationId: string): PendingSend[] {
  return useMutationState({
    filters: { mutationKey: sendKey(locationId, conversationId), status: 'pending' },
    select: (mutation) => mutation.state.variables as PendingSend,
  });
}

type SendCallbacks = {
  /** Called even when the composer is gone: another conversation may be open by then. */
  onSuccess: (send: Send) => void;
  onError: (error: Error, pending: PendingSend) => void;
};

/**
 * Sends once under the request's client id. The answer tells the state; an error means that our own server was not
 * reached or refused, and the composer keeps the text.
 */
export function useSendMessage(locationId: string, conversationId: string, callbacks: SendCallbacks) {
  const settle = useSettle(locationId, conversationId);
  return useMutation({
    mutationKey: sendKey(locationId, conversationId),
    mutationFn: ({ request }: PendingSend) =>
      api(apiPaths.sends(locationId, conversationId), { method: 'POST', body: request, schema: sendSchema }),
    onSuccess: (send) => {
      callbacks.onSuccess(send);
      return settle(send);
    },
    onError: callbacks.onError,
  });
}

/** A refused send is tried again as it was; nobody can do so twice at once. */
export function useRetrySend(locationId: string, conversationId: string) {
  const settle = useSettle(locationId, conversationId);
  return useMutation({
    mutationFn: (clientId: string) =>
      api(apiPaths.send(locationId, conversationId, clientId), {
        method: 'POST',
        body: { act: 'retry' },
        schema: sendSchema,
      }),
    onSuccess: settle,
  });
}

/** Puts away a refused or unclear send that someone has dealt with. */
export function useDismissSend(locationId: string, conversationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (clientId: string) =>
      api(apiPaths.send(locationId, conversationId, clientId), { method: 'DELETE', schema: z.object({}) }),
    onSuccess: async (_answer, clientId) => {
      await queryClient.cancelQueries({ queryKey: queryKeys.sends(locationId, conversationId) });
      queryClient.setQueryData<Send[]>(queryKeys.sends(locationId, conversationId), (known) =>
        known?.filter((send) => send.clientId !== clientId),
      );
    },
  });
}

function useSettle(locationId: string, conversationId: string) {
  const queryClient = useQueryClient();
  return async (send: Send) => {
    // A read that began earlier would bring the old state back.
    await queryClient.cancelQueries({ queryKey: queryKeys.sends(locationId, conversationId) });
    queryClient.setQueryData<Send[]>(queryKeys.sends(locationId, conversationId), (known = []) => [
      ...known.filter(({ clientId }) => clientId !== send.clientId),
      send,
    ]);
    const stale = [queryKeys.messages(locationId, conversationId), queryKeys.conversationLists(locationId)];
    // The first pages alone: the list moves the row up, the thread shows the message.
    await Promise.all(
      stale.map((queryKey) =>
        queryClient.invalidateQueries({ queryKey, predicate: (query) => isFirstPageKey(query.queryKey) }),
      ),
    );
  };
}

const sendKey = (locationId: string, conversationId: string) => ['send', locationId, conversationId];
