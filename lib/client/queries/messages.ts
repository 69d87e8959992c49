import {
  type InfiniteData,
  type QueryClient,
  queryOptions,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api } from '@/lib/client/api';
import { authorsOf, messagesOf, withFreshNewestPage } from '@/lib/client/cache/thread-pages';
import {
  type Email,
  emailSchema,
  messageSchema,
  type ThreadPage,
  threadPageSchema,
} from '@/lib/shared/contract/message';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';
import { readMarkOptions } from './read-marks';
import { prefetchPages, type ReadOptions, usePolledPages } from './use-polled-pages';

/** The newest page is what one waits for; those behind it are read ahead, as much at once as GHL is known to give. */
const olderPageMessages = '100';

/** An answer of GHL takes about as long: what takes longer waits behind something. */
const hastenMs = 400;
/** The conversations whose threads are being read before anybody opened them. */
const readAhead = new Set<string>();

async function readPage(
  locationId: string,
  conversationId: string,
  cursor: string | null,
  options: ReadOptions,
) {
  const query = cursor ? `?${new URLSearchParams({ cursor, limit: olderPageMessages })}` : '';
  return api(`${apiPaths.messages(locationId, conversationId)}${query}`, {
    schema: threadPageSchema,
    ...options,
  });
}

/** A thread, oldest message first. "Next page" is the older one. */
export function useThread(locationId: string, conversationId: string) {
  const queryClient = useQueryClient();
  useEffect(() => {
    const timer = setTimeout(() => void hastenThread(queryClient, locationId, conversationId), hastenMs);
    return () => clearTimeout(timer);
  }, [queryClient, locationId, conversationId]);
  const { list, pages, staleError } = usePolledPages<ThreadPage>({
    queryKey: queryKeys.messages(locationId, conversationId),
    readPage: (cursor, options) => readPage(locationId, conversationId, cursor, options),
    merge: withFreshNewestPage,
  });
  // Each key in the composer draws this anew: a thread of 10 000 messages is not gone through for it.
  const messages = useMemo(() => messagesOf(pages), [pages]);
  const authors = useMemo(() => authorsOf(pages), [pages]);
  return { thread: list, messages, authors, staleError };
}

/**
 * Reads what a thread needs to open at once, as background work: it waits behind every click while GHL's budget is
 * short. What is under way when the thread opens is taken over by it.
 */
export async function prefetchThread(
  queryClient: QueryClient,
  locationId: string,
  conversationId: string,
): Promise<void> {
  readAhead.add(conversationId);
  await Promise.all([
    queryClient.prefetchQuery(readMarkOptions(locationId, conversationId)),
    prefetchPages<ThreadPage>(queryClient, {
      queryKey: queryKeys.messages(locationId, conversationId),
      readPage: (cursor, options) => readPage(locationId, conversationId, cursor, options),
    }).finally(() => readAhead.delete(conversationId)),
  ]);
}

/** The person has turned elsewhere: the read ends here, on our server and at GHL. */
export function cancelPrefetch(queryClient: QueryClient, locationId: string, conversationId: string): void {
  const queryKey = queryKeys.messages(locationId, conversationId);
  const query = queryClient.getQueryCache().find({ queryKey, exact: true });
  if (query?.state.fetchStatus !== 'fetching' || query.getObserversCount() > 0) return;
  void queryClient.cancelQueries({ queryKey, exact: true });
}

/** A prefetch that its thread opens upon may wait behind others: then it is asked for anew, as what a person waits for. */
async function hastenThread(
  queryClient: QueryClient,
  locationId: string,
  conversationId: string,
): Promise<void> {
  const queryKey = queryKeys.messages(locationId, conversationId);
  if (!readAhead.has(conversationId)) return;
  await queryClient.cancelQueries({ queryKey, exact: true });
  await queryClient.refetchQueries({ queryKey, exact: true });
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

/** The newest message that a writer has in view: one that comes after it stops what they send. */
export function newestMessageOf(
  queryClient: QueryClient,
  locationId: string,
  conversationId: string,
): { messageId: string; at: number } | null {
  const known = queryClient.getQueryData<InfiniteData<ThreadPage>>(
    queryKeys.messages(locationId, conversationId),
  );
  const newest = messagesOf(known?.pages ?? []).findLast(
    (message) => message.kind === 'message' && message.at !== null && message.status !== 'scheduled',
  );
  return newest?.at == null ? null : { messageId: newest.id, at: newest.at };
}

/** One mail of an email item: GHL gives its body only one by one. It never changes but for its status. */
const emailOptions = (locationId: string, emailId: string) =>
  queryOptions({
    queryKey: queryKeys.email(locationId, emailId),
    queryFn: ({ signal }) => api(apiPaths.email(locationId, emailId), { schema: emailSchema, signal }),
    staleTime: 5 * 60_000,
  });

/** Those of the mails that were read already. */
export function loadedEmails(
  queryClient: QueryClient,
  locationId: string,
  emailIds: readonly string[],
): readonly Email[] {
  return emailIds.flatMap((id) => queryClient.getQueryData(emailOptions(locationId, id).queryKey) ?? []);
}

/** What is known of some mails at this moment. Loads none of them. */
export function useKnownEmails(locationId: string, emailIds: readonly string[]) {
  return useQueries({
    queries: emailIds.map((emailId) => ({ ...emailOptions(locationId, emailId), enabled: false })),
  });
}

/** One message by itself, as GHL has it now. */
export function useMessage(locationId: string, messageId: string, isEnabled = true) {
  return useQuery({
    queryKey: queryKeys.message(locationId, messageId),
    queryFn: ({ signal }) => api(apiPaths.message(locationId, messageId), { schema: messageSchema, signal }),
    enabled: isEnabled,
  });
}

export function useEmail(locationId: string, emailId: string, isEnabled = true) {
  return useQuery({ ...emailOptions(locationId, emailId), enabled: isEnabled });
}
