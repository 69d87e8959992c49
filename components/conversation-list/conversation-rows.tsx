'use client';

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { useNow } from '@/lib/client/clock';
import type { ConversationRow as Row } from '@/lib/shared/contract/conversation';
import type { User } from '@/lib/shared/contract/user';
import { ConversationRow } from './conversation-row';
import { ListTail } from './list-tail';
import { useKeptScroll } from './use-kept-scroll';
import { useListCursor } from './use-list-cursor';
import { type Pager, useLoadMore } from './use-load-more';
import { rowHeightClass, useRowHeight } from './use-row-height';

/** Rows ready on either side of the view: a fast wheel finds no gaps. */
const overscan = 8;
/** What the server assumes, so that the first rows are in the page before any script runs. */
const firstView = { width: 380, height: 900 };

type ConversationRowsProps = {
  rows: readonly Row[];
  total: number | null;
  pager: Pager;
  users: readonly User[] | null;
  openConversationId: string | null;
  hrefFor: (conversationId: string) => string;
  onOpen: (conversationId: string) => void;
};

/** The list itself; given a new key for each filter, so that a new list begins at its top. */
export function ConversationRows(props: ConversationRowsProps) {
  const { rows, total, pager, users, openConversationId, hrefFor, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const now = useNow();
  const cursor = useListCursor({ rows, openId: openConversationId, rowHeight, scroller });
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
  const { failure, loadMore } = useLoadMore(pager, virtualizer.range?.endIndex ?? -1, rows.length);
  useKeptScroll(scroller, rows, rowHeight);

  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are measured anew when the height of a row changes
  useEffect(() => virtualizer.measure(), [rowHeight]);

  const userById = new Map(users?.map((user) => [user.id, user]));
  const count = pager.hasNextPage ? Math.max(total ?? 0, rows.length) : rows.length;
  return (
    <div
      ref={scroller}
      className={cn('@container min-h-0 flex-1 overflow-y-auto overscroll-contain', rowHeightClass)}
    >
      <div
        role="listbox"
        aria-label="Conversations"
        className="relative"
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
              isTabStop={index === cursor.index}
              now={now}
              owner={(row.kind === 'conversation' && row.assignedTo && userById.get(row.assignedTo)) || null}
              href={hrefFor(row.id)}
              onFocus={cursor.place}
              onOpen={(id, at) => {
                cursor.place(id, at);
                onOpen(id);
              }}
            />
          );
        })}
      </div>
      <ListTail count={rows.length} hasMore={pager.hasNextPage} failure={failure} onLoadMore={loadMore} />
    </div>
  );
}
