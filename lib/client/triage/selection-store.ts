import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { noSelection, type Selection } from './selection';

/** A selection and the list it belongs to: in another list nobody would see what is selected. */
const storedSchema = z.object({
  list: z.string(),
  ids: z.array(z.string()),
  anchor: z.nullable(z.string()),
  exceptIds: z.nullable(z.array(z.string())),
});

type Kept = { list: string; selection: Selection };

const kept = new Map<string, Kept>();
const listeners = new Set<() => void>();
const storageKey = (locationId: string) => `parley.selection/${locationId}`;

/** `list` is the search of the list's address. Kept for the tab: it outlives a thread and a reload. */
export function readSelection(locationId: string, list: string): Selection {
  const found = kept.get(locationId) ?? restore(locationId);
  return found?.list === list ? found.selection : noSelection;
}

export function changeSelection(
  locationId: string,
  list: string,
  change: (selection: Selection) => Selection,
): void {
  const before = readSelection(locationId, list);
  const selection = change(before);
  if (selection === before) return;
  kept.set(locationId, { list, selection });
  store(locationId, { list, selection });
  for (const listener of listeners) listener();
}

export function useSelection(locationId: string, list: string): Selection {
  return useSyncExternalStore(
    subscribe,
    () => readSelection(locationId, list),
    () => noSelection,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function restore(locationId: string): Kept | undefined {
  try {
    const text = sessionStorage.getItem(storageKey(locationId));
    const { list, ids, anchor, exceptIds } = storedSchema.parse(JSON.parse(text ?? ''));
    const selection = {
      ids: new Set(ids),
      anchor,
      head: anchor,
      exceptIds: exceptIds && new Set(exceptIds),
    };
    kept.set(locationId, { list, selection });
  } catch {
    kept.set(locationId, { list: '', selection: noSelection });
  }
  return kept.get(locationId);
}

function store(locationId: string, { list, selection }: Kept): void {
  const { ids, anchor, exceptIds } = selection;
  const value = { list, ids: [...ids], anchor, exceptIds: exceptIds && [...exceptIds] };
  try {
    sessionStorage.setItem(storageKey(locationId), JSON.stringify(value));
  } catch {
    // Without storage it holds until the page is left.
  }
}
