import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { GhlError } from '@/lib/server/ghl/errors';
import type { Priority } from '@/lib/server/ghl/priority';
import { listUsers } from '@/lib/server/ghl/users';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';
import type { SavedView } from '@/lib/shared/contract/saved-view';
import type { ViewCounts } from '@/lib/shared/contract/triage';
import { apiFilter, filterFromSearch } from '@/lib/shared/inbox-address';
import { linkedUserId } from '@/lib/shared/linked-user';
import { countByGhl, waitingCount } from './counts';
import { inTurn } from './in-turn';
import { stateRows } from './kept-rows';
import { openCount } from './open-count';
import { lookBackMs } from './scan';
import { searchesOf } from './searches';

/** They move slowly, and each costs calls: so long a number stands. */
const keptMs = 60_000;
/** Of GHL's searches, for all views of a person together: what goes beyond has no number. */
const maxSearches = 24;
const countsAtOnce = 4;

type Count = ViewCounts[string];
type Options = { priority?: Priority; now?: number };

/** How many each saved view holds, by its id, as far as that can be told: a number that could be wrong is left out. */
export async function savedCounts(
  ghl: GhlClient,
  person: { email: string; ghlUserId: string | null },
  views: readonly SavedView[],
  { priority, now = Date.now() }: Options = {},
): Promise<ViewCounts> {
  if (views.length === 0) return {};
  const me = linkedUserId(await listUsers(ghl, { priority }), person);
  const counts: ViewCounts = {};
  let searches = 0;
  const countable = views.flatMap(({ id, search }) => {
    const { filter } = filterFromSearch(new URLSearchParams(search));
    const asked = apiFilter(filter, me);
    // Days begin when the viewer's do, and where that is only the browser knows.
    if (!asked || filter.from || filter.to) return [];
    searches += isSearched(asked) ? searchesOf(asked).length : 0;
    return searches > maxSearches ? [] : { id, asked };
  });
  await inTurn(countable, countsAtOnce, async ({ id, asked }) => {
    const count = await countOf(ghl, asked, { priority, now }).catch((error: unknown) => {
      // One that GHL refuses to count takes no number from the others.
      if (error instanceof GhlError) return null;
      throw error;
    });
    if (count) counts[id] = count;
  });
  return counts;
}

async function countOf(
  ghl: GhlClient,
  filter: ListFilter,
  { priority, now }: { priority?: Priority; now: number },
): Promise<Count | null> {
  const { locationId } = ghl;
  const asked = { locationId, filter, now, recentFrom: filter.reach === 'all' ? 0 : now - lookBackMs };
  if (filter.view === 'waiting') return waitingCount(asked);
  if (filter.view === 'done' || filter.view === 'snoozed')
    return { count: (await stateRows(filter.view, asked, null, 1)).total, isAtLeast: false };
  // GHL's search knows no tags.
  if (filter.tags) return null;
  if (filter.view === 'open') return openCount(ghl, filter, { priority, now, forMs: keptMs });
  const totals = await Promise.all(
    searchesOf(filter).map((search) => countByGhl(ghl, search, priority, keptMs)),
  );
  return { count: totals.reduce((sum, each) => sum + each, 0), isAtLeast: false };
}

function isSearched({ view, tags }: ListFilter): boolean {
  return (view === 'open' || view === 'all') && !tags;
}
