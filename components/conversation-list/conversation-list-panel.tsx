'use client';

import { type ReactNode, useId, useRef, useState } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { useConversationList } from '@/lib/client/queries/conversations';
import { useUsers } from '@/lib/client/queries/directory';
import { apiFilter, type InboxFilter, searchFromFilter } from '@/lib/shared/inbox-address';
import { ConversationRows } from './conversation-rows';
import { FilterBar } from './filter-bar';
import { IgnoredFilters, StaleNotice } from './list-notices';
import { EmptyList, ListError } from './list-states';
import { conversationCount } from './list-words';
import { SearchBox } from './search-box';
import { SkeletonRows } from './skeleton-rows';
import { StatusTabs } from './status-tabs';

type ConversationListPanelProps = {
  locationId: string;
  /** Parsed from the address by the page. */
  filter: InboxFilter;
  /** Names in the address that made no sense. */
  ignoredFilters: string[];
  /** Pushes the address; replaces it while somebody is typing. */
  onFilterChange: (filter: InboxFilter, options?: { replace?: boolean }) => void;
  openConversationId: string | null;
  /** The address of a conversation, with the current filter. */
  hrefFor: (conversationId: string) => string;
  onOpen: (conversationId: string) => void;
  badge?: ReactNode;
  /** The GHL user of the signed-in person, where there is one: "Me" in the filter. */
  currentUserId: string | null;
};

export function ConversationListPanel(props: ConversationListPanelProps) {
  const { locationId, filter, ignoredFilters, onFilterChange, openConversationId, badge, currentUserId } =
    props;
  const panelId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const { list, rows, total, staleError } = useConversationList(locationId, apiFilter(filter));
  const users = useUsers(locationId);
  const firstError = useSteadyError(list.error, list.isPending && list.errorUpdateCount > 0);
  const listKey = locationId + searchFromFilter(filter);
  const stale = staleError;
  const hasRows = rows.length > 0 || list.hasNextPage;

  return (
    <section
      aria-labelledby={`${panelId}-heading`}
      className="flex h-full min-h-0 min-w-0 flex-col bg-panel text-ink"
    >
      <div className="px-4 pt-3.5">
        <div className="flex min-h-6 items-center gap-2">
          <h1 id={`${panelId}-heading`} className="font-strong text-15 tracking-[-0.01em]">
            Inbox
          </h1>
          {badge}
        </div>
        <SearchBox
          value={filter.q ?? ''}
          onSearch={(q, by) => onFilterChange({ ...filter, q: q || undefined }, { replace: by === 'typing' })}
          onLeaveDown={() => focusTabStop(panel.current)}
        />
        <StatusTabs
          status={filter.status}
          total={total}
          panelId={panelId}
          onStatusChange={(status) => onFilterChange({ ...filter, status })}
        />
      </div>
      <FilterBar
        filter={filter}
        people={{
          users: users.data ?? null,
          error: users.error,
          onRetry: () => void users.refetch(),
        }}
        currentUserId={currentUserId}
        onFilterChange={onFilterChange}
      />
      <IgnoredFilters names={ignoredFilters} />
      {stale && hasRows && <StaleNotice error={stale} />}
      <div
        ref={panel}
        id={panelId}
        role="tabpanel"
        aria-label="Conversations"
        aria-busy={list.isPending}
        className="flex min-h-0 flex-1 flex-col"
      >
        {hasRows && (
          <ConversationRows
            key={listKey}
            rows={rows}
            total={total}
            pager={list}
            users={users.data ?? null}
            openConversationId={openConversationId}
            hrefFor={props.hrefFor}
            onOpen={props.onOpen}
          />
        )}
        {!hasRows && firstError && (
          <ListError error={firstError} isRetrying={list.isFetching} onRetry={() => void list.refetch()} />
        )}
        {!hasRows && !firstError && list.isPending && <SkeletonRows />}
        {!hasRows && list.isSuccess && <EmptyList filter={filter} onFilterChange={onFilterChange} />}
      </div>
      <VisuallyHidden role="status">
        {list.isFetchingNextPage && 'Loading more conversations'}
        {!list.isFetchingNextPage && list.data && (
          <SaidOnce
            key={`${listKey} ${list.data.pages.length}`}
            text={
              list.data.pages.length > 1
                ? `${conversationCount(rows.length)} loaded`
                : conversationCount(total ?? 0)
            }
          />
        )}
      </VisuallyHidden>
    </section>
  );
}

/** Keeps the first text it was given: a total that changes with each poll is not worth interrupting anyone. */
function SaidOnce({ text }: { text: string }) {
  return useState(text)[0];
}

/** The last error, also while a retry runs: the query forgets it then, and the screen would flicker. */
function useSteadyError(error: Error | null, isRetrying: boolean): Error | null {
  const [last, setLast] = useState(error);
  if (error && error !== last) setLast(error);
  return error ?? (isRetrying ? last : null);
}

function focusTabStop(panel: HTMLElement | null) {
  panel?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
}
