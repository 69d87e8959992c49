import { Inbox, SearchX, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import { emptyWords, retryWords, unfiltered } from './list-words';

export function EmptyList({
  filter,
  onFilterChange,
}: {
  filter: InboxFilter;
  onFilterChange: (filter: InboxFilter) => void;
}) {
  const { title, text, hasWayOut } = emptyWords(filter);
  return (
    <Empty
      icon={hasWayOut ? <SearchX /> : <Inbox />}
      title={<bdi className="[overflow-wrap:anywhere]">{title}</bdi>}
      text={text}
      action={hasWayOut && <Button onClick={() => onFilterChange(unfiltered)}>Clear filters</Button>}
    />
  );
}

export function ListError({
  error,
  isRetrying,
  onRetry,
}: {
  error: Error;
  isRetrying: boolean;
  onRetry: () => void;
}) {
  return (
    <Empty
      role="alert"
      tone="bad"
      icon={<TriangleAlert />}
      title="The conversations could not be read"
      text={retryWords(error.message)}
      action={
        <Button isPending={isRetrying} onClick={onRetry}>
          Try again
        </Button>
      }
    />
  );
}
