import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { filterKey } from '@/lib/server/ghl/conversation-cursor';
import { maxSearchRows, searchOnce, searchQuery } from '@/lib/server/ghl/conversation-query';
import type { Priority } from '@/lib/server/ghl/priority';
import type { ConversationFilter, ConversationRow } from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';
import { countHidden, hiddenAmong } from './kept-rows';
import { withOwnValues } from './own-values';
import { stillFits } from './row-filter';
import { searchesOf } from './searches';

const keptMs = 10_000;

type Options = {
  priority?: Priority;
  now: number;
  /** As GHL has just counted it, what is put away included. */
  total?: number;
  forMs?: number;
};

/**
 * How many are open: exactly while GHL can show all that match at once, and where nothing is put away. Beyond that it is
 * GHL's count without what we know to be put away, some of which may be gone from GHL: at least so many.
 */
export async function openCount(
  ghl: GhlClient,
  filter: ListFilter,
  { priority, now, total, forMs = keptMs }: Options,
): Promise<{ count: number; isAtLeast: boolean }> {
  const { locationId } = ghl;
  const hidden = await countHidden(locationId, filter, now);
  if (total !== undefined && (hidden === 0 || total > maxSearchRows))
    return { count: Math.max(0, total - hidden), isAtLeast: hidden > 0 };
  const found = await Promise.all(
    searchesOf(filter).map((search) => firstRows(ghl, search, priority, forMs)),
  );
  const all = found.reduce((sum, each) => sum + each.total, 0);
  if (found.some(({ rows, total: count }) => rows.length < count))
    return { count: Math.max(0, all - hidden), isAtLeast: hidden > 0 };
  const rows = withOwnValues(
    locationId,
    found.flatMap((each) => each.rows),
    now,
  ).filter((row) => stillFits(row, filter));
  const ids = rows.map(({ id }) => id);
  return { count: ids.length - (await hiddenAmong(locationId, ids, now)), isAtLeast: false };
}

/** As many as GHL gives at once, and how many there are. Dropped, like every list, when something is written. */
function firstRows(
  ghl: GhlClient,
  filter: ConversationFilter,
  priority: Priority | undefined,
  forMs: number,
): Promise<{ rows: ConversationRow[]; total: number }> {
  return ghl.reads.read(
    `conversations:first:${filterKey(filter)}`,
    forMs,
    async (shared) => {
      const { rows, total } = await searchOnce(ghl, { ...searchQuery(filter), limit: maxSearchRows }, shared);
      return { rows: rows.map(({ row }) => row), total };
    },
    { priority },
  );
}
