import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/lib/client/api';
import { rowsOf, withFreshFirstPage } from '@/lib/client/cache/conversation-pages';
import { fitsList } from '@/lib/client/cache/list-fit';
import { listOrder } from '@/lib/client/cache/list-order';
import { applyOwnChanges, withOwnChange } from '@/lib/client/cache/own-changes';
import { pollInterval } from '@/lib/client/query-client';
import {
  type Conversation,
  type ConversationPage,
  conversationPageSchema,
  conversationSchema,
} from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';
import { listText } from '@/lib/shared/inbox-address';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';
import { readOwnChanges, useOwnChanges } from './own-changes';
import { type ReadOptions, usePolledPages } from './use-polled-pages';

/** GHL gives no more at once. The first page is what one sees and waits for; those behind it are read ahead. */
const nextPageRows = '100';

/** A filter as the query string of the list's route: also the name of the list, for its selection and its jobs. */
export function listSearch(filter: ListFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) query.set(name, Array.isArray(value) ? listText(value) : String(value));
  }
  return query.toString();
}

async function readPage(locationId: string, filter: ListFilter, cursor: string | null, options: ReadOptions) {
  const query = new URLSearchParams(listSearch(filter));
  if (cursor) {
    query.set('cursor', cursor);
    query.set('limit', nextPageRows);
  }
  return api(`${apiPaths.conversations(locationId)}?${query}`, {
    schema: conversationPageSchema,
    ...options,
  });
}

/** Stands in while nothing can be asked for. */
const everything: ListFilter = { view: 'all', status: 'all', sort: 'newest', reach: 'recent' };

/**
 * The list of a filter, kept fresh, with this person's own newest changes already in it. Null asks for nothing, for as
 * long as it is not known whom "me" means.
 */
export function useConversationList(locationId: string, wanted: ListFilter | null) {
  const filter = wanted ?? everything;
  const changes = useOwnChanges(locationId);
  const { list, pages, staleError } = usePolledPages<ConversationPage>({
    queryKey: queryKeys.conversationList(locationId, filter),
    isEnabled: wanted !== null,
    readPage: (cursor, options) => readPage(locationId, filter, cursor, options),
    merge: (known, fresh) => withFreshFirstPage(known, fresh, listOrder(filter)),
  });
  const search = listSearch(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: ten thousand rows are gone through when they change, not with each drawing; the search stands for the filter
  const rows = useMemo(() => {
    const now = Date.now();
    return rowsOf(applyOwnChanges(pages, changes, now)).filter((row) => fitsList(row, filter, now));
  }, [pages, changes, search]);
  return { list, rows, head: pages[0] ?? null, isPartial: pages.at(-1)?.isPartial ?? false, staleError };
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
  const known = query.data ?? knownRow(queryClient, locationId, conversationId);
  const conversation = known && (withOwnChange(known, changes, Date.now()) ?? undefined);
  return { query, conversation };
}

function knownRow(
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

/** A conversation as the screen shows it at this moment, for what happens at a key press. */
export function conversationNow(
  queryClient: QueryClient,
  locationId: string,
  conversationId: string,
): Conversation | undefined {
  const known =
    queryClient.getQueryData(conversationOptions(locationId, conversationId).queryKey) ??
    knownRow(queryClient, locationId, conversationId);
  const changes = readOwnChanges(queryClient, locationId);
  return known && (withOwnChange(known, changes, Date.now()) ?? undefined);
}

/** People found by name, phone or email, whatever became of their conversations. */
export const findConversationsOptions = (locationId: string, q: string) =>
  queryOptions({
    queryKey: queryKeys.foundConversations(locationId, q),
    queryFn: async ({ signal }) => {
      const search = new URLSearchParams({ q, view: 'all' });
      const page = await api(`${apiPaths.conversations(locationId)}?${search}`, {
        schema: conversationPageSchema,
        signal,
      });
      return page.conversations.flatMap((row) => (row.kind === 'conversation' ? row : []));
    },
  });
