import { useState, useSyncExternalStore } from 'react';
import { contactPanelKey } from './contact-panel-script';

/** From here on the panel is a column; below it is a drawer, and on a phone a sheet (tailwind.config.ts, `drawer`). */
const columnQuery = '(min-width: 1200px)';

/** Whether the contact panel is open: as a column it stays as one left it, as a drawer it opens only when asked for. */
export function useContactPanel() {
  const isColumn = useSyncExternalStore(
    subscribeWidth,
    () => window.matchMedia(columnQuery).matches,
    () => true,
  );
  const isColumnOpen = useSyncExternalStore(subscribe, readOpen, () => true);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  return {
    isColumn,
    isOpen: isColumn ? isColumnOpen : isDrawerOpen,
    toggle: () => (isColumn ? storeOpen(!isColumnOpen) : setDrawerOpen(!isDrawerOpen)),
  };
}

const listeners = new Set<() => void>();
let unsaved: boolean | null = null;

function readOpen(): boolean {
  try {
    return unsaved ?? localStorage.getItem(contactPanelKey) !== 'closed';
  } catch {
    return unsaved ?? true;
  }
}

function storeOpen(isOpen: boolean): void {
  const state = isOpen ? 'open' : 'closed';
  document.documentElement.dataset.contactPanel = state;
  try {
    localStorage.setItem(contactPanelKey, state);
  } catch {
    unsaved = isOpen;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function subscribeWidth(listener: () => void): () => void {
  const media = window.matchMedia(columnQuery);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
