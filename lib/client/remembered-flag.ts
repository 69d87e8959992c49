import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
/** Where the storage refuses: for this page at least. */
const unsaved = new Map<string, boolean>();

/** A choice of this browser, kept under the key; false until it was made. */
export function useRememberedFlag(key: string): [boolean, (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => false,
  );
  return [isOn, (next) => store(key, next)];
}

function read(key: string): boolean {
  try {
    return unsaved.get(key) ?? localStorage.getItem(key) === 'on';
  } catch {
    return unsaved.get(key) ?? false;
  }
}

function store(key: string, isOn: boolean): void {
  try {
    localStorage.setItem(key, isOn ? 'on' : 'off');
    unsaved.delete(key);
  } catch {
    unsaved.set(key, isOn);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
