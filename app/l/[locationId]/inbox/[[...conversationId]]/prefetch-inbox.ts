import { QueryClient } from '@tanstack/react-query';
import type { GhlClient } from '@/lib/server/ghl/client';
import { searchConversations } from '@/lib/server/ghl/conversation-search';
import { getConversation } from '@/lib/server/ghl/conversations';
import { listMessages } from '@/lib/server/ghl/messages';
import { authorsOf } from '@/lib/server/outbox/sends';
import { apiFilter, type InboxFilter } from '@/lib/shared/inbox-address';
import { queryKeys } from '@/lib/shared/query-keys';

/** The page does not wait longer for GHL: without the data the browser asks for it, and shows that it does. */
const patienceMs = 1500;

/** What the first paint of the inbox needs, read directly. What fails or takes long is left to the browser. */
export async function prefetchInbox(
  ghl: GhlClient,
  locationId: string,
  filter: InboxFilter,
  conversationId: string | null,
): Promise<QueryClient> {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const reads: Promise<unknown>[] = [];
  // Days hang on the viewer's time zone, which the server does not know.
  if (!filter.from && !filter.to) {
    const listFilter = apiFilter(filter);
    reads.push(
      queryClient.prefetchInfiniteQuery({
        queryKey: queryKeys.conversationList(locationId, listFilter),
        queryFn: () => searchConversations(ghl, listFilter, { cursor: null }),
        initialPageParam: null,
      }),
    );
  }
  if (conversationId) {
    reads.push(
      queryClient.prefetchQuery({
        queryKey: queryKeys.conversation(locationId, conversationId),
        queryFn: () => getConversation(ghl, conversationId),
      }),
      queryClient.prefetchInfiniteQuery({
        queryKey: queryKeys.messages(locationId, conversationId),
        queryFn: async () => {
          const page = await listMessages(ghl, conversationId, { cursor: null });
          return {
            ...page,
            authors: await authorsOf(
              locationId,
              page.messages.map(({ id }) => id),
            ),
          };
        },
        initialPageParam: null,
      }),
    );
  }
  await Promise.race([Promise.all(reads), new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
  return queryClient;
}
