import 'server-only';
import type { ConversationFilter, ConversationPage } from '@/lib/shared/contract/conversation';
import type { GhlClient, ReadOptions } from './client';
import { filterKey, type Place, readCursor, writeCursor } from './conversation-cursor';
import { maxSearchRows, searchOnce, searchQuery } from './conversation-query';
import type { PlacedRow } from './conversation-wire';
import { tiedGroup } from './tied-group';

/** Enough to get past a group of equal rows; a search that still finds nothing new ends there. */
const maxStepsPerPage = 4;
const defaultPageSize = 30;
const keptMs = 3_000;

/**
 * One page of the list. GHL's own paging loses rows that share a value across the edge of a page; this one neither
 * loses nor repeats any (`tied-group.ts` says what remains of that for more than 100 equal rows).
 */
export async function searchConversations(
  ghl: GhlClient,
  filter: ConversationFilter,
  options: ReadOptions & { cursor?: string | null; limit?: number } = {},
): Promise<ConversationPage> {
  const { cursor = null, limit = defaultPageSize } = options;
  const place = cursor === null ? null : readCursor(cursor, ghl.locationId, filter);
  const pageSize = Math.min(Math.max(1, limit), maxSearchRows);
  const key = `conversations:${pageSize}:${cursor ?? ''}:${filterKey(filter)}`;
  return ghl.reads.read(
    key,
    keptMs,
    (shared) => searchPage(ghl, filter, { place, pageSize }, shared),
    options,
  );
}

type Step = { page: PlacedRow[]; total: number; next: Place | null };

/** The page that begins at the place; null is the top of the list. */
async function searchPage(
  ghl: GhlClient,
  filter: ConversationFilter,
  { place, pageSize }: { place: Place | null; pageSize: number },
  options: ReadOptions,
): Promise<ConversationPage> {
  let from = place;
  for (let steps = 1; ; steps += 1) {
    const { page, total, next } =
      from?.tiedAfter === undefined
        ? await listStep(ghl, filter, from, pageSize, options)
        : await tiedStep(ghl, filter, { ...from, tiedAfter: from.tiedAfter }, pageSize, options);
    if (page.length > 0 || next === null || steps === maxStepsPerPage) {
      return {
        conversations: page.map(({ row }) => row),
        total,
        nextCursor: next && writeCursor(next, ghl.locationId, filter),
        isPartial: false,
      };
    }
    from = next;
  }
}

async function listStep(
  ghl: GhlClient,
  filter: ConversationFilter,
  place: Place | null,
  pageSize: number,
  options: ReadOptions,
): Promise<Step> {
  const step = stepOf(filter);
  const limit = Math.min(maxSearchRows, pageSize + (place?.skip.length ?? 0));
  // One step back from an exclusive cursor: the rows that share the last value are asked for again.
  const startAfterDate = place ? place.after + step : undefined;
  const query = { ...searchQuery(filter), startAfterDate, limit };
  const { rows, count, total } = await searchOnce(ghl, query, options);
  const given = new Set(place?.skip);
  const fresh = rows.filter(({ row }) => !given.has(row.id));
  const page = fresh.slice(0, pageSize);
  const isLast = count < limit && fresh.length <= pageSize;
  return { page, total, next: isLast ? null : nextPlace(place, page, step) };
}

/** Where the next page begins; null when the answer gives nothing to go on from. */
function nextPlace(place: Place | null, page: PlacedRow[], step: number): Place | null {
  // Nothing but rows given before: the group is larger than one answer of GHL.
  if (page.length === 0) return place && { ...place, tiedAfter: '' };
  const after = page.findLast(({ sortValue }) => sortValue !== null)?.sortValue ?? place?.after;
  if (after === undefined) return null;
  // A list that runs backwards has no end.
  if (place && (after - place.after) * step > 0) return null;
  const tied = page.filter(({ sortValue }) => sortValue === null || sortValue === after);
  const before = place?.after === after ? place.skip : [];
  return { after, skip: [...before, ...tied.map(({ row }) => row.id)] };
}

/** The rest of a group that shares one value, by id; then on behind the group. */
async function tiedStep(
  ghl: GhlClient,
  filter: ConversationFilter,
  place: Required<Place>,
  pageSize: number,
  options: ReadOptions,
): Promise<Step> {
  const step = stepOf(filter);
  const { rows, total } = await tiedGroup(ghl, filter, place.after, step, options);
  const given = new Set(place.skip);
  const left = rows
    .filter(({ row }) => row.id > place.tiedAfter && !given.has(row.id))
    .sort((one, other) => (one.row.id < other.row.id ? -1 : 1));
  const page = left.slice(0, pageSize);
  const last = page.at(-1);
  const isMore = last !== undefined && left.length > page.length;
  const next = isMore ? { ...place, tiedAfter: last.row.id } : { after: place.after - step, skip: [] };
  return { page, total, next };
}

/** From one value to the one before it in the order of the list. */
function stepOf(filter: ConversationFilter): number {
  return filter.sort === 'oldest' ? -1 : 1;
}
