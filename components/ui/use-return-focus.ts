import { useRef } from 'react';
import { hasMovedOn } from './has-moved-on';

type AutoFocusHandler = (event: Event) => void;

/** Where the focus can go from each dialog: when one leads to the next, the way back goes past it. */
const waysBack = new WeakMap<Element, readonly HTMLElement[]>();
const dialogs = '[role="dialog"], [role="alertdialog"]';

/** Radix gives the focus back to a trigger only; ours are opened by keys and by menu items too. */
export function useReturnFocus(onOpenAutoFocus?: AutoFocusHandler, onCloseAutoFocus?: AutoFocusHandler) {
  const wayBackRef = useRef<readonly HTMLElement[]>([]);
  return {
    onOpenAutoFocus(event: Event) {
      wayBackRef.current = wayBackTo(openerOf(document.activeElement));
      if (event.currentTarget instanceof Element) waysBack.set(event.currentTarget, wayBackRef.current);
      onOpenAutoFocus?.(event);
    },
    onCloseAutoFocus(event: Event) {
      onCloseAutoFocus?.(event);
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (hasMovedOn(event)) return;
      const opener = wayBackRef.current.find((element) => element.isConnected);
      (opener ?? document.querySelector('main'))?.focus({ preventScroll: true });
    },
  };
}

/** A menu item is gone by the time the dialog closes; the menu's button is still there. */
function openerOf(element: Element | null): HTMLElement | null {
  const menuButtonId = element?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = menuButtonId ? document.getElementById(menuButtonId) : element;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}

/** The opener; when it has gone with its row, the last control of a neighbour; when with its dialog, who opened that. */
function wayBackTo(opener: HTMLElement | null): readonly HTMLElement[] {
  if (!opener) return [];
  const dialog = opener.closest(dialogs);
  if (dialog) return [opener, ...(waysBack.get(dialog) ?? [])];
  const row = opener.closest('li');
  const neighbours = [row?.nextElementSibling, row?.previousElementSibling].map(
    (neighbour) => [...(neighbour?.querySelectorAll<HTMLElement>('button, a[href]') ?? [])].at(-1) ?? null,
  );
  return [opener, ...neighbours.filter((element) => element !== null)];
}
