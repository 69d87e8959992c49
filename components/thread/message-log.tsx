import { measureElement, useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { JumpToLatest } from './jump-to-latest';
import { guessRowHeight } from './row-height';
import type { ThreadRow } from './thread-rows';
import { useEndInView } from './use-end-in-view';

/** Kept free above the first row whatever it says: a row of its own would move what is being read. */
const topHeight = 72;
/** Two screens: an older page is there before its place is reached. */
const loadOlderWithin = 1500;
/** Nearer to the end than this counts as being there. */
const endWithin = 80;

type Log = Virtualizer<HTMLDivElement, Element>;

type MessageLogProps = {
  label: string;
  rows: readonly ThreadRow[];
  /** What stands above the first row. */
  top: ReactNode;
  /** Asked again and again near the top; the owner decides whether there is something to load. */
  onNearTop: () => void;
  /** Told whether the newest message is in view. */
  onEndInView: (isInView: boolean) => void;
  /** How many messages arrived since this one; for the button that leads back down. */
  countAfter: (key: string | null) => number;
  /** Changes when this person has just sent something: then the end is what they want to see. */
  ownSendKey: string | null;
  renderRow: (row: ThreadRow) => ReactNode;
};

/**
 * What stands at the top edge of the view stays when a row above it turns out higher, whichever way one scrolls: mails
 * grow when their bodies arrive. Measured without: the row being read moved by up to 550 px. A row that someone has
 * just clicked in grows downwards.
 */
function holdsReadingPlace(row: VirtualItem, _delta: number, log: Log): boolean {
  const top = log.scrollOffset ?? 0;
  if (row.end <= top) return true;
  return row.start < top && !log.elementsCache.get(row.key)?.contains(document.activeElement);
}

/** The rows of a thread, newest at the end, only those near the view in the page. */
export function MessageLog(props: MessageLogProps) {
  const { label, rows, top, onNearTop, onEndInView, countAfter, ownSendKey, renderRow } = props;
  const scrollRef = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const [seenKey, setSeenKey] = useState<string | null>(null);
  const lastKey = rows.at(-1)?.key ?? null;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: (index) => guessRowHeight(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: endWithin,
    paddingStart: topHeight,
    paddingEnd: 8,
    overscan: 8,
    // Both ways from the same exact height: `offsetHeight` rounds by where a row stands, which moved rows by a pixel.
    measureElement: (row, entry, instance) =>
      entry ? measureElement(row, entry, instance) : Math.round(row.getBoundingClientRect().height),
  });

  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = holdsReadingPlace;

  useLayoutEffect(() => virtualizer.scrollToEnd(), [virtualizer]);

  useLayoutEffect(() => {
    if (ownSendKey !== null) virtualizer.scrollToEnd();
  }, [ownSendKey, virtualizer]);

  // A row among the others, as the line above what is new, must not push the newest one out of view.
  const follow = useEffectEvent(() => isAtEnd && virtualizer.scrollToEnd());
  useLayoutEffect(() => {
    if (rows.length > 0) follow();
  }, [rows.length]);

  useEndInView(scrollRef, endWithin, virtualizer.scrollToEnd);

  function look() {
    const log = scrollRef.current;
    if (!log) return;
    const isEndInView = log.scrollHeight - log.scrollTop - log.clientHeight <= endWithin;
    setIsAtEnd(isEndInView);
    onEndInView(isEndInView);
    if (log.scrollTop < loadOlderWithin) onNearTop();
  }

  // After every drawing: a page that was shorter than the view needs the next one at once.
  useEffect(look);

  useEffect(() => {
    if (isAtEnd) setSeenKey(lastKey);
  }, [isAtEnd, lastKey]);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scrollRef}
        role="log"
        aria-label={label}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={look}
        style={{ overflowAnchor: 'none' }}
        className="-outline-offset-2 flex min-h-0 flex-1 flex-col overflow-y-auto overflow-x-hidden overscroll-contain"
      >
        <div className="relative mt-auto w-full shrink-0" style={{ height: virtualizer.getTotalSize() }}>
          <div className="absolute inset-x-0 top-0 flex flex-col justify-end" style={{ height: topHeight }}>
            {top}
          </div>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index];
            return (
              row && (
                <div
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  className="absolute inset-x-0 px-7 phone:px-3.5"
                  style={{ top: start }}
                >
                  <div className="mx-auto flow-root max-w-[864px]">{renderRow(row)}</div>
                </div>
              )
            );
          })}
        </div>
      </div>
      {!isAtEnd && <JumpToLatest count={countAfter(seenKey)} onJump={() => virtualizer.scrollToEnd()} />}
    </div>
  );
}
