import { type ReactNode, useState } from 'react';
import type { useConversationList } from '@/lib/client/queries/conversations';
import type { ViewCounts } from '@/lib/shared/contract/triage';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import { EmptyList, ListError, NoGhlUser } from './list-states';
import { SkeletonRows } from './skeleton-rows';
import type { LatestFilter } from './use-latest-filter';

type ListBodyProps = {
  filter: InboxFilter;
  counts: ViewCounts | undefined;
  found: Pick<ReturnType<typeof useConversationList>, 'list' | 'rows'>;
  onEdit: LatestFilter['change'];
  /** The rows, drawn where there are any, or may be. */
  children: ReactNode;
};

/** One of the four states of a list: loading, not readable, empty, or its rows. */
export function ListBody({ filter, counts, found, onEdit, children }: ListBodyProps) {
  const { list, rows } = found;
  const error = useSteadyError(list.error, list.isPending && list.errorUpdateCount > 0);
  if (rows.length > 0 || list.hasNextPage) return children;
  if (error)
    return <ListError error={error} isRetrying={list.isFetching} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <SkeletonRows />;
  return <EmptyList filter={filter} counts={counts} onEdit={onEdit} />;
}

type UsersRead = { error: Error | null; isFetching: boolean; refetch: () => Promise<unknown> };

/** In place of a list about "me" that cannot be asked for: who that is in GHL is not known yet, or nobody. */
export function NoListYet({ isAsking, users }: { isAsking: boolean; users: UsersRead }) {
  if (!isAsking) return <NoGhlUser />;
  if (!users.error) return <SkeletonRows />;
  return <ListError error={users.error} isRetrying={users.isFetching} onRetry={() => void users.refetch()} />;
}

/** The last error, also while a retry runs: the query forgets it then, and the screen would flicker. */
function useSteadyError(error: Error | null, isRetrying: boolean): Error | null {
  const [last, setLast] = useState(error);
  if (error && error !== last) setLast(error);
  return error ?? (isRetrying ? last : null);
}
