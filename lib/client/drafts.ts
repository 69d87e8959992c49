import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { draftContentSchema } from '@/lib/shared/contract/draft';
import { newClientId } from './client-id';

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

/**
 * A draft as this browser has it, with files that are on their way. `clientId` is the id that it will be sent under,
 * from its first letter on and in every tab: neither a lost answer nor a second tab can send it twice.
 */
export const draftSchema = z.extend(draftContentSchema, { files: z.array(fileSchema) });
export type Draft = z.infer<typeof draftSchema>;

export const emptyDraft: Draft = draftSchema.parse({ text: '', files: [] });

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
  const changed = change(readDraft(key));
  const next = isEmptyDraft(changed) ? changed : { ...changed, clientId: changed.clientId ?? newClientId() };
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

/** Two drafts in one, nothing of either lost: what came back first, then what was typed meanwhile. */
export function mergedDraft(back: Draft, now: Draft): Draft {
  const joined = (a: string, b: string, by: string) => [a, b].filter((part) => part.trim()).join(by);
  return {
    ...back,
    text: joined(back.text, now.text, '\n\n'),
    subject: now.subject ?? back.subject,
    cc: joined(back.cc, now.cc, ', '),
    bcc: joined(back.bcc, now.bcc, ', '),
    files: [...back.files, ...now.files],
    clientId: back.clientId,
  };
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
  window.addEventListener('storage', forgetStale);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', forgetStale);
  };
}

/** Another tab changed, sent or, at sign-out, removed a draft: what it left counts. */
function forgetStale({ key }: StorageEvent): void {
  if (key !== null && !key.startsWith(keyPrefix)) return;
  if (key === null) drafts.clear();
  else drafts.delete(key);
  for (const listener of listeners) listener();
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
    if (isEmptyDraft(kept) && kept.subject === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Storage is full or off: the draft still lives in this tab.
  }
}
