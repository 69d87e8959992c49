import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';

type ListTailProps = {
  count: number;
  hasMore: boolean;
  /** The server has looked through enough for one time. */
  isPaused: boolean;
  failure: Error | null;
  onLoadMore: () => void;
};

/** What stands under the last row. One height for all of it. */
export function ListTail({ count, hasMore, isPaused, failure, onLoadMore }: ListTailProps) {
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
      {!failure && hasMore && isPaused && (
        <>
          <span className="tabular-nums">{`${count} shown so far. The rest has to be looked through.`}</span>
          <Button size="sm" onClick={onLoadMore}>
            Continue
          </Button>
        </>
      )}
      {!failure && hasMore && !isPaused && (
        <>
          <Spinner />
          Loading more
        </>
      )}
      {!failure && !hasMore && `That is all ${count}`}
    </div>
  );
}
