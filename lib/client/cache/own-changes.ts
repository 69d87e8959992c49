import type { ConversationPage, ConversationPatch } from '@/lib/shared/contract/conversation';
import { withPatch } from './conversation-pages';

/** GHL's search answers from an index that lags behind: for this long our own change counts for more. */
export const ownChangeMs = 60_000;

type OwnChange = { patch: ConversationPatch; until: number };
export type OwnChanges = ReadonlyMap<string, OwnChange>;

export function withOwnChange(
  changes: OwnChanges,
  id: string,
  patch: ConversationPatch,
  now: number,
): OwnChanges {
  const kept = new Map([...changes].filter(([, change]) => change.until > now));
  kept.set(id, { patch: { ...kept.get(id)?.patch, ...patch }, until: now + ownChangeMs });
  return kept;
}

export function withoutOwnChange(changes: OwnChanges, id: string): OwnChanges {
  const kept = new Map(changes);
  kept.delete(id);
  return kept;
}

/** The pages as this person has just made them, until the index has caught up or the time is over. */
export function applyOwnChanges(
  pages: readonly ConversationPage[],
  changes: OwnChanges,
  now: number,
): ConversationPage[] {
  let result = [...pages];
  for (const [id, change] of changes) if (change.until > now) result = withPatch(result, id, change.patch);
  return result;
}
