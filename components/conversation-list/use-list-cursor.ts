'use client';

import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { command } from '@/lib/client/shortcuts/commands';
import { listCommandOf } from '@/lib/client/shortcuts/list-keys';
import { type Cursor, cursorIndexOf, nextIndex, scrollTopFor } from './list-cursor';

type Options = {
  rows: readonly { id: string }[];
  openId: string | null;
  rowHeight: number;
  /** Scrolls; the options stand somewhere inside it. */
  scroller: RefObject<HTMLElement | null>;
  /** Whether the list has the focus. It outlives the list: the next one takes the focus over. */
  hasFocus: RefObject<boolean>;
  /** Shift with an arrow, and Space: what a list of which many can be chosen does with them. */
  onExtend: (step: 1 | -1) => void;
  onToggle: () => void;
};

/** The keyboard's place in the list: moves by keys without opening, follows its row, and never loses the focus. */
export function useListCursor({ rows, openId, rowHeight, scroller, hasFocus, onExtend, onToggle }: Options) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [knownOpenId, setKnownOpenId] = useState(openId);
  // Put by a person on another row than the open one.
  const [isApart, setIsApart] = useState(false);
  const shouldFocus = useRef(false);
  const index = cursorIndexOf(rows, cursor, openId);

  // Opened from elsewhere (Back, a link, "next"): the cursor goes along.
  if (openId !== knownOpenId) {
    setKnownOpenId(openId);
    setIsApart(false);
    const openIndex = rows.findIndex((row) => row.id === openId);
    if (openId !== null && openIndex >= 0) setCursor({ id: openId, index: openIndex });
  }

  function scrollTo(target: number) {
    const view = scroller.current;
    if (!view || view.clientHeight === 0) return;
    const { clientHeight: height, scrollTop } = view;
    const next = scrollTopFor(target, { rowHeight, height, scrollTop });
    if (next !== scrollTop) view.scrollTop = next;
  }

  function place(id: string, at: number) {
    if (cursor?.id !== id || cursor.index !== at) setCursor({ id, index: at });
  }

  // Before the paint, so that the cursor is never seen outside the list. A row that left with the focus on it hands
  // the focus to the row in its place; without this it would fall to the page.
  useLayoutEffect(() => {
    const isLost = hasFocus.current && document.activeElement === document.body;
    if (!shouldFocus.current && !isLost) return;
    shouldFocus.current = false;
    scroller.current
      ?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')
      ?.focus({ preventScroll: true });
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening scrolls, not each refetch
  useLayoutEffect(() => {
    const openIndex = openId === null ? -1 : rows.findIndex((row) => row.id === openId);
    if (openIndex >= 0) scrollTo(openIndex);
  }, [openId]);

  /** Puts the cursor and the focus on a row and brings it into view. */
  function moveTo(target: number) {
    const row = rows[target];
    if (!row) return;
    shouldFocus.current = true;
    setCursor({ id: row.id, index: target });
    scrollTo(target);
  }

  return {
    index,
    /** Whether a person has put it anywhere yet. */
    isSet: cursor !== null,
    /** Whether a person has put it beside the open conversation, and sees its ring there. */
    isApart: () => isApart && hasFocus.current,
    setApart: () => setIsApart(true),
    place,
    moveTo,
    listProps: {
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        const id = listCommandOf(event.nativeEvent);
        if (id === null) return;
        event.preventDefault();
        if (event.repeat && !command(id).repeats) return;
        if (id === 'select.toggle') return onToggle();
        if (id === 'select.next') return onExtend(1);
        if (id === 'select.previous') return onExtend(-1);
        const pageRows = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1;
        const target = nextIndex(id, index, rows.length, pageRows);
        if (target === null) return;
        setIsApart(true);
        moveTo(target);
      },
      onFocus() {
        hasFocus.current = true;
      },
      onBlur(event: FocusEvent<HTMLElement>) {
        hasFocus.current = event.currentTarget.contains(event.relatedTarget);
      },
    },
  };
}
