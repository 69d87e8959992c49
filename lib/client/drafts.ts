import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';

const fileSchema = z.object({
  localId: z.string(),
  name: z.string(),
  sizeBytes: z.number(),
  state: z.enum(['uploading', 'done', 'failed']),
  /** 0 to 1. */
  progress: z.number(),
  uploadId: z.nullable(z.string()),
  error: z.nullable(z.string()),
});
export type DraftFile = z.infer<typeof fileSchema>;

const draftSchema = z.object({
  text: z.string(),
  subject: z.nullable(z.string()),
  cc: z.string(),
  bcc: z.string(),
  files: z.array(fileSchema),
  /** A send whose answer never came: the same text goes out under the same id, so that it cannot go out twice. */
  attempt: z.nullable(z.object({ clientId: z.string(), fingerprint: z.string() })),
});
export type Draft = z.infer<typeof draftSchema>;

export const emptyDraft: Draft = { text: '', subject: null, cc: '', bcc: '', files: [], attempt: null };

const keyPrefix = 'parley.draft/';

/** One draft for each conversation and channel. */
export function draftKey(locationId: string, conversationId: string, channel: string): string {
  return `${keyPrefix}${locationId}/${conversationId}/${channel}`;
}

const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

export function readDraft(key: string): Draft {
  const known = drafts.get(key);
  if (known) return known;
  const stored = readStored(key);
  drafts.set(key, stored);
  return stored;
}

/** Written at once, outside React: what was typed outlives the component, and a send that fails finds its way back. */
export function changeDraft(key: string, change: (draft: Draft) => Draft): void {
  const next = change(readDraft(key));
  drafts.set(key, next);
  store(key, next);
  for (const listener of listeners) listener();
}

export function useDraft(key: string): Draft {
  return useSyncExternalStore(
    subscribe,
    () => readDraft(key),
    () => emptyDraft,
  );
}

/** How many drafts hold something that signing out would take away. */
export function countDrafts(): number {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(keyPrefix));
    return keys.filter((key) => !isEmptyDraft(readDraft(key))).length;
  } catch {
    return [...drafts.values()].filter((draft) => !isEmptyDraft(draft)).length;
  }
}

function isEmptyDraft(draft: Draft): boolean {
  return !draft.text.trim() && draft.files.length === 0 && !draft.cc.trim() && !draft.bcc.trim();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readStored(key: string): Draft {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

function store(key: string, draft: Draft): void {
  try {
    // A file that was still under way has to be picked again: the browser does not keep it.
    const kept = { ...draft, files: draft.files.filter(({ state }) => state === 'done') };
    if (isEmptyDraft(kept) && !kept.attempt && kept.subject === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Storage is full or off: the draft still lives in this tab.
  }
}
