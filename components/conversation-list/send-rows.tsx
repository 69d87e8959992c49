import { useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { useNow } from '@/lib/client/clock';
import { usePreferences } from '@/lib/client/preferences';
import { useCommands } from '@/lib/client/shortcuts/use-commands';
import type { Send } from '@/lib/shared/contract/send';
import { moveTarget } from './list-cursor';
import type { SendListProps } from './send-list';
import { SendRow } from './send-row';
import { useListCursor } from './use-list-cursor';
import { rowHeightClass, useRowHeight } from './use-row-height';

type SendRowsProps = Pick<SendListProps, 'view' | 'hrefFor' | 'onOpen' | 'hasFocus'> & {
  sends: readonly Send[];
  openId: string | null;
  zone: string | undefined;
};

/** The rows of a view of sends: the same keys as in the list of conversations, without selecting. */
export function SendRows({ sends, view, zone, openId, hrefFor, onOpen, hasFocus }: SendRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { density } = usePreferences();
  const rowHeight = useRowHeight(density);
  const now = useNow();
  const rows = sends.map((send) => ({ id: send.clientId, send }));
  const cursor = useListCursor({
    rows,
    openId,
    rowHeight,
    scroller,
    hasFocus,
    onExtend: nothing,
    onToggle: nothing,
  });

  function move(step: 1 | -1, isHeld: boolean) {
    const target = moveTarget(step, {
      cursorIndex: cursor.isSet ? cursor.index : null,
      isAtCursor: cursor.isSet && cursor.isApart(),
      openIndex: openId === null ? null : rows.findIndex(({ id }) => id === openId),
      tabStop: cursor.index,
    });
    const row = rows[target];
    if (!row) return;
    cursor.moveTo(target);
    if (openId !== null) onOpen(row.send, { isMoving: true, isHeld });
  }

  useCommands({
    'list.next': (event) => move(1, event?.repeat ?? false),
    'list.previous': (event) => move(-1, event?.repeat ?? false),
    'list.open': () => {
      const row = rows[cursor.index];
      if (row) onOpen(row.send, { isMoving: false, isHeld: false });
    },
  });

  return (
    <div
      ref={scroller}
      data-density={density}
      className={cn('@container min-h-0 flex-1 overflow-y-auto overscroll-contain', rowHeightClass)}
    >
      <div
        role="listbox"
        aria-label={view === 'attention' ? 'Messages that need attention' : 'Scheduled messages'}
        {...cursor.listProps}
      >
        {rows.map(({ id, send }, index) => (
          <SendRow
            key={id}
            send={send}
            isOpen={id === openId}
            isTabStop={index === cursor.index}
            now={now}
            zone={zone}
            href={hrefFor(send)}
            onFocus={() => cursor.place(id, index)}
            onOpen={() => {
              cursor.place(id, index);
              onOpen(send);
            }}
          />
        ))}
      </div>
    </div>
  );
}

function nothing() {}
