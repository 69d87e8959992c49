import 'server-only';
import { eq, isNotNull, or, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import { settings } from '@/lib/server/env';
import { milliseconds } from './sends';

/** Less is a clock that is kept right little by little. */
const leastBackMs = 2_000;

/**
 * The embedded database goes by this computer's clock: set back by an hour it would hold everything for an hour more.
 * Whoever asks again and again learns of it from the clock that never goes back. One that is set ahead, or a computer
 * that slept, makes things late: those are a person's turn as after any other absence.
 */
export function watchClock(): () => Promise<void> {
  let last = { wall: Date.now(), steady: performance.now() };
  return async () => {
    if (settings().databaseUrl !== null) return;
    const now = { wall: Date.now(), steady: performance.now() };
    const backMs = now.steady - last.steady - (now.wall - last.wall);
    last = now;
    if (backMs >= leastBackMs) await setBack(backMs);
  };
}

async function setBack(ms: number): Promise<void> {
  const db = await database();
  const by = milliseconds(ms);
  await db
    .update(sends)
    .set({
      dueAt: sql`${sends.dueAt} - ${by}`,
      retryAt: sql`${sends.retryAt} - ${by}`,
      checkAt: sql`${sends.checkAt} - ${by}`,
    })
    .where(or(eq(sends.state, 'held'), isNotNull(sends.checkAt)));
}
