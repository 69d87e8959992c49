'use client';

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { useNow } from '@/lib/client/clock';
import { usePreferences } from '@/lib/client/preferences';
import { listSearch } from '@/lib/client/queries/conversations';
import { isEmpty, isSelected } from '@/lib/client/triage/selection';
import { useSelection } from '@/lib/client/triage/selection-store';
import type { ConversationRow as Row } from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';
import type { User } from '@/lib/shared/contract/user';
import { ConversationRow } from './conversation-row';
import { ListTail } from './list-tail';
import type { OpenHow } from './open-how';
import { useEarlyScroll, useKeptPlace } from './use-kept-place';
import { useKeptScroll } from './use-kept-scroll';
import { useLetGo } from './use-let-go';
import { useListCommands } from './use-list-commands';
import { useListCursor } from './use-list-cursor';
import { type Pager, useLoadMore } from './use-load-more';
import { rowHeightClass, useRowHeight } from './use-row-height';
import { useThreadPrefetch } from './use-thread-prefetch';

/** Rows ready on either side of the view: a fast wheel finds no gaps. */
const overscan = 8;
/** What the server assumes, so that the first rows are in the page before any script runs. */
const firstView = { width: 380, height: 900 };

const noTags: readonly string[] = [];

type ConversationRowsProps = {
  locationId: string;
  filter: ListFilter;
  rows: readonly Row[];
  total: number | null;
  pager: Pager;
  /** The last page stopped early: a person decides whether to go on. */
  isPartial: boolean;
  users: readonly User[] | null;
  openConversationId: string | null;
  hrefFor: (conversationId: string) => string;
  onOpen: (conversationId: string, how?: OpenHow) => void;
  /** Whether a list of this place has the focus: the next one takes it over. */
  hasFocus: RefObject<boolean>;
};

/** The list itself; given a new key for each filter, so that a new list begins at its top. */
export function ConversationRows(props: ConversationRowsProps) {
  const { locationId, filter, rows, total, pager, isPartial, users, openConversationId, hrefFor, onOpen } =
    props;
  const scroller = useRef<HTMLDivElement>(null);
  const { density } = usePreferences();
  const rowHeight = useRowHeight(density);
  const now = useNow();
  const cursor = useListCursor({
    rows,
    openId: openConversationId,
    rowHeight,
    scroller,
    hasFocus: props.hasFocus,
    onExtend: (step) => select.extend(step),
    onToggle: () => select.toggleAtCursor(),
  });
  const early = useEarlyScroll(scroller);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialRect: firstView,
    overscan,
    // The row that Tab reaches is always there, also when it is scrolled far away.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(cursor.index) ? shown : [...shown, cursor.index].sort((a, b) => a - b);
    },
  });
  const { failure, loadMore } = useLoadMore(
    { ...pager, isPartial },
    virtualizer.range?.endIndex ?? -1,
    rows.length,
  );
  useKeptScroll(scroller, rows, rowHeight);
  const pointAt = useThreadPrefetch(locationId, rows, openConversationId);
  const search = listSearch(filter);
  useKeptPlace(scroller, {
    locationId,
    list: search,
    rows,
    rowHeight,
    hasMore: pager.hasNextPage && !isPartial,
    isLoading: pager.isFetchingNextPage,
    loadMore,
    early,
  });
  const selection = useSelection(locationId, search);
  const isSelecting = !isEmpty(selection);
  useLetGo(locationId, search, rows, !pager.hasNextPage && !isPartial);
  const select = useListCommands({
    locationId,
    filter,
    search,
    rows,
    total: Math.max(total ?? 0, rows.length),
    cursor,
    openId: openConversationId,
    onOpen,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are measured anew when the height of a row changes
  useEffect(() => virtualizer.measure(), [rowHeight]);

  const userById = new Map(users?.map((user) => [user.id, user]));
  const count = pager.hasNextPage ? Math.max(total ?? 0, rows.length) : rows.length;
  return (
    <div
      ref={scroller}
      data-density={density}
      className={cn('@container min-h-0 flex-1 overflow-y-auto overscroll-contain', rowHeightClass)}
    >
      <div
        role="listbox"
        aria-label="Conversations"
        aria-multiselectable
        data-selecting={isSelecting || undefined}
        className="group/list relative"
        style={{ height: `calc(var(--row) * ${rows.length})` }}
        {...cursor.listProps}
      >
        {virtualizer.getVirtualItems().map(({ index }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <ConversationRow
              key={row.id}
              row={row}
              index={index}
              count={count}
              isOpen={row.id === openConversationId}
              isSelected={isSelecting ? isSelected(selection, row.id) : null}
              isTabStop={index === cursor.index}
              now={now}
              isWaitingList={filter.view === 'waiting'}
              wantedTags={filter.tags ?? noTags}
              owner={(row.kind === 'conversation' && row.assignedTo && userById.get(row.assignedTo)) || null}
              href={hrefFor(row.id)}
              onFocus={cursor.place}
              onPoint={pointAt}
              onOpen={(id, at) => {
                cursor.place(id, at);
                onOpen(id);
              }}
              onToggle={select.toggle}
              onExtend={select.extendTo}
            />
          );
        })}
      </div>
      <ListTail
        count={rows.length}
        hasMore={pager.hasNextPage}
        isPaused={isPartial && !pager.isFetchingNextPage}
        failure={failure}
        onLoadMore={loadMore}
      />
    </div>
  );
}
