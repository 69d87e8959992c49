import {
  type InfiniteData,
  type QueryClient,
  type QueryKey,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { pollInterval, recoverInterval } from '@/lib/client/query-client';
import { firstPageKey } from '@/lib/shared/query-keys';

type ReadPage<Page> = (cursor: string | null, options: ReadOptions) => Promise<Page>;

export type ReadOptions = { signal?: AbortSignal; isRefresh?: boolean };

const noPages: never[] = [];

type PagedSource<Page> = {
  queryKey: QueryKey;
  isEnabled?: boolean;
  readPage: ReadPage<Page>;
  /** The pages after the first one was read anew. */
  merge: (pages: readonly Page[], fresh: Page) => Page[];
};

/** Reads the first page of a list before anybody looks at it; one that is known already is left alone. */
export function prefetchPages<Page extends { nextCursor: string | null }>(
  queryClient: QueryClient,
  { queryKey, readPage }: { queryKey: QueryKey; readPage: ReadPage<Page> },
): Promise<void> {
  return queryClient.prefetchInfiniteQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const page = await readPage(null, { signal, isRefresh: true });
      queryClient.setQueryData(firstPageKey(queryKey), Date.now());
      return page;
    },
    initialPageParam: null as string | null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/**
 * A paged list that stays fresh: only its first page is read again and again, and merged. Refetching the list itself
 * would read every page that was ever scrolled to.
 */
export function usePolledPages<Page extends { nextCursor: string | null }>(source: PagedSource<Page>) {
  const { queryKey, isEnabled = true, readPage, merge } = source;
  const queryClient = useQueryClient();
  const list = useInfiniteQuery({
    queryKey,
    enabled: isEnabled,
    queryFn: async ({ pageParam, signal }) => {
      const page = await readPage(pageParam, { signal });
      // Just read from its top: the first page is not read again at once.
      if (pageParam === null) queryClient.setQueryData(firstPageKey(queryKey), Date.now());
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: (query) => (query.state.data ? false : recoverInterval(query)),
  });

  const freshness = useQuery({
    queryKey: firstPageKey(queryKey),
    enabled: isEnabled && list.data !== undefined,
    refetchInterval: pollInterval,
    queryFn: async ({ signal }) => {
      const fresh = await readPage(null, { signal, isRefresh: true });
      // A next page on its way would overwrite what is merged now.
      await queryClient
        .getQueryCache()
        .find({ queryKey, exact: true })
        ?.promise?.catch(() => undefined);
      queryClient.setQueryData<InfiniteData<Page, string | null>>(queryKey, (known) => {
        if (!known) return known;
        const pages = merge(known.pages, fresh);
        return { pages, pageParams: known.pageParams.slice(0, pages.length) };
      });
      return Date.now();
    },
  });

  return {
    list,
    pages: isEnabled && list.data ? list.data.pages : noPages,
    /** Set while what is shown cannot be read anew; it stays on the screen. */
    staleError: freshness.error,
  };
}
