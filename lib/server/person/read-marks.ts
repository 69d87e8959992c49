import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { readMarks } from '@/lib/server/db/schema';

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
}

/** Of everybody: the conversation is gone from GHL. */
export async function forgetReadMarks(locationId: string, conversationId: string): Promise<void> {
  const db = await database();
  await db
    .delete(readMarks)
    .where(and(eq(readMarks.locationId, locationId), eq(readMarks.conversationId, conversationId)));
}
