import { useRef } from 'react';

type AutoFocusHandler = (event: Event) => void;

/** Radix gives the focus back to a trigger only; ours are opened by keys and by menu items too. */
export function useReturnFocus(onOpenAutoFocus?: AutoFocusHandler, onCloseAutoFocus?: AutoFocusHandler) {
  const openerRef = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus(event: Event) {
      openerRef.current = openerOf(document.activeElement);
      onOpenAutoFocus?.(event);
    },
    onCloseAutoFocus(event: Event) {
      onCloseAutoFocus?.(event);
      if (event.defaultPrevented) return;
      event.preventDefault();
      openerRef.current?.focus({ preventScroll: true });
    },
  };
}

/** A menu item is gone by the time the dialog closes; the menu's button is still there. */
function openerOf(element: Element | null): HTMLElement | null {
  const menuButtonId = element?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = menuButtonId ? document.getElementById(menuButtonId) : element;
  return opener instanceof HTMLElement ? opener : null;
}
