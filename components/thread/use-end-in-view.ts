import { type RefObject, useEffect, useEffectEvent } from 'react';

/**
 * Whoever was at the end stays there when the log becomes lower: a composer that grows does not cover the newest message.
 * Rows that are added do not count, only the height of the view.
 */
export function useEndInView(
  scroller: RefObject<HTMLElement | null>,
  endWithin: number,
  scrollToEnd: () => void,
) {
  const toEnd = useEffectEvent(scrollToEnd);

  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    let height = view.clientHeight;
    const observer = new ResizeObserver(() => {
      const before = height;
      // Zero: hidden behind the list on a phone, which is no new height.
      if (view.clientHeight === 0 || view.clientHeight === before) return;
      height = view.clientHeight;
      if (view.scrollHeight - view.scrollTop - before <= endWithin) toEnd();
    });
    observer.observe(view);
    return () => observer.disconnect();
  }, [scroller, endWithin]);
}
