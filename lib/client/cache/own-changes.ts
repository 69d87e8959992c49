import type { ConversationPage, ConversationRow } from '@/lib/shared/contract/conversation';
import { patched, type RowPatch, timeOf, withRows } from './conversation-pages';

/** GHL's search answers from an index that lags behind: for this long our own change counts for more. */
export const ownChangeMs = 60_000;
/** For so long after that it is still remembered, to say where GHL's value has come back. */
export const overruledMs = 90_000;

/** `seenUpTo`: the last message when the person acted. What they made of it says nothing of a newer one. */
export type NewChange = { id: string; patch: RowPatch; seenUpTo: number | null };
type OwnChange = { patch: RowPatch; seenUpTo: number | null; until: number };
export type OwnChanges = ReadonlyMap<string, OwnChange>;

export function withOwnChanges(changes: OwnChanges, added: Iterable<NewChange>, now: number): OwnChanges {
  const kept = new Map([...changes].filter(([, change]) => change.until + overruledMs > now));
  for (const { id, patch, seenUpTo } of added) {
    const known = kept.get(id);
    const before = known && known.until > now ? known.patch : {};
    kept.set(id, { patch: { ...before, ...patch }, seenUpTo, until: now + ownChangeMs });
  }
  return kept;
}

export function withoutOwnChanges(changes: OwnChanges, ids: Iterable<string>): OwnChanges {
  const kept = new Map(changes);
  for (const id of ids) kept.delete(id);
  return kept;
}

/** The pages as this person has just made them, until the index has caught up or the time is over. */
export function applyOwnChanges(
  pages: readonly ConversationPage[],
  changes: OwnChanges,
  now: number,
): readonly ConversationPage[] {
  if (changes.size === 0) return pages;
  return withRows(pages, (row) => withOwnChange(row, changes, now));
}

/** One row the same way; null when it was deleted. */
export function withOwnChange<Row extends ConversationRow>(
  row: Row,
  changes: OwnChanges,
  now: number,
): Row | null {
  const change = changes.get(row.id);
  if (!change || change.until <= now) return row;
  if (change.patch.isDeleted) return null;
  const at = timeOf(row);
  const isNews = at !== null && change.seenUpTo !== null && at > change.seenUpTo;
  return patched(row, isNews ? { ...change.patch, team: undefined, isUnread: undefined } : change.patch);
}
