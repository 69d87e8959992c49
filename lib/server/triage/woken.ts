import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import type { ConversationRow } from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';
import { rowsOfKept } from './kept-list';
import { stateRows } from './kept-rows';
import { Given } from './merged-place';
import type { Asking } from './prove';
import { wakeDue } from './states';
import { withTeam } from './with-team';

/** What came back at once beyond this stands in its own place: a page that begins with more would show nothing else. */
const maxOnTop = 30;
/** In no cursor of the search itself. */
const divider = '~';

/**
 * What a snooze brought back and nobody has looked at, last one first: GHL's order has it where its last message stands,
 * perhaps days down the list.
 */
export async function wokenRows(
  ghl: GhlClient,
  filter: ListFilter,
  asked: Asking,
): Promise<ConversationRow[]> {
  const { locationId } = ghl;
  await wakeDue(locationId, asked.now);
  const place = { locationId, filter, now: asked.now, recentFrom: 0 };
  const { rows } = await stateRows('woke', place, null, maxOnTop);
  if (rows.length === 0) return [];
  const drawn = await withTeam(ghl, await rowsOfKept(ghl, rows, asked.priority), asked);
  return drawn.filter(isWoken);
}

/** A row that stands on top already. One that somebody has looked at since is given in its own place. */
export function isOnTop(row: ConversationRow, top: Given): boolean {
  return top.has(row.id) && (row.kind === 'unreadable' || isWoken(row));
}

/** The place in the search, and what stood above its first page. */
export function writeOpenPlace(cursor: string | null, top: Given): string | null {
  return cursor === null || top.size === 0 ? cursor : `${cursor}${divider}${top.key}`;
}

export function readOpenPlace(place: string | null): { cursor: string | null; top: Given } {
  const [cursor = null, key = ''] = place?.split(divider) ?? [];
  return { cursor, top: Given.read(key) };
}

function isWoken(row: ConversationRow): boolean {
  return row.kind === 'conversation' && row.team.kind === 'open' && row.team.snoozeEndedAt !== undefined;
}
