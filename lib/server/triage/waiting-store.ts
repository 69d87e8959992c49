import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { and, asc, desc, eq, gt, gte, inArray, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { waiting } from '@/lib/server/db/triage-schema';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { type WaitingGuess, waitingByRow } from './team-rules';

export type WaitingRow = typeof waiting.$inferSelect;

export async function waitingOf(
  locationId: string,
  ids: readonly string[],
): Promise<Map<string, WaitingRow>> {
  if (ids.length === 0) return new Map();
  const db = await database();
  const rows = await db
    .select()
    .from(waiting)
    .where(and(eq(waiting.locationId, locationId), inArray(waiting.conversationId, [...ids])));
  return new Map(rows.map((row) => [row.conversationId, row]));
}

/** Who waits as far as is known: by the reading of this very last message, else by the row alone. */
export function waitingNow(known: WaitingRow | undefined, row: Conversation): WaitingGuess {
  if (!known || known.lastMessageAt !== row.lastMessage.at)
    return waitingByRow(row.lastMessage, known?.closedUpTo ?? null);
  const { since, isAtLeast, readRank } = known;
  return { since, isAtLeast, readRank };
}

/** Takes over rows that were just read; what is already known of an unchanged one stays. */
export async function recordRows(locationId: string, rows: readonly Conversation[]): Promise<void> {
  const known = await waitingOf(
    locationId,
    rows.map(({ id }) => id),
  );
  const changed = rows.filter((row) => !isDeepStrictEqual(known.get(row.id)?.row, row));
  if (changed.length === 0) return;
  const db = await database();
  await db
    .insert(waiting)
    .values(
      changed.map((row) => ({
        locationId,
        conversationId: row.id,
        row,
        lastMessageAt: row.lastMessage.at,
        ...waitingNow(known.get(row.id), row),
      })),
    )
    .onConflictDoUpdate({
      target: [waiting.locationId, waiting.conversationId],
      set: {
        row: sql`excluded.row`,
        lastMessageAt: sql`excluded.last_message_at`,
        since: sql`excluded.since`,
        isAtLeast: sql`excluded.is_at_least`,
        readRank: sql`excluded.read_rank`,
      },
    });
}

/** The threads that should be read, the most doubtful first. */
export async function threadsToRead(locationId: string, since: number, limit: number): Promise<WaitingRow[]> {
  const db = await database();
  return db
    .select()
    .from(waiting)
    .where(
      and(eq(waiting.locationId, locationId), gt(waiting.readRank, 0), gte(waiting.lastMessageAt, since)),
    )
    .orderBy(asc(waiting.readRank), desc(waiting.lastMessageAt))
    .limit(limit);
}

/** Takes a reading over, unless something newer was said meanwhile. */
export async function recordReading(read: WaitingRow, guess: WaitingGuess): Promise<void> {
  const db = await database();
  await db
    .update(waiting)
    .set(guess)
    .where(
      and(
        sameConversation(read.locationId, read.conversationId),
        sql`${waiting.lastMessageAt} is not distinct from ${read.lastMessageAt}`,
        sql`${waiting.closedUpTo} is not distinct from ${read.closedUpTo}`,
      ),
    );
}

/** What was closed up to a moment hid a message of that very moment. */
export async function askWaitingAnew(locationId: string, conversationId: string): Promise<void> {
  const db = await database();
  await db
    .update(waiting)
    .set({ closedUpTo: sql`${waiting.closedUpTo} - 1`, readRank: 1 })
    .where(sameConversation(locationId, conversationId));
}

export async function forgetWaiting(locationId: string, conversationId: string): Promise<void> {
  const db = await database();
  await db.delete(waiting).where(sameConversation(locationId, conversationId));
}

/** Whether some thread may hold a customer who waits and is not known to. */
export async function hasUnreadThreads(locationId: string, since: number): Promise<boolean> {
  const db = await database();
  const found = await db
    .select({ id: waiting.conversationId })
    .from(waiting)
    .where(
      and(eq(waiting.locationId, locationId), eq(waiting.readRank, 1), gte(waiting.lastMessageAt, since)),
    )
    .limit(1);
  return found.length > 0;
}

function sameConversation(locationId: string, conversationId: string) {
  return and(eq(waiting.locationId, locationId), eq(waiting.conversationId, conversationId));
}
