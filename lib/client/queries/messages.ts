import { type InfiniteData, type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/client/api';
import { authorsOf, messagesOf, withFreshNewestPage } from '@/lib/client/cache/thread-pages';
import { emailSchema, type ThreadPage, threadPageSchema } from '@/lib/shared/contract/message';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';
import { type ReadOptions, usePolledPages } from './use-polled-pages';

async function readPage(
  locationId: string,
  conversationId: string,
  cursor: string | null,
  options: ReadOptions,
) {
  const query = cursor ? `?${new URLSearchParams({ cursor })}` : '';
  return api(`${apiPaths.messages(locationId, conversationId)}${query}`, {
    schema: threadPageSchema,
    ...options,
  });
}

/** A thread, oldest message first. "Next page" is the older one. */
export function useThread(locationId: string, conversationId: string) {
  const { list, pages, staleError } = usePolledPages<ThreadPage>({
    queryKey: queryKeys.messages(locationId, conversationId),
    readPage: (cursor, options) => readPage(locationId, conversationId, cursor, options),
    merge: withFreshNewestPage,
  });
  return { thread: list, messages: messagesOf(pages), authors: authorsOf(pages), staleError };
}

/** The newest message of theirs that is loaded: what the person has in view. Null while nothing of the thread is. */
export function newestInboundAt(
  queryClient: QueryClient,
  locationId: string,
  conversationId: string,
): number | null {
  const known = queryClient.getQueryData<InfiniteData<ThreadPage>>(
    queryKeys.messages(locationId, conversationId),
  );
  const times = messagesOf(known?.pages ?? []).flatMap((message) =>
    message.kind === 'message' && message.direction === 'inbound' ? (message.at ?? []) : [],
  );
  return times.length > 0 ? Math.max(...times) : null;
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
