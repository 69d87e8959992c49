import { useEffect, useRef } from 'react';
import { type InboxFilter, searchFromFilter } from '@/lib/shared/inbox-address';

export type LatestFilter = {
  latest: () => InboxFilter;
  change: (edit: (known: InboxFilter) => InboxFilter, options?: { replace?: boolean }) => void;
};

type OnFilterChange = (filter: InboxFilter, options?: { replace?: boolean }) => void;

/**
 * Keys and clicks come faster than the address: it follows in its own time, and may show an earlier one for a moment.
 * Every change is made to the latest filter that was asked for, so that two quick ones both count.
 */
export function useLatestFilter(filter: InboxFilter, onFilterChange: OnFilterChange): LatestFilter {
  const search = searchFromFilter(filter);
  /** Asked for, and not drawn yet. */
  const pending = useRef<{ search: string; filter: InboxFilter }[]>([]);

  useEffect(() => {
    const place = pending.current.findIndex((asked) => asked.search === search);
    // Back, or a change from elsewhere: what was asked for before counts no more.
    pending.current = place < 0 ? [] : pending.current.slice(place + 1);
  }, [search]);

  const latest = () => pending.current.at(-1)?.filter ?? filter;

  return {
    latest,
    change(edit, options) {
      const next = edit(latest());
      pending.current.push({ search: searchFromFilter(next), filter: next });
      onFilterChange(next, options);
    },
  };
}
