import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/client/api';
import { authorsOf, messagesOf, withFreshNewestPage } from '@/lib/client/cache/thread-pages';
import { emailSchema, type ThreadPage, threadPageSchema } from '@/lib/shared/contract/message';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';
import { noteFirstPage, useFreshFirstPage } from './use-fresh-first-page';

async function readPage(
  locationId: string,
  conversationId: string,
  cursor: string | null,
  options?: { signal?: AbortSignal; isRefresh?: boolean },
) {
  const query = cursor ? `?${new URLSearchParams({ cursor })}` : '';
  return api(`${apiPaths.messages(locationId, conversationId)}${query}`, {
    schema: threadPageSchema,
    ...options,
  });
}

const threadOptions = (locationId: string, conversationId: string) =>
  infiniteQueryOptions({
    queryKey: queryKeys.messages(locationId, conversationId),
    queryFn: async ({ pageParam, signal, client, queryKey }) => {
      const page = await readPage(locationId, conversationId, pageParam, { signal });
      if (pageParam === null) noteFirstPage(client, queryKey);
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    // Kept fresh by the poll of its newest page: see useFreshFirstPage.
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: (query) => (query.state.error && !query.state.data ? 5_000 : false),
  });

/** A thread, oldest message first. "Next page" is the older one. */
export function useThread(locationId: string, conversationId: string) {
  const thread = useInfiniteQuery(threadOptions(locationId, conversationId));
  const freshness = useFreshFirstPage<ThreadPage>({
    listKey: queryKeys.messages(locationId, conversationId),
    isEnabled: thread.data !== undefined,
    readFirstPage: (signal) => readPage(locationId, conversationId, null, { signal, isRefresh: true }),
    merge: withFreshNewestPage,
  });
  const pages = thread.data?.pages ?? [];
  return { thread, messages: messagesOf(pages), authors: authorsOf(pages), staleError: freshness.error };
}

/** One mail of an email item: GHL gives its body only one by one. It never changes but for its status. */
const emailOptions = (locationId: string, emailId: string) =>
  queryOptions({
    queryKey: queryKeys.email(locationId, emailId),
    queryFn: ({ signal }) => api(apiPaths.email(locationId, emailId), { schema: emailSchema, signal }),
    staleTime: 5 * 60_000,
  });

export function useEmail(locationId: string, emailId: string, isEnabled = true) {
  return useQuery({ ...emailOptions(locationId, emailId), enabled: isEnabled });
}
