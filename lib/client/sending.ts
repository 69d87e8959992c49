import * as z from 'zod/mini';
import { mergedDraft } from './draft-merge';
import { sendingPrefix } from './draft-store';
import { type Draft, draftSchema } from './drafts';
import { changeDraft } from './use-draft';

/** Younger than this it may be another tab that is just sending it. */
const settledAfterMs = 15_000;

const sendingSchema = z.object({ draftKey: z.string(), draft: draftSchema, startedAt: z.number() });
type Sending = z.infer<typeof sendingSchema>;

/** Sends of this tab. Those of a tab that crashed are in the storage alone. */
const ours = new Map<string, Sending>();

/** Keeps a draft while it is being sent: cleared from the box, but not gone if the tab is. */
export function keepSending(clientId: string, draftKey: string, draft: Draft): void {
  const sending = { draftKey, draft, startedAt: Date.now() };
  ours.set(clientId, sending);
  try {
    localStorage.setItem(sendingPrefix + clientId, JSON.stringify(sending));
  } catch {
    // Without storage it lives as long as the tab.
  }
}

/** The answer has come: the text is in the thread now. */
export function dropSending(clientId: string): void {
  ours.delete(clientId);
  try {
    localStorage.removeItem(sendingPrefix + clientId);
  } catch {
    // There was nothing kept.
  }
}

/** Puts a draft back into its own box, whichever is open now, in front of what was typed meanwhile. */
export function restoreSending(clientId: string): void {
  const sending = ours.get(clientId);
  if (sending) changeDraft(sending.draftKey, (now) => mergedDraft({ ...sending.draft, clientId }, now));
  dropSending(clientId);
}

/** Brings back what a tab was sending when it crashed. Sent again it has the same id, so it cannot go out twice. */
export function recoverSendings(now = Date.now()): void {
  for (const [clientId, sending] of storedSendings()) {
    if (ours.has(clientId) || now - sending.startedAt < settledAfterMs) continue;
    ours.set(clientId, sending);
    restoreSending(clientId);
  }
}

function storedSendings(): [string, Sending][] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(sendingPrefix));
    return keys.flatMap((key): [string, Sending][] => {
      const parsed = sendingSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
      return parsed.success ? [[key.slice(sendingPrefix.length), parsed.data]] : [];
    });
  } catch {
    return [];
  }
}

/** Once at the start, and once more when what was young then has had its time. */
export function watchSendings(): () => void {
  recoverSendings();
  const timer = setTimeout(() => recoverSendings(), settledAfterMs);
  return () => clearTimeout(timer);
}
