import { useEffect, useLayoutEffect } from 'react';
import type { PagePart } from './early-input-script';

/** What was pressed and typed into this part of the page before its script was there is done now. */
export function useEarlyInput(part: PagePart): void {
  // With its first commit, which an early press may itself have hurried: that one is heard already.
  useLayoutEffect(() => window.earlyInput?.hear(part), [part]);
  // By now everybody below listens for keys.
  useEffect(() => window.earlyInput?.replay(part), [part]);
}
