import { isBehind, meetOtherTab } from './draft-merge';
import {
  type DraftRecord,
  draftKey,
  emptyRecord,
  isBlank,
  keyPrefix,
  parseLeftRecord,
  parseRecord,
} from './drafts';

/** A draft that is being sent at this moment (`outgoing.ts`). Each names its person and waits for them. */
export const sendingPrefix = 'parley.sending/';
const ownerKey = 'parley.draft-owner';
/** A crash loses at most this much; writing a long mail at every letter would make typing slow. */
const storeEveryMs = 300;

/** `here`: somebody typed. `elsewhere`: another tab or the server. */
type Origin = 'here' | 'elsewhere';
type Listener = (key: string, origin: Origin) => void;

const records = new Map<string, DraftRecord>();
/** Changed here, and not in the browser's storage yet. */
const unstored = new Set<string>();
const listeners = new Set<Listener>();
/** The keys of each conversation that has had a draft here; null: the storage was not looked through yet. */
let keysByPlace: Map<string, Set<string>> | null = null;
let owner: string | null = null;
let storedAt = 0;
let timer: ReturnType<typeof setTimeout> | null = null;

export function readRecord(key: string): DraftRecord {
  const known = records.get(key);
  if (known) return known;
  const stored = readStored(key);
  records.set(key, stored);
  return stored;
}

/** In memory at once, so that nothing typed hangs on a component; in the browser's storage a moment later. */
export function writeRecord(key: string, record: DraftRecord, origin: Origin): void {
  records.set(key, record);
  remember(key);
  unstored.add(key);
  tell(key, origin);
  const waitMs = storedAt + storeEveryMs - Date.now();
  if (waitMs <= 0) storeDrafts();
  else timer ??= setTimeout(storeDrafts, waitMs);
}

/** For what passes by, how far an upload is for example: it is shown, and neither stored nor sent. */
export function showRecord(key: string, record: DraftRecord): void {
  records.set(key, record);
  remember(key);
  tell(key, 'elsewhere');
}

export function storeDrafts(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  storedAt = Date.now();
  for (const key of unstored) store(key, readRecord(key));
  unstored.clear();
}

/** Every draft that this browser has, of every location. */
export function draftKeys(): string[] {
  return [...places().values()].flatMap((keys) => [...keys]);
}

export function draftKeysOf(locationId: string, conversationId: string): Iterable<string> {
  return places().get(placeOf(draftKey(locationId, conversationId, ''))) ?? [];
}

export function onDraftChange(listener: Listener): () => void {
  if (listeners.size === 0) window.addEventListener('storage', readOtherTab);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', readOtherTab);
  };
}

/**
 * Whose drafts these are. Those that somebody else has left here, whose session ended without signing out, are theirs
 * alone: the server keeps them for that person, and they leave this browser.
 */
export function ownDrafts(personId: string): void {
  owner = personId;
  try {
    const before = localStorage.getItem(ownerKey);
    if (before !== null && before !== personId) forgetDrafts();
    localStorage.setItem(ownerKey, personId);
  } catch {
    // Without storage nothing was left here.
  }
}

function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(keyPrefix)) localStorage.removeItem(key);
  }
  forgetMemory();
}

function forgetMemory(): void {
  const known = [...records.keys()];
  keysByPlace = null;
  records.clear();
  unstored.clear();
  for (const key of known) tell(key, 'elsewhere');
}

/** Another tab changed, sent or, at sign-out, removed a draft. */
function readOtherTab({ key, newValue }: StorageEvent): void {
  if (key === null || (key === ownerKey && newValue !== owner)) forgetMemory();
  if (!key?.startsWith(keyPrefix)) return;
  const theirs = parseRecord(newValue);
  const mine = records.get(key);
  if (mine && (unstored.has(key) || isBehind(theirs, mine)))
    writeRecord(key, meetOtherTab(mine, theirs), 'here');
  else showRecord(key, theirs);
}

function places(): Map<string, Set<string>> {
  if (keysByPlace) return keysByPlace;
  keysByPlace = new Map();
  for (const key of storedKeys()) remember(key);
  return keysByPlace;
}

function remember(key: string): void {
  const place = placeOf(key);
  const keys = places().get(place);
  if (keys) keys.add(key);
  else places().set(place, new Set([key]));
}

function placeOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(keyPrefix));
  } catch {
    return [];
  }
}

function tell(key: string, origin: Origin): void {
  for (const listener of listeners) listener(key, origin);
}

function readStored(key: string): DraftRecord {
  try {
    return parseLeftRecord(localStorage.getItem(key));
  } catch {
    return emptyRecord;
  }
}

function store(key: string, record: DraftRecord): void {
  try {
    // Signed out in another tab, or somebody else has signed in: nothing is left behind for them.
    if (owner !== null && localStorage.getItem(ownerKey) !== owner) return;
    const isGone = isBlank(record.draft) && !record.isChanged && !record.other;
    if (isGone) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(record));
  } catch {
    // Storage is full or off: the draft lives in this tab, and on the server.
  }
}
