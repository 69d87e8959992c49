import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { type KeptPlace, parsePlace, placeAt, wayBack } from './kept-place';

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
};

/** Brings the list back to where it was, after a reload and from another page of the app. Kept for the tab. */
export function useKeptPlace(scroller: RefObject<HTMLElement | null>, options: Options): void {
  const { locationId, list, rows } = options;
  const goal = useRef<KeptPlace | null>(null);
  const pagesRead = useRef(0);
  const lastTop = useRef(0);

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
    goal.current = readPlace(locationId, list);
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
