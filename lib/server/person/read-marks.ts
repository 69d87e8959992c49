import 'server-only';
import { and, asc, count, eq, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { readMarks } from '@/lib/server/db/schema';

/** Of one person, everywhere: more than anybody goes back to. The oldest messages' go first. */
export const maxReadMarks = 5_000;

type Place = { personId: string; locationId: string; conversationId: string };

/** The time of the newest message that this person has seen there; null: they never looked. */
export async function readMark({ personId, locationId, conversationId }: Place): Promise<number | null> {
  const db = await database();
  const [row] = await db
    .select({ seenUpTo: readMarks.seenUpTo })
    .from(readMarks)
    .where(
      and(
        eq(readMarks.personId, personId),
        eq(readMarks.locationId, locationId),
        eq(readMarks.conversationId, conversationId),
      ),
    );
  return row?.seenUpTo ?? null;
}

/** Never goes back: what one browser has seen, another one that is behind does not take away. */
export async function moveReadMark(place: Place, seenUpTo: number): Promise<void> {
  const db = await database();
  await db
    .insert(readMarks)
    .values({ ...place, seenUpTo })
    .onConflictDoUpdate({
      target: [readMarks.personId, readMarks.locationId, readMarks.conversationId],
      set: { seenUpTo: sql`greatest(${readMarks.seenUpTo}, excluded.seen_up_to)` },
    });
  await dropOldest(place);
}

/** An id may be of no conversation at all, since nobody asks GHL about it: they must not grow without end. */
async function dropOldest({ personId, locationId, conversationId }: Place): Promise<void> {
  const db = await database();
  const [found] = await db.select({ count: count() }).from(readMarks).where(eq(readMarks.personId, personId));
  const tooMany = (found?.count ?? 0) - maxReadMarks;
  if (tooMany <= 0) return;
  const oldest = db
    .select({ locationId: readMarks.locationId, conversationId: readMarks.conversationId })
    .from(readMarks)
    .where(
      and(
        eq(readMarks.personId, personId),
        sql`(${readMarks.locationId}, ${readMarks.conversationId}) <> (${locationId}, ${conversationId})`,
      ),
    )
    .orderBy(asc(readMarks.seenUpTo))
    .limit(tooMany);
  await db
    .delete(readMarks)
    .where(
      and(
        eq(readMarks.personId, personId),
        sql`(${readMarks.locationId}, ${readMarks.conversationId}) in ${oldest}`,
      ),
    );
}

/** Of everybody: the conversation is gone from GHL. */
export async function forgetReadMarks(locationId: string, conversationId: string): Promise<void> {
  const db = await database();
  await db
    .delete(readMarks)
    .where(and(eq(readMarks.locationId, locationId), eq(readMarks.conversationId, conversationId)));
}
