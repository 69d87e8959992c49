import { QueryClient } from '@tanstack/react-query';
import type { GhlClient } from '@/lib/server/ghl/client';
import { getContact } from '@/lib/server/ghl/contacts';
import { textNumbers } from '@/lib/server/ghl/location-lists';
import { getLocation } from '@/lib/server/ghl/locations';
import { listMessages } from '@/lib/server/ghl/messages';
import { listUsers } from '@/lib/server/ghl/users';
import { authorsOf } from '@/lib/server/outbox/sends';
import { readMark } from '@/lib/server/person/read-marks';
import { listConversations } from '@/lib/server/triage/list';
import { teamConversation } from '@/lib/server/triage/one-conversation';
import { savedViewsFor } from '@/lib/server/views/saved-views';
import { apiFilter, type InboxFilter, isAboutMe } from '@/lib/shared/inbox-address';
import { linkedUserId } from '@/lib/shared/linked-user';
import { can, type Membership } from '@/lib/shared/permissions';
import { queryKeys } from '@/lib/shared/query-keys';

/** The page does not wait longer for GHL: without the data the browser asks for it, and shows that it does. */
const patienceMs = 1500;

type Asked = {
  conversationId: string | null;
  /** False where sends are shown in its place. */
  hasList: boolean;
  person: { id: string; email: string; ghlUserId: string | null };
  membership: Membership;
};

/** What the first paint of the inbox needs, read directly. What fails or takes long is left to the browser. */
export async function prefetchInbox(
  ghl: GhlClient,
  locationId: string,
  filter: InboxFilter,
  { conversationId, hasList, person, membership }: Asked,
): Promise<QueryClient> {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const users = listUsers(ghl);
  const reads: Promise<unknown>[] = [
    queryClient.prefetchQuery({ queryKey: queryKeys.users(locationId), queryFn: () => users }),
    queryClient.prefetchQuery({
      queryKey: queryKeys.savedViews(locationId),
      queryFn: () => savedViewsFor({ locationId, personId: person.id, membership }),
    }),
  ];
  // Lines of the composer stand or fall with these two: what came later would move what is being read.
  if (can(membership, 'message:send')) {
    reads.push(
      queryClient.prefetchQuery({
        queryKey: queryKeys.phoneNumbers(locationId),
        queryFn: () => textNumbers(ghl),
      }),
      queryClient.prefetchQuery({
        queryKey: queryKeys.location(locationId),
        queryFn: () => getLocation(ghl),
      }),
    );
  }
  const list = async () => {
    const myUserId = isAboutMe(filter) ? linkedUserId(await users, person) : null;
    const listFilter = apiFilter(filter, myUserId);
    if (!listFilter) return;
    await queryClient.prefetchInfiniteQuery({
      queryKey: queryKeys.conversationList(locationId, listFilter),
      queryFn: () => listConversations(ghl, listFilter),
      initialPageParam: null,
    });
  };
  // Days hang on the viewer's time zone, which the server does not know.
  if (hasList && !filter.from && !filter.to) reads.push(list().catch(() => undefined));
  if (conversationId) {
    const conversation = teamConversation(ghl, conversationId);
    const contact = async () => {
      const { contactId } = await conversation;
      if (!contactId) return;
      await queryClient.prefetchQuery({
        queryKey: queryKeys.contact(locationId, contactId),
        queryFn: () => getContact(ghl, contactId),
      });
    };
    reads.push(
      queryClient.prefetchQuery({
        queryKey: queryKeys.conversation(locationId, conversationId),
        queryFn: () => conversation,
      }),
      contact().catch(() => undefined),
      queryClient.prefetchQuery({
        queryKey: queryKeys.readMark(locationId, conversationId),
        queryFn: () => readMark({ personId: person.id, locationId, conversationId }),
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
