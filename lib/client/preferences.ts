import { createContext, use, useSyncExternalStore } from 'react';
import { ApiError, api } from '@/lib/client/api';
import {
  defaultSettings,
  type PersonSettings,
  type SavedSettings,
  savedSettingsSchema,
} from '@/lib/shared/contract/person-settings';
import { apiPaths } from '@/lib/shared/paths';
import {
  noCopy,
  type PreferenceCopy,
  parseCopy,
  settingsNow,
  withChange,
  withSaved,
  withServerSettings,
} from './preference-copy';
import { showTheme } from './theme';

/** Where the last change stands. `waiting`: it counts in this browser, and is saved once the server can be reached. */
export type SaveState =
  | { kind: 'untouched' | 'saving' | 'saved' }
  | { kind: 'waiting' | 'refused'; reason: string };

const storageKey = 'parley.preferences';
const retryMs = 5_000;

let copy: PreferenceCopy | null = null;
let settings: PersonSettings = defaultSettings;
let saveState: SaveState = { kind: 'untouched' };
let isSaving = false;
let retry: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** The settings that came with the page: its first drawing has them, on the server and in the browser alike. */
export const FirstSettings = createContext<PersonSettings>(defaultSettings);

/** How this person works: the one place that everything reads it from. */
export function readPreferences(): PersonSettings {
  known();
  return settings;
}

export function usePreferences(): PersonSettings {
  const first = use(FirstSettings);
  return useSyncExternalStore(subscribe, readPreferences, () => first);
}

/** Counts at once; the server hears of it as soon as it can be reached. */
export function setPreference<Name extends keyof PersonSettings>(
  name: Name,
  value: PersonSettings[Name],
): void {
  keep(withChange(known(), { [name]: value }));
  void save();
}

export function useSaveState(): SaveState {
  return useSyncExternalStore(
    subscribe,
    () => saveState,
    () => saveState,
  );
}

/** What the page brought along. Answers how to stop following the person's other tabs. */
export function adoptSettings(personId: string, saved: SavedSettings): () => void {
  keep(withServerSettings(known(), personId, saved));
  void save();
  const onOnline = () => void save();
  addEventListener('storage', follow);
  addEventListener('online', onOnline);
  return () => {
    clearTimeout(retry);
    removeEventListener('storage', follow);
    removeEventListener('online', onOnline);
  };
}

async function save(): Promise<void> {
  const { personId, unsaved } = known();
  if (isSaving || personId === null || Object.keys(unsaved).length === 0) return;
  isSaving = true;
  clearTimeout(retry);
  say({ kind: 'saving' });
  try {
    const saved = await api(apiPaths.mySettings, {
      method: 'PATCH',
      body: unsaved,
      schema: savedSettingsSchema,
    });
    keep(withSaved(known(), unsaved, saved));
    say({ kind: 'saved' });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    notSaved(error, unsaved);
  } finally {
    isSaving = false;
  }
  if (saveState.kind === 'saved') void save();
}

function notSaved(error: ApiError, unsaved: PreferenceCopy['unsaved']): void {
  if (error.status === 400) {
    // It would be refused for ever: what the server has counts again.
    keep(withSaved(known(), unsaved, known().saved));
    say({ kind: 'refused', reason: error.message });
  } else {
    say({ kind: 'waiting', reason: error.message });
    retry = setTimeout(() => void save(), retryMs);
  }
}

function known(): PreferenceCopy {
  copy ??= load();
  return copy;
}

function load(): PreferenceCopy {
  const stored = parseCopy(readStored()) ?? noCopy;
  settings = settingsNow(stored);
  return stored;
}

function keep(next: PreferenceCopy): void {
  copy = next;
  settings = settingsNow(next);
  try {
    localStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // Private windows and blocked storage: it then holds until the page is left.
  }
  showTheme(settings.theme);
  notify();
}

/** Another tab of this person changed something. */
function follow({ key }: StorageEvent): void {
  if (key !== storageKey) return;
  copy = load();
  showTheme(settings.theme);
  notify();
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function say(next: SaveState): void {
  saveState = next;
  notify();
}

function notify(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
