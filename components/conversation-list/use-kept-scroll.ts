'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { shiftInView } from './list-cursor';

/** Holds what is in view in its place: while rows move above it, and while the list is hidden behind a thread. */
export function useKeptScroll(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly { id: string }[],
  rowHeight: number,
) {
  const before = useRef(rows);
  const heightBefore = useRef(rowHeight);

  // Denser or wider rows: the same ones stay in view.
  useLayoutEffect(() => {
    const view = scroller.current;
    if (view && heightBefore.current !== rowHeight)
      view.scrollTop = (view.scrollTop / heightBefore.current) * rowHeight;
    heightBefore.current = rowHeight;
  }, [rowHeight, scroller]);

  useLayoutEffect(() => {
    const known = before.current;
    before.current = rows;
    const view = scroller.current;
    // At the very top one waits for what is new.
    if (!view || view.scrollTop < rowHeight / 2 || known === rows) return;
    const first = Math.ceil(view.scrollTop / rowHeight);
    const last = Math.floor((view.scrollTop + view.clientHeight) / rowHeight) - 1;
    const shift = shiftInView(known, rows, first, last);
    if (shift !== 0) view.scrollTop += shift * rowHeight;
  }, [rows, rowHeight, scroller]);

  // Not every browser remembers where a hidden element was scrolled to.
  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    let top = view.scrollTop;
    let isHidden = view.clientHeight === 0;
    const onScroll = () => {
      if (view.clientHeight > 0) top = view.scrollTop;
    };
    const observer = new ResizeObserver(() => {
      if (isHidden && view.clientHeight > 0 && view.scrollTop !== top) view.scrollTop = top;
      isHidden = view.clientHeight === 0;
    });
    view.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(view);
    return () => {
      view.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [scroller]);
}
