import { useSyncExternalStore } from 'react';

/** Whether the command key is ⌘. False while the server renders, so that both sides draw the same at first. */
export function useIsApple(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
}
