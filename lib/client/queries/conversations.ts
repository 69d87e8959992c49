import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/client/api';
import { patched, rowsOf, withFreshFirstPage } from '@/lib/client/cache/conversation-pages';
import {
  applyOwnChanges,
  type OwnChanges,
  withOwnChange,
  withoutOwnChange,
} from '@/lib/client/cache/own-changes';
import { pollInterval } from '@/lib/client/query-client';
import {
  type Conversation,
  type ConversationFilter,
  type ConversationPage,
  type ConversationPatch,
  conversationPageSchema,
  conversationSchema,
} from '@/lib/shared/contract/conversation';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';
import { type ReadOptions, usePolledPages } from './use-polled-pages';

const noChanges: OwnChanges = new Map();

async function readPage(
  locationId: string,
  filter: ConversationFilter,
  cursor: string | null,
  options: ReadOptions,
) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  if (cursor) query.set('cursor', cursor);
  return api(`${apiPaths.conversations(locationId)}?${query}`, {
    schema: conversationPageSchema,
    ...options,
  });
}

/** The list of a filter, kept fresh, with this person's own newest changes already in it. */
export function useConversationList(locationId: string, filter: ConversationFilter) {
  const changes = useOwnChanges(locationId);
  const { list, pages, staleError } = usePolledPages<ConversationPage>({
    queryKey: queryKeys.conversationList(locationId, filter),
    readPage: (cursor, options) => readPage(locationId, filter, cursor, options),
    merge: (known, fresh) => withFreshFirstPage(known, fresh, filter.sort),
  });
  return {
    list,
    rows: rowsOf(applyOwnChanges(pages, changes, Date.now())),
    total: pages[0]?.total ?? null,
    staleError,
  };
}

const conversationOptions = (locationId: string, conversationId: string) =>
  queryOptions({
    queryKey: queryKeys.conversation(locationId, conversationId),
    queryFn: ({ signal }) =>
      api(apiPaths.conversation(locationId, conversationId), { schema: conversationSchema, signal }),
  });

/** One conversation: at once from the row that was clicked, then as the server has it; the row stays if that fails. */
export function useConversation(locationId: string, conversationId: string) {
  const queryClient = useQueryClient();
  const changes = useOwnChanges(locationId);
  const query = useQuery({
    ...conversationOptions(locationId, conversationId),
    refetchInterval: pollInterval,
  });
  const known = query.data ?? rowFromLists(queryClient, locationId, conversationId);
  const change = changes.get(conversationId);
  const conversation = known && change && change.until > Date.now() ? patched(known, change.patch) : known;
  return { query, conversation };
}

/** Read/unread and star: shown at once, taken back with the reason when GHL refuses. */
export function usePatchConversation(locationId: string) {
  const queryClient = useQueryClient();
  const key = queryKeys.ownChanges(locationId);
  const change = (update: (changes: OwnChanges) => OwnChanges) =>
    queryClient.setQueryData<OwnChanges>(key, (known) => update(known ?? noChanges));
  return useMutation({
    mutationFn: ({ conversationId, patch }: { conversationId: string; patch: ConversationPatch }) =>
      api(apiPaths.conversation(locationId, conversationId), {
        method: 'PATCH',
        body: patch,
        schema: conversationSchema,
      }),
    onMutate: ({ conversationId, patch }) =>
      change((known) => withOwnChange(known, conversationId, patch, Date.now())),
    onSuccess: (conversation) =>
      queryClient.setQueryData(queryKeys.conversation(locationId, conversation.id), conversation),
    onError: (_error, { conversationId }) => change((known) => withoutOwnChange(known, conversationId)),
  });
}

function useOwnChanges(locationId: string): OwnChanges {
  const { data } = useQuery<OwnChanges>({
    queryKey: queryKeys.ownChanges(locationId),
    queryFn: () => noChanges,
    enabled: false,
    initialData: noChanges,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

function rowFromLists(
  queryClient: QueryClient,
  locationId: string,
  conversationId: string,
): Conversation | undefined {
  const lists = queryClient.getQueriesData<{ pages?: ConversationPage[] }>({
    queryKey: queryKeys.conversationLists(locationId),
  });
  for (const [, data] of lists) {
    for (const page of data?.pages ?? []) {
      const row = page.conversations.find(({ id }) => id === conversationId);
      if (row?.kind === 'conversation') return row;
    }
  }
  return undefined;
}
