import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * What someone has just pressed a button in grows downwards, at the end of the log too: there the log would keep its end
 * in view and push up what they are looking at.
 */
export function useHeldTop(
  ref: RefObject<HTMLElement | null>,
  height: number,
  /** It is short, and asked for to be seen: it may move up as far as that needs. */
  isShownWhole = false,
): void {
  const topBefore = useRef<number | null>(null);

  // Laid out in its new height, and nothing has answered to that yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies(height): each new height is held by itself
  useLayoutEffect(() => {
    topBefore.current = ref.current?.getBoundingClientRect().top ?? null;
  }, [ref, height]);

  useEffect(() => {
    const element = ref.current;
    const log = element?.closest('[role="log"]');
    if (!element || !log) return;
    // Made after the log's own, so that it is told after it, and still before anything is painted.
    const observer = new ResizeObserver(() => {
      const before = topBefore.current;
      topBefore.current = null;
      const isInUse = element.closest('section, article')?.contains(document.activeElement);
      if (before === null || !isInUse) return;
      log.scrollTop += element.getBoundingClientRect().top - before;
      if (isShownWhole) log.scrollTop += hiddenBelow(element, log);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, isShownWhole]);
}

/** How far it reaches out of the view below, its beginning staying in view. */
function hiddenBelow(element: Element, log: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  const view = log.getBoundingClientRect();
  return Math.max(0, Math.min(bottom + 8 - view.bottom, top - view.top));
}
