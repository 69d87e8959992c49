import {
  type InfiniteData,
  type QueryClient,
  type QueryKey,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { pollInterval } from '@/lib/client/query-client';
import { firstPageKey } from '@/lib/shared/query-keys';

type Options<Page> = {
  listKey: QueryKey;
  isEnabled: boolean;
  readFirstPage: (signal: AbortSignal) => Promise<Page>;
  merge: (pages: readonly Page[], fresh: Page) => Page[];
};

/** Called when a list has just been read from its top, so that its first page is not read again at once. */
export function noteFirstPage(queryClient: QueryClient, listKey: QueryKey): void {
  queryClient.setQueryData(firstPageKey(listKey), Date.now());
}

/**
 * Reads only the first page of a paged list again and again, and merges it: refetching the list itself would read
 * every page that was ever scrolled to. Its error tells that the screen shows what we had.
 */
export function useFreshFirstPage<Page>({ listKey, isEnabled, readFirstPage, merge }: Options<Page>) {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: firstPageKey(listKey),
    enabled: isEnabled,
    refetchInterval: pollInterval,
    queryFn: async ({ signal }) => {
      const fresh = await readFirstPage(signal);
      // A next page on its way would overwrite what is merged now.
      await queryClient
        .getQueryCache()
        .find({ queryKey: listKey, exact: true })
        ?.promise?.catch(() => undefined);
      queryClient.setQueryData<InfiniteData<Page, string | null>>(listKey, (known) => {
        if (!known) return known;
        const pages = merge(known.pages, fresh);
        return { pages, pageParams: known.pageParams.slice(0, pages.length) };
      });
      return Date.now();
    },
  });
}
