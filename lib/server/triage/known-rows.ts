import 'server-only';
import { remember } from '@/lib/server/remember';
import type { Conversation, ConversationRow } from '@/lib/shared/contract/conversation';

/** Of each location: more than anybody scrolls through, and a few megabytes. */
const maxKept = 5_000;

/** Keeps what was just read of each conversation: an act on hundreds of them need not ask GHL for each again. */
export function keepRows(locationId: string, rows: readonly ConversationRow[]): void {
  const known = rowsOf(locationId);
  for (const row of rows) {
    if (row.kind !== 'conversation') continue;
    known.delete(row.id);
    known.set(row.id, row);
  }
  for (const oldest of known.keys()) {
    if (known.size <= maxKept) break;
    known.delete(oldest);
  }
}

export function knownRow(locationId: string, id: string): Conversation | null {
  return rowsOf(locationId).get(id) ?? null;
}

export function forgetRow(locationId: string, id: string): void {
  rowsOf(locationId).delete(id);
}

function rowsOf(locationId: string): Map<string, Conversation> {
  const all = remember('known-rows', () => new Map<string, Map<string, Conversation>>());
  const known = all.get(locationId) ?? new Map<string, Conversation>();
  all.set(locationId, known);
  return known;
}
