import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';

type ListTailProps = {
  count: number;
  hasMore: boolean;
  failure: Error | null;
  onLoadMore: () => void;
};

/** What stands under the last row. One height for all of it. */
export function ListTail({ count, hasMore, failure, onLoadMore }: ListTailProps) {
  return (
    <div className="flex min-h-16 flex-wrap items-center justify-center gap-x-3 gap-y-1.5 px-4 py-3 text-center text-12 text-ink-3">
      {failure && (
        <>
          <span className="text-bad">{failure.message}</span>
          <Button size="sm" onClick={onLoadMore}>
            Load more
          </Button>
        </>
      )}
      {!failure && hasMore && (
        <>
          <Spinner />
          Loading more
        </>
      )}
      {!failure && !hasMore && `That is all ${count}`}
    </div>
  );
}
