import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { filterKey } from '@/lib/server/ghl/conversation-cursor';
import { searchOnce, searchQuery } from '@/lib/server/ghl/conversation-query';
import type { Priority } from '@/lib/server/ghl/priority';
import { listUsers } from '@/lib/server/ghl/users';
import type { ConversationFilter } from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';
import type { ViewCounts } from '@/lib/shared/contract/triage';
import { linkedUserId } from '@/lib/shared/linked-user';
import { stateRows, waitingRows } from './kept-rows';
import { openCount } from './open-count';
import { lookBackMs, scanned } from './scan';
import { scanOf } from './scan-store';
import { hasUnreadThreads } from './waiting-store';

const keptMs = 10_000;
const all: ListFilter = { view: 'all', status: 'all', sort: 'newest', reach: 'recent' };

/**
 * How many each view holds. `mine` is there for who has a GHL user, by email. Open, mine and unread are
 * "at least" where something is put away and GHL cannot show all that match at once.
 */
export async function viewCounts(
  ghl: GhlClient,
  person: { email: string; ghlUserId: string | null },
  { priority, now = Date.now() }: { priority?: Priority; now?: number } = {},
): Promise<ViewCounts> {
  const { locationId } = ghl;
  await scanned(ghl, now);
  const users = await listUsers(ghl, { priority });
  const me = linkedUserId(users, person);
  const ghlCount = (filter: Partial<ConversationFilter>) => countByGhl(ghl, filter, priority);
  const countOpen = (filter: Partial<ListFilter>) =>
    openCount(ghl, { ...all, view: 'open', ...filter }, { priority, now });
  const exactly = async (total: Promise<number>) => ({ count: await total, isAtLeast: false });
  const asked = { locationId, filter: all, now, recentFrom: now - lookBackMs };
  const [open, unread, mine, starred, total, waiting, snoozed, done] = await Promise.all([
    countOpen({}),
    countOpen({ status: 'unread' }),
    me ? countOpen({ assigned: [me] }) : null,
    exactly(ghlCount({ status: 'starred' })),
    exactly(ghlCount({})),
    waitingCount(asked),
    exactly(stateRows('snoozed', asked, null, 1).then((found) => found.total)),
    exactly(stateRows('done', asked, null, 1).then((found) => found.total)),
  ]);
  return { open, waiting, ...(mine ? { mine } : {}), unread, starred, snoozed, done, all: total };
}

export async function waitingCount(asked: Parameters<typeof waitingRows>[0]) {
  const { total } = await waitingRows(asked, null, 1);
  const scan = await scanOf(asked.locationId);
  const isAtLeast =
    (scan?.gaps.length ?? 0) > 0 || (await hasUnreadThreads(asked.locationId, asked.recentFrom));
  return { count: total, isAtLeast };
}

/** The total of a search for one row (CONTRACT 1.3). Dropped, like every list, when something is written. */
export function countByGhl(
  ghl: GhlClient,
  wanted: Partial<ConversationFilter>,
  priority: Priority | undefined,
  forMs = keptMs,
): Promise<number> {
  const filter: ConversationFilter = { status: 'all', sort: 'newest', ...wanted };
  return ghl.reads.read(
    `conversations:count:${filterKey(filter)}`,
    forMs,
    async (shared) => (await searchOnce(ghl, { ...searchQuery(filter), limit: 1 }, shared)).total,
    { priority },
  );
}
