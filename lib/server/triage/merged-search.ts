import 'server-only';
import { createHash } from 'node:crypto';
import type { GhlClient, ReadOptions } from '@/lib/server/ghl/client';
import type { PlacedRow } from '@/lib/server/ghl/conversation-wire';
import { type EdgeRows, searchFromEdge } from '@/lib/server/ghl/edge-search';
import type {
  ConversationFilter,
  ConversationPage,
  ConversationRow,
} from '@/lib/shared/contract/conversation';
import { Given, type MergedPlace, type PartState, readPlace, writePlace } from './merged-place';

type Dated = { row: ConversationRow; at: number };
type Part = Omit<EdgeRows, 'rows'> & { rows: Dated[] };

/**
 * One page of several searches as one list by time: GHL takes one channel at a time. Every row comes once, rows of
 * equal time too. The page is as long as is certain: to where the first of the searches would have to be asked again.
 */
export async function mergedSearch(
  ghl: GhlClient,
  filters: readonly ConversationFilter[],
  { cursor, ...options }: ReadOptions & { cursor: string | null; limit: number },
): Promise<ConversationPage> {
  const of = createHash('sha256')
    .update(JSON.stringify([ghl.locationId, filters]))
    .digest('base64url')
    .slice(0, 12);
  const place = cursor === null ? null : readPlace(cursor, of, filters.length);
  // Times run down in a list of the newest first; turned round, the same comparisons hold for the other order.
  const sign = filters[0]?.sort === 'oldest' ? -1 : 1;
  const parts = await Promise.all(
    filters.map((filter, index) => partOf(ghl, filter, place, { index, sign, ...options })),
  );
  const going = parts.filter((part) => part !== null);
  // Beyond the last row of a page that is not the last one, its search may hold rows that belong in between.
  const certain = Math.max(
    Number.NEGATIVE_INFINITY,
    ...going.filter(({ isEnd }) => !isEnd).map(({ rows }) => rows.at(-1)?.at ?? Number.NEGATIVE_INFINITY),
  );
  const rows = going
    .flatMap((part) => part.rows.filter(({ at }) => at >= certain))
    .sort((one, other) => other.at - one.at);
  const from = place && place.edge * sign;
  const edge = rows.at(-1)?.at ?? from ?? 0;
  const states = parts.map((part): PartState => {
    if (part === null || isUsedUp(part, certain)) return 'end';
    return part.isTied && edge === from ? 'tied' : 'list';
  });
  const ended = parts.reduce(
    (sum, part) => sum + (part && isUsedUp(part, certain) ? part.total : 0),
    place?.ended ?? 0,
  );
  const before = place && edge === from ? place.given : new Given([]);
  const given = before.with(rows.filter(({ at }) => at === edge).map(({ row }) => row.id));
  const next: MergedPlace = { edge: edge * sign, given, parts: states, ended };
  return {
    conversations: rows.map(({ row }) => row),
    total: (place?.ended ?? 0) + going.reduce((sum, part) => sum + part.total, 0),
    nextCursor: states.every((state) => state === 'end') ? null : writePlace(behindFull(next, sign), of),
    isPartial: false,
  };
}

type PartOptions = ReadOptions & { index: number; sign: 1 | -1; limit: number };

async function partOf(
  ghl: GhlClient,
  filter: ConversationFilter,
  place: MergedPlace | null,
  { index, sign, ...options }: PartOptions,
): Promise<Part | null> {
  const state = place?.parts[index] ?? 'list';
  if (state === 'end') return null;
  const edge = place && {
    value: place.edge,
    given: place.given,
    key: place.given.key,
    isTied: state === 'tied',
  };
  const { rows, ...rest } = await searchFromEdge(ghl, filter, edge, options);
  return { ...rest, rows: dated(rows, sign, place ? place.edge * sign : Number.MAX_SAFE_INTEGER) };
}

function isUsedUp({ rows, isEnd }: Part, certain: number): boolean {
  return (isEnd || rows.length === 0) && rows.every(({ at }) => at >= certain);
}

/** A row without a time is as old as the next one, so that it is not asked for again once it was given. */
function dated(rows: readonly PlacedRow[], sign: 1 | -1, newest: number): Dated[] {
  const times = rows.map(({ sortValue }) => (sortValue === null ? null : sortValue * sign));
  let last = newest;
  return rows.map(({ row }, index) => {
    const at = times.slice(index).find((time) => time !== null) ?? last;
    last = Math.min(last, at);
    return { row, at: last };
  });
}

/** More rows of one time than a cursor holds: the list goes on behind them. */
function behindFull(place: MergedPlace, sign: 1 | -1): MergedPlace {
  return place.given.isFull ? { ...place, edge: place.edge - sign, given: new Given([]) } : place;
}
