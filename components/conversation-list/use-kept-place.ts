import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { isCutOff, type KeptPlace, parsePlace, placeAt, wayBack } from './kept-place';

/** So many pages are read to get back to where one was: a thousand rows. */
const maxPages = 10;
/** Whoever moves the list by themselves wants to be nowhere else. */
const ownMoves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

const storageKey = (locationId: string) => `parley.place/${locationId}`;

type Options = {
  locationId: string;
  /** The list's name: another one begins at its top. */
  list: string;
  rows: readonly { id: string }[];
  rowHeight: number;
  hasMore: boolean;
  isLoading: boolean;
  loadMore: () => Promise<void>;
  /** Where somebody has scrolled to before any script ran. */
  early: RefObject<number>;
};

/** Where the list stands as its script begins; to be called before anything that moves it. */
export function useEarlyScroll(scroller: RefObject<HTMLElement | null>): RefObject<number> {
  const early = useRef(0);
  useLayoutEffect(() => {
    early.current = scroller.current?.scrollTop ?? 0;
  }, [scroller]);
  return early;
}

/** Brings the list back to where it was, after a reload and from another page of the app. Kept for the tab. */
export function useKeptPlace(scroller: RefObject<HTMLElement | null>, options: Options): void {
  const { locationId, list, rows, early } = options;
  const goal = useRef<KeptPlace | null>(null);
  const pagesRead = useRef(0);
  const lastTop = useRef(0);

  useLayoutEffect(() => {
    if (scroller.current && early.current > 0) scroller.current.scrollTop = early.current;
  }, [scroller, early]);

  /** Whoever has scrolled already wants to be nowhere else. */
  const placeToGo = useEffectEvent((view: HTMLElement, place: KeptPlace | null) => {
    const end = view.scrollHeight - view.clientHeight;
    const isFree = early.current === 0 || isCutOff(place, early.current, end, options.rowHeight);
    lastTop.current = early.current;
    return isFree ? place : null;
  });

  const store = useEffectEvent(() => {
    const place = goal.current ?? placeAt(list, rows, lastTop.current, options.rowHeight);
    try {
      if (place) sessionStorage.setItem(storageKey(locationId), JSON.stringify(place));
      else sessionStorage.removeItem(storageKey(locationId));
    } catch {
      // Without storage the list begins at its top.
    }
  });

  const goBack = useEffectEvent(() => {
    const view = scroller.current;
    if (!goal.current || !view || options.isLoading) return;
    const canLoad = options.hasMore && pagesRead.current < maxPages;
    const way = wayBack(goal.current, rows, { rowHeight: options.rowHeight, canLoad });
    if (way === 'load') {
      pagesRead.current += 1;
      void options.loadMore();
      return;
    }
    goal.current = null;
    if (way) view.scrollTop = way.scrollTop;
  });

  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    goal.current = placeToGo(view, readPlace(locationId, list));
    const onScroll = () => {
      if (view.clientHeight > 0) lastTop.current = view.scrollTop;
    };
    const giveUp = () => {
      goal.current = null;
    };
    view.addEventListener('scroll', onScroll, { passive: true });
    for (const move of ownMoves) view.addEventListener(move, giveUp, { passive: true });
    addEventListener('pagehide', store);
    return () => {
      view.removeEventListener('scroll', onScroll);
      for (const move of ownMoves) view.removeEventListener(move, giveUp);
      removeEventListener('pagehide', store);
      store();
    };
  }, [scroller, locationId, list]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that arrives brings the goal nearer
  useEffect(() => goBack(), [rows]);
}

function readPlace(locationId: string, list: string): KeptPlace | null {
  try {
    return parsePlace(sessionStorage.getItem(storageKey(locationId)), list);
  } catch {
    return null;
  }
}
