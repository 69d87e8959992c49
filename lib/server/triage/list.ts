import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { searchConversations } from '@/lib/server/ghl/conversation-search';
import type { Priority } from '@/lib/server/ghl/priority';
import type {
  ConversationFilter,
  ConversationPage,
  ConversationRow,
} from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';
import { keptList } from './kept-list';
import { Given } from './merged-place';
import { mergedSearch } from './merged-search';
import { openCount } from './open-count';
import { dropAgreed } from './own-values';
import { asking } from './prove';
import { hasChannel, hasTag, stillFits } from './row-filter';
import { maxUpstreamPages, plannedSearches } from './searches';
import { withTeam } from './with-team';
import { isOnTop, readOpenPlace, wokenRows, writeOpenPlace } from './woken';

const defaultPageSize = 30;
const maxPageSize = 100;

type Options = { cursor?: string | null; limit?: number; priority?: Priority; now?: number };

/** One page of a list as the team sees it: GHL's search without what the team has put away, or a list of our own. */
export async function listConversations(
  ghl: GhlClient,
  filter: ListFilter,
  { cursor = null, limit = defaultPageSize, priority, now = Date.now() }: Options = {},
): Promise<ConversationPage> {
  if (filter.view === 'open' || filter.view === 'all')
    return searchedList(ghl, filter, { cursor, limit, priority, now });
  return keptList(ghl, filter, { cursor, limit, priority, now });
}

async function searchedList(
  ghl: GhlClient,
  filter: ListFilter,
  {
    cursor,
    limit,
    priority,
    now,
  }: { cursor: string | null; limit: number; priority?: Priority; now: number },
): Promise<ConversationPage> {
  const { searches, isSifted } = plannedSearches(filter);
  const asked = asking(priority, now);
  const isOpen = filter.view === 'open';
  const onTop =
    isOpen && cursor === null
      ? (await wokenRows(ghl, filter, asked)).filter((row) => isShown(row, filter))
      : [];
  const place = isOpen ? readOpenPlace(cursor) : { cursor, top: new Given([]) };
  const top = place.top.with(onTop.map(({ id }) => id));
  const found: ConversationRow[] = [];
  let next = place.cursor;
  let total = 0;
  let upstreamPages = 0;
  do {
    // The first page is often enough; once much is left out, larger ones save calls.
    const pageSize = upstreamPages === 0 ? limit : maxPageSize;
    const page = await searchPage(ghl, searches, { cursor: next, limit: pageSize, priority });
    if (upstreamPages === 0) total = page.total;
    dropAgreed(ghl.locationId, page.conversations);
    const rows = await withTeam(ghl, page.conversations, asked);
    found.push(...rows.filter((row) => isShown(row, filter) && !isOnTop(row, top)));
    next = page.nextCursor;
    upstreamPages += searches.length;
  } while (next !== null && found.length < limit && upstreamPages + searches.length <= maxUpstreamPages);
  const isPartial = next !== null && found.length < limit;
  // The search may know newer of one than we had kept: then it is not what came back any more.
  const again = new Set(found.map(({ id }) => id));
  const conversations = [...onTop.filter(({ id }) => !again.has(id)), ...found];
  const page = { conversations, nextCursor: writeOpenPlace(next, top), isPartial };
  // Nobody but us knows how many these are, and of what came before this page nothing is known here.
  if (isSifted)
    return { ...page, total: conversations.length, isTotalAtLeast: next !== null || cursor !== null };
  if (filter.view === 'all' || cursor !== null) return { ...page, total };
  if (next === null) return { ...page, total: conversations.length };
  const { count, isAtLeast } = await openCount(ghl, filter, { total, priority, now });
  return { ...page, total: Math.max(conversations.length, count), isTotalAtLeast: isAtLeast };
}

function searchPage(
  ghl: GhlClient,
  searches: readonly ConversationFilter[],
  options: { cursor: string | null; limit: number; priority?: Priority },
): Promise<ConversationPage> {
  const [only] = searches;
  if (only && searches.length === 1) return searchConversations(ghl, only, options);
  return mergedSearch(ghl, searches, options);
}

function isShown(row: ConversationRow, filter: ListFilter): boolean {
  if (!hasChannel(row, filter.channel) || !hasTag(row, filter.tags) || !stillFits(row, filter)) return false;
  return filter.view === 'all' || row.kind === 'unreadable' || row.team.kind === 'open';
}
