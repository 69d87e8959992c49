import * as z from 'zod/mini';
import { sendChannels } from '@/lib/shared/contract/send';
import { ApiError } from './api';
import { afterSave, mergeListed } from './draft-merge';
import { draftKeys, onDraftChange, ownDrafts, readRecord, storeDrafts, writeRecord } from './draft-store';
import { contentOf, type DraftRecord, draftKey, placeOfKey } from './drafts';
import { fetchDrafts, saveDraft } from './queries/drafts';

/** After the last letter, and never later than two seconds after the first. */
const restMs = 800;
const longestMs = 1_500;
/** What another tab has changed is that tab's to save; should it crash, it is done from here. */
const otherTabMs = 5_000;
const firstRetryMs = 1_000;
const longestRetryMs = 30_000;
/** Coming back to the page reads what other browsers have saved, but not at every look. */
const rereadMs = 10_000;

const channelSchema = z.enum(sendChannels);

type Wait = { timer: ReturnType<typeof setTimeout>; since: number };

/** Saves under way: one at a time for each draft, so that an older text never overtakes a newer one. */
const underWay = new Map<string, Promise<void>>();
const waits = new Map<string, Wait>();
let failures = 0;

/**
 * Keeps the drafts of this browser and those on the server the same while a page of the inbox is open: reads them at
 * the start, saves what was typed within two seconds, and tries again until it is there.
 */
export function startDraftSync(locationId: string, personId: string): () => void {
  ownDrafts(personId);
  let readAt = 0;
  let rereadTimer: ReturnType<typeof setTimeout> | null = null;

  async function read(): Promise<void> {
    if (rereadTimer !== null) clearTimeout(rereadTimer);
    rereadTimer = null;
    readAt = Date.now();
    try {
      await readDrafts(locationId);
      failures = 0;
    } catch (error) {
      if (isFinal(error)) return;
      rereadTimer = setTimeout(read, retryDelay());
    }
  }

  const stopListening = onDraftChange((key, origin) => {
    if (!readRecord(key).isChanged) return forgetWait(key);
    if (origin === 'elsewhere') return waits.has(key) ? undefined : schedule(key, otherTabMs);
    // What is sent or cleared is gone at once, before another browser shows it.
    schedule(key, contentOf(readRecord(key).draft) === null ? 0 : restMs, longestMs);
  });
  function leave(): void {
    storeDrafts();
    for (const key of waits.keys()) void save(key, { isLeaving: true });
  }
  function onVisibility(): void {
    if (document.visibilityState === 'hidden') leave();
    else if (Date.now() - readAt > rereadMs) void read();
  }
  function onOnline(): void {
    failures = 0;
    void read();
    saveChanged();
  }

  void read();
  saveChanged();
  window.addEventListener('pagehide', leave);
  window.addEventListener('online', onOnline);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    storeDrafts();
    stopListening();
    if (rereadTimer !== null) clearTimeout(rereadTimer);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('online', onOnline);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}

/** Saves everything now, as far as the server can be reached. */
export async function flushDrafts(): Promise<void> {
  const changed = draftKeys().filter((key) => readRecord(key).isChanged);
  await Promise.all(changed.map((key) => save(key)));
}

async function readDrafts(locationId: string): Promise<void> {
  const before = new Map(draftKeys().map((key) => [key, readRecord(key)]));
  const saved = await fetchDrafts(locationId);
  const found = new Set<string>();
  for (const draft of saved) {
    const key = draftKey(locationId, draft.conversationId, draft.channel);
    found.add(key);
    const record = readRecord(key);
    const merged = mergeListed(record, draft);
    if (merged !== record) writeRecord(key, merged, 'elsewhere');
  }
  for (const [key, record] of before) {
    // Gone from the server: whether it was sent elsewhere or only let go there, saving it tells.
    const isMissing = record.version > 0 && !found.has(key) && placeOfKey(key).locationId === locationId;
    if (isMissing && readRecord(key) === record && contentOf(record.draft))
      void save(key, { isAsking: true });
  }
}

function saveChanged(): void {
  for (const key of draftKeys()) if (readRecord(key).isChanged) schedule(key, 0);
}

function schedule(key: string, afterMs: number, latestMs = Number.POSITIVE_INFINITY): void {
  const now = Date.now();
  const wait = waits.get(key);
  // While the server cannot be reached, typing does not press it: the next try is on its way.
  if (wait && failures > 0) return;
  const since = wait?.since ?? now;
  const dueAt = Math.min(now + afterMs, since + latestMs);
  if (wait) clearTimeout(wait.timer);
  waits.set(key, { since, timer: setTimeout(() => void save(key), Math.max(0, dueAt - now)) });
}

function forgetWait(key: string): void {
  const wait = waits.get(key);
  if (wait) clearTimeout(wait.timer);
  waits.delete(key);
}

type SaveHow = { isLeaving?: boolean; isAsking?: boolean };

async function save(key: string, how: SaveHow = {}): Promise<void> {
  // First: the entry of a timer that has run would keep a failure of the one under way from being tried again.
  forgetWait(key);
  const before = underWay.get(key);
  // The one under way saves what is newer by itself.
  if (before) return before;
  const saving = saveUntilDone(key, how).finally(() => underWay.delete(key));
  underWay.set(key, saving);
  return saving;
}

async function saveUntilDone(key: string, how: SaveHow): Promise<void> {
  const place = placeOfKey(key);
  const channel = channelSchema.safeParse(place.channel);
  if (!channel.success) return;
  let isAsking = how.isAsking ?? false;
  for (let record = readRecord(key); isAsking || isToSave(record); record = readRecord(key)) {
    isAsking = false;
    const change = {
      channel: channel.data,
      content: contentOf(record.draft),
      baseVersion: record.version,
    };
    try {
      const answer = await saveDraft(place, change, { isLeaving: how.isLeaving ?? false });
      failures = 0;
      writeRecord(key, afterSave(readRecord(key), record, answer), 'elsewhere');
    } catch (error) {
      if (!isFinal(error)) schedule(key, retryDelay());
      return;
    }
    // Where somebody goes on writing there is a pause before the next one, and what follows a refusal goes at once.
    if (readRecord(key).draft !== record.draft) {
      if (isToSave(readRecord(key))) schedule(key, restMs, longestMs);
      return;
    }
  }
}

/** While two versions wait for the person to choose, neither is written over the other. */
function isToSave({ isChanged, other }: DraftRecord): boolean {
  return isChanged && (other === null || other.version === null);
}

/** The server understood and will not take it: the next change is tried again, this one stays here. */
function isFinal(error: unknown): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
}

function retryDelay(): number {
  failures = Math.min(failures + 1, 10);
  return Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);
}
