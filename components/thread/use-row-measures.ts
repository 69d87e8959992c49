import { measureElement, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useReducer, useRef } from 'react';
import { flushSync } from 'react-dom';

type Log = Virtualizer<HTMLDivElement, Element>;

/**
 * Rows are where they belong in the frame in which they are new or grow. By itself the library leaves both for later
 * while one scrolls or where nothing above the view changes: for a frame, the line of a day lay over the mail above it.
 */
export function useRowMeasures() {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const isDrawing = useRef(false);

  /** After the observer has told of all rows, and before anything is painted. */
  function drawBeforePaint() {
    if (isDrawing.current) return;
    isDrawing.current = true;
    queueMicrotask(() => {
      isDrawing.current = false;
      flushSync(draw);
    });
  }

  return (row: Element, entry: ResizeObserverEntry | undefined, log: Log): number => {
    // Both ways from the same exact height: `offsetHeight` rounds by where a row stands, which moved rows by a pixel.
    if (!entry) return Math.round(row.getBoundingClientRect().height);
    const size = measureElement(row, entry, log);
    const key = log.options.getItemKey(log.indexFromElement(row));
    if (size !== log.itemSizeCache.get(key)) drawBeforePaint();
    return size;
  };
}

/** Takes the size of a row as soon as it is there, also while one scrolls. */
export function useRowRef(log: Log): (row: HTMLDivElement | null) => void {
  // A new function would take every row off and put it on again at each drawing.
  return useCallback(
    (row) => {
      const { isScrolling } = log;
      log.isScrolling = false;
      log.measureElement(row);
      log.isScrolling = isScrolling;
    },
    [log],
  );
}
