import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import { log } from '@/lib/server/logger';
import { type Check, nextCheck, untilNext } from './next-check';
import { reconcile } from './reconcile';
import { firstSearchMs } from './settle';

/** When the thread is read for a send whose call broke, counted from the break (SECURITY 2.1). */
const searchTimesMs = [firstSearchMs, 5_000, 15_000, 60_000, 300_000, 600_000];
/** While the thread cannot be read: ever more rarely, as a location may stay without its token for long. */
const searchAgainMs = (sinceEndMs: number) => Math.max(30_000, Math.round(sinceEndMs / 20));
/** Then nobody looks for it any more, whether GHL could be asked or not. */
const longestMs = 24 * 3_600_000;

/** Looks for a send in its thread. What was not found after ten minutes is for a person to decide. */
export async function lookFor({ row, sinceEndMs }: Check): Promise<void> {
  try {
    await reconcile(row);
  } catch (error) {
    log('warn', 'send.not-searched', { locationId: row.locationId, error });
    const soonest = untilNext(searchTimesMs, sinceEndMs) ?? searchAgainMs(sinceEndMs);
    return nextCheck(row, sinceEndMs > longestMs ? null : soonest);
  }
  const nextMs = untilNext(searchTimesMs, sinceEndMs);
  await nextCheck(row, nextMs);
  if (nextMs === null) await sayNotConfirmed(row.clientId);
}

async function sayNotConfirmed(clientId: string): Promise<void> {
  const db = await database();
  await db
    .update(sends)
    .set({
      errorCode: 'not_confirmed',
      errorMessage: 'It was not found in the conversation within ten minutes.',
      updatedAt: sql`now()`,
    })
    .where(and(eq(sends.clientId, clientId), eq(sends.state, 'unclear')));
}
