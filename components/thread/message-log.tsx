import { useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
import {
  type ReactNode,
  type Ref,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { messageForm } from '@/lib/shared/channel';
import { JumpToLatest } from './jump-to-latest';
import { guessRowHeight } from './row-height';
import type { ThreadRow } from './thread-rows';
import { useEndInView } from './use-end-in-view';
import { useRowMeasures, useRowRef } from './use-row-measures';

/** Kept free above the first row whatever it says: a row of its own would move what is being read. */
const topHeight = 72;
/** Two screens: an older page is there before its place is reached. */
const loadOlderWithin = 1500;
/** Nearer to the end than this counts as being there. */
const endWithin = 80;

type Log = Virtualizer<HTMLDivElement, Element>;

type MessageLogProps = {
  ref: Ref<HTMLDivElement | null>;
  label: string;
  rows: readonly ThreadRow[];
  /** The message to bring into view, whenever it is another one. */
  place: string | null;
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

function isMail(row: ThreadRow | undefined): boolean {
  return (
    row?.kind === 'message' && row.message.kind === 'message' && messageForm(row.message.type) === 'email'
  );
}

/** The rows of a thread, newest at the end, only those near the view in the page. */
export function MessageLog(props: MessageLogProps) {
  const { ref, label, rows, place, top, onNearTop, onEndInView, countAfter, ownSendKey, renderRow } = props;
  const scrollRef = useRef<HTMLDivElement>(null);
  // The node is there before anybody outside can ask for it.
  useImperativeHandle(ref, () => scrollRef.current as HTMLDivElement, []);
  /** Until the person moves: what grows in the newest mail then still decides where the thread opens. */
  const isOpening = useRef(true);
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
    measureElement: useRowMeasures(),
  });

  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = holdsReadingPlace;

  const rowRef = useRowRef(virtualizer);

  const newest = virtualizer.getVirtualItems().findLast(({ index }) => index === rows.length - 1);
  const newestSize = newest?.size ?? 0;

  /** The end; but a mail longer than the view is read from its beginning. */
  function showNewest() {
    const viewHeight = scrollRef.current?.clientHeight ?? 0;
    const isLongMail = isMail(rows.at(-1)) && viewHeight > 0 && newestSize > viewHeight;
    if (isLongMail) virtualizer.scrollToIndex(rows.length - 1, { align: 'start' });
    else virtualizer.scrollToEnd();
  }

  const wasNewestDrawn = useRef(false);
  const open = useEffectEvent(() => {
    // However one got away from the newest message, it was wanted.
    if (newestSize === 0 && wasNewestDrawn.current) isOpening.current = false;
    wasNewestDrawn.current ||= newestSize > 0;
    if (newestSize > 0 && isOpening.current) showNewest();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a mail grows when its body arrives
  useLayoutEffect(() => {
    open();
  }, [newestSize]);

  function takeOver() {
    isOpening.current = false;
  }

  useLayoutEffect(() => {
    if (ownSendKey !== null) virtualizer.scrollToEnd();
  }, [ownSendKey, virtualizer]);

  // A row among the others, as the line above what is new, must not push the newest one out of view.
  const follow = useEffectEvent(() => isAtEnd && showNewest());
  useLayoutEffect(() => {
    if (rows.length > 0) follow();
  }, [rows.length]);

  const placeIndex = place === null ? -1 : rows.findIndex(({ key }) => key === place);
  const showPlace = useEffectEvent(() => {
    isOpening.current = false;
    virtualizer.scrollToIndex(placeIndex, { align: 'center' });
  });
  const isPlaceKnown = placeIndex >= 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other place is gone to
  useLayoutEffect(() => {
    if (isPlaceKnown) showPlace();
  }, [place, isPlaceKnown]);

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
        onWheel={takeOver}
        onPointerDown={takeOver}
        onKeyDown={takeOver}
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
                  ref={rowRef}
                  data-index={index}
                  className="absolute inset-x-0 px-7 phone:pr-6 phone:pl-3.5"
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
