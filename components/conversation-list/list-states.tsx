import { Inbox, SearchX, TriangleAlert, UserRoundX } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import type { ViewCounts } from '@/lib/shared/contract/triage';
import { type InboxFilter, withView } from '@/lib/shared/inbox-address';
import { emptyWords, nextView, retryWords } from './list-words';
import type { LatestFilter } from './use-latest-filter';
import { viewLabels } from './views';

type EmptyListProps = {
  filter: InboxFilter;
  counts: ViewCounts | undefined;
  onEdit: LatestFilter['change'];
};

/** Says what is empty, and offers what is not. */
export function EmptyList({ filter, counts, onEdit }: EmptyListProps) {
  const { title, text, isNarrowed } = emptyWords(filter);
  const next = isNarrowed ? null : nextView(filter.view, counts);
  return (
    <Empty
      icon={isNarrowed ? <SearchX /> : <Inbox />}
      title={<bdi className="[overflow-wrap:anywhere]">{title}</bdi>}
      text={next ? `${text} ${viewLabels[next.name]} has ${next.words}.` : text}
      action={
        isNarrowed ? (
          <Button onClick={() => onEdit((known) => ({ view: known.view }))}>Clear filters</Button>
        ) : (
          next && (
            <Button onClick={() => onEdit((known) => withView(known, next.name))}>
              {`Go to ${viewLabels[next.name]}`}
            </Button>
          )
        )
      }
    />
  );
}

/** Asked for what is the viewer's, who is nobody in GHL. */
export function NoGhlUser() {
  return (
    <Empty
      icon={<UserRoundX />}
      title="Nothing can be yours here"
      text="No user of this location in GoHighLevel has the email you sign in with, so nothing can be assigned to you."
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
