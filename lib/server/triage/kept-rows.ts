import 'server-only';
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { people } from '@/lib/server/db/schema';
import { conversationStates, waiting } from '@/lib/server/db/triage-schema';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';
import { keptRowMatches } from './row-filter';
import type { NamedState, StateRow } from './states';
import type { WaitingRow } from './waiting-store';

/** A place in a list of ours: the last row given. */
export type KeptPlace = { at: number; id: string };
export type KeptRow = { at: number; state: NamedState | null; wait: WaitingRow | null };
type Asked = {
  locationId: string;
  filter: ListFilter;
  now: number;
  /** Of `waiting` alone: last messages older than this are left out. */
  recentFrom: number;
};

/** What is done or snoozed and not in doubt: what Open leaves out. */
function hiddenStates(locationId: string, now: number): SQL | undefined {
  return and(
    eq(conversationStates.locationId, locationId),
    eq(conversationStates.isDoubtful, false),
    or(
      eq(conversationStates.kind, 'done'),
      and(eq(conversationStates.kind, 'snoozed'), gt(conversationStates.until, new Date(now))),
    ),
  );
}

/** How many conversations of the filter Open leaves out. One whose row is not known counts: so the rest is "at least". */
export async function countHidden(locationId: string, filter: ListFilter, now: number): Promise<number> {
  const db = await database();
  const matches = keptRowMatches(conversationStates.row, filter);
  const [found] = await db
    .select({ count: count() })
    .from(conversationStates)
    .where(and(hiddenStates(locationId, now), matches && or(isNull(conversationStates.row), matches)));
  return found?.count ?? 0;
}

/** How many of these Open leaves out. */
export async function hiddenAmong(locationId: string, ids: readonly string[], now: number): Promise<number> {
  if (ids.length === 0) return 0;
  const db = await database();
  const [found] = await db
    .select({ count: count() })
    .from(conversationStates)
    .where(and(hiddenStates(locationId, now), inArray(conversationStates.conversationId, [...ids])));
  return found?.count ?? 0;
}

/**
 * The next rows of `done` (last closed first), `snoozed` (soonest first) or `woke` (last one back first), and how many
 * there are in all.
 */
export async function stateRows(
  kind: StateRow['kind'],
  { locationId, filter, now }: Asked,
  after: KeptPlace | null,
  limit: number,
): Promise<{ rows: KeptRow[]; total: number }> {
  const db = await database();
  const time = kind === 'done' ? conversationStates.setAt : conversationStates.until;
  const isUp = kind === 'snoozed' || filter.sort === 'oldest';
  const key = sql`(${time}, ${conversationStates.conversationId})`;
  const where = and(
    kind === 'woke' ? eq(conversationStates.locationId, locationId) : hiddenStates(locationId, now),
    eq(conversationStates.kind, kind),
    keptRowMatches(conversationStates.row, filter),
  );
  const edge = after && sql`(${new Date(after.at).toISOString()}::timestamptz, ${after.id})`;
  const rows = await db
    .select({ state: conversationStates, byName: people.name })
    .from(conversationStates)
    .leftJoin(people, eq(people.id, conversationStates.setBy))
    .where(and(where, edge ? (isUp ? sql`${key} > ${edge}` : sql`${key} < ${edge}`) : undefined))
    .orderBy(
      isUp ? asc(time) : desc(time),
      isUp ? asc(conversationStates.conversationId) : desc(conversationStates.conversationId),
    )
    .limit(limit);
  const [all] = await db.select({ count: count() }).from(conversationStates).where(where);
  return {
    rows: rows.map(({ state, byName }) => ({
      at: ((kind === 'done' ? state.setAt : state.until) ?? state.setAt).getTime(),
      state: { ...state, byName },
      wait: null,
    })),
    total: all?.count ?? 0,
  };
}

/** Those who wait, longest first. Who is done or snoozed does not. */
export async function waitingRows(
  { locationId, filter, now, recentFrom }: Asked,
  after: KeptPlace | null,
  limit: number,
): Promise<{ rows: KeptRow[]; total: number }> {
  const db = await database();
  const isHidden = db
    .select({ id: conversationStates.conversationId })
    .from(conversationStates)
    .where(hiddenStates(locationId, now));
  const where = and(
    eq(waiting.locationId, locationId),
    isNotNull(waiting.since),
    gte(waiting.lastMessageAt, recentFrom),
    sql`${waiting.conversationId} not in ${isHidden}`,
    keptRowMatches(waiting.row, filter),
  );
  const edge =
    after && sql`(${waiting.since}, ${waiting.conversationId}) > (${after.at}::bigint, ${after.id})`;
  const rows = await db
    .select()
    .from(waiting)
    .where(and(where, edge ?? undefined))
    .orderBy(asc(waiting.since), asc(waiting.conversationId))
    .limit(limit);
  const [all] = await db.select({ count: count() }).from(waiting).where(where);
  return {
    rows: rows.map((wait) => ({ at: wait.since ?? 0, state: null, wait })),
    total: all?.count ?? 0,
  };
}
