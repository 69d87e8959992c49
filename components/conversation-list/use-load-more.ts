'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { useConversationList } from '@/lib/client/queries/conversations';
import { shouldLoadMore } from './list-paging';

export type Pager = Pick<
  ReturnType<typeof useConversationList>['list'],
  'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
>;

/**
 * Reads the next page before the end is seen. A page that failed, or that stopped early, waits for a person: no loop
 * against a broken server, nor through a list that holds nothing of what is wanted.
 */
export function useLoadMore(pager: Pager & { isPartial: boolean }, lastVisible: number, count: number) {
  // Kept here, because the poll of the first page clears the error of the query.
  const [failure, setFailure] = useState<Error | null>(null);
  const { hasNextPage, isFetchingNextPage, isPartial } = pager;
  const isFree = hasNextPage && !isFetchingNextPage && !isPartial && failure === null;
  const isDue = isFree && shouldLoadMore(lastVisible, count);

  async function loadMore() {
    setFailure(null);
    const result = await pager.fetchNextPage({ cancelRefetch: false });
    if (result.isFetchNextPageError) setFailure(result.error);
  }

  const loadWhenDue = useEffectEvent(loadMore);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that added no row (all known) must not end the reading
  useEffect(() => {
    if (isDue) void loadWhenDue();
  }, [isDue, count]);

  return { failure, loadMore };
}
