import { type InfiniteData, type QueryClient, useQuery } from '@tanstack/react-query';
import { patched, type RowPatch, withRowBack, withRows } from '@/lib/client/cache/conversation-pages';
import { listOrder } from '@/lib/client/cache/list-order';
import {
  type NewChange,
  type OwnChanges,
  withOwnChanges,
  withoutOwnChanges,
} from '@/lib/client/cache/own-changes';
import type { Conversation, ConversationPage, ConversationRow } from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';
import { isFirstPageKey, queryKeys } from '@/lib/shared/query-keys';

const noChanges: OwnChanges = new Map();

/** What this person has just changed, laid over whatever is read until the search has caught up. */
export function useOwnChanges(locationId: string): OwnChanges {
  const { data } = useQuery<OwnChanges>({
    queryKey: queryKeys.ownChanges(locationId),
    queryFn: () => noChanges,
    enabled: false,
    initialData: noChanges,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

export function readOwnChanges(queryClient: QueryClient, locationId: string): OwnChanges {
  return queryClient.getQueryData<OwnChanges>(queryKeys.ownChanges(locationId)) ?? noChanges;
}

/** Shows changes at once. */
export function showChanges(queryClient: QueryClient, locationId: string, added: readonly NewChange[]): void {
  queryClient.setQueryData<OwnChanges>(queryKeys.ownChanges(locationId), (known) =>
    withOwnChanges(known ?? noChanges, added, Date.now()),
  );
}

/** Takes them back: what was read last is shown again. */
export function forgetChanges(queryClient: QueryClient, locationId: string, ids: Iterable<string>): void {
  queryClient.setQueryData<OwnChanges>(queryKeys.ownChanges(locationId), (known) =>
    withoutOwnChanges(known ?? noChanges, ids),
  );
}

/** Changes that are known to be made: pages that are not read again by themselves have them too from now on. */
export function keepChanges(
  queryClient: QueryClient,
  locationId: string,
  patches: ReadonlyMap<string, RowPatch>,
): void {
  editPages(queryClient, locationId, (pages) =>
    withRows(pages, (row) => {
      const patch = patches.get(row.id);
      if (!patch) return row;
      return patch.isDeleted ? null : patched(row, patch);
    }),
  );
  for (const [id, patch] of patches) {
    queryClient.setQueryData<Conversation>(
      queryKeys.conversation(locationId, id),
      (known) => known && patched(known, patch),
    );
  }
}

/** Calls back with the rows of each list that was read, as GHL has them; answers how to end it. */
export function watchRows(
  queryClient: QueryClient,
  locationId: string,
  onRows: (rows: readonly ConversationRow[]) => void,
): () => void {
  const prefix = JSON.stringify(queryKeys.conversationLists(locationId)).slice(0, -1);
  return queryClient.getQueryCache().subscribe(({ type, query }) => {
    const data: unknown = query.state.data;
    if (type !== 'updated' || !query.queryHash.startsWith(prefix) || !isPages(data)) return;
    onRows(data.pages.flatMap((page) => page.conversations));
  });
}

/** Rows that a list has let go since, for an act that is taken back. */
export function bringRowsBack(
  queryClient: QueryClient,
  locationId: string,
  rows: readonly Conversation[],
  filter: ListFilter,
): void {
  queryClient.setQueryData<Pages>(
    queryKeys.conversationList(locationId, filter),
    (known) =>
      known && {
        ...known,
        pages: rows.reduce((pages, row) => withRowBack(pages, row, listOrder(filter)), known.pages),
      },
  );
}

/** The lists and the numbers of the views, read anew: what one did moves rows between them. */
export async function refreshLists(queryClient: QueryClient, locationId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({
      queryKey: queryKeys.conversationLists(locationId),
      predicate: (query) => isFirstPageKey(query.queryKey),
    }),
    queryClient.invalidateQueries({ queryKey: queryKeys.viewCounts(locationId) }),
  ]);
}

/** Everything that is loaded, read anew: for what happened where nobody here could follow it. */
export async function reloadLists(queryClient: QueryClient, locationId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: queryKeys.conversationLists(locationId) }),
    queryClient.invalidateQueries({ queryKey: queryKeys.viewCounts(locationId) }),
  ]);
}

type Pages = InfiniteData<ConversationPage, string | null>;

function editPages(
  queryClient: QueryClient,
  locationId: string,
  edit: (pages: readonly ConversationPage[]) => ConversationPage[],
): void {
  queryClient.setQueriesData<unknown>(
    { queryKey: queryKeys.conversationLists(locationId) },
    (known: unknown) => (isPages(known) ? { ...known, pages: edit(known.pages) } : known),
  );
}

/** Beneath the lists stand their polls and what was searched for, which are of another form. */
function isPages(data: unknown): data is Pages {
  return typeof data === 'object' && data !== null && 'pages' in data;
}
