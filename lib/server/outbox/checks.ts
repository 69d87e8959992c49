import 'server-only';
import { and, eq, lte, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import { log } from '@/lib/server/logger';
import type { DatabaseTime } from './claim';
import { follow } from './follow';
import { lookFor } from './look-for';
import { type Check, nextCheck } from './next-check';
import { milliseconds } from './sends';
import { watchSchedule } from './watch-schedule';

/** A check that comes to no end, because its process did, is made again after this long. */
const leaseMs = 60_000;

/** The next send that is to be looked at; nobody else does so meanwhile. */
export async function takeCheck(until: DatabaseTime | null = null): Promise<Check | null> {
  const db = await database();
  const at = until === null ? sql`now()` : sql`${until}::timestamptz`;
  const next = sql`(select s.client_id from ${sends} s where s.check_at <= ${at}
    order by s.check_at limit 1 for update of s skip locked)`;
  const [taken] = await db
    .update(sends)
    .set({ checkAt: sql`now() + ${milliseconds(leaseMs)}`, checks: sql`${sends.checks} + 1` })
    .where(and(eq(sends.clientId, next), lte(sends.checkAt, at)))
    .returning({ clientId: sends.clientId });
  if (!taken) return null;
  const [found] = await db
    .select({
      row: sends,
      sinceEndMs: sql<number>`coalesce(extract(epoch from now() - ${sends.endedAt}), 0)::float8 * 1000`,
      overdueMs: sql<number>`greatest(0, coalesce(extract(epoch from now() - ${sends.scheduledFor}), 0))::float8 * 1000`,
      untilScheduledMs: sql<number>`greatest(0, coalesce(extract(epoch from ${sends.scheduledFor} - now()), 0))::float8 * 1000`,
    })
    .from(sends)
    .where(eq(sends.clientId, taken.clientId));
  return found ?? null;
}

/** Looks at one send once. Never throws: what cannot be asked now is asked later. */
export async function check(wanted: Check): Promise<void> {
  const { row } = wanted;
  try {
    if (row.state === 'unclear' || (row.state === 'sent' && row.messageId === null)) await lookFor(wanted);
    else if (row.state === 'sent') await follow(wanted);
    else if (row.state === 'scheduled') await watchSchedule(wanted);
    else await nextCheck(row, null);
  } catch (error) {
    log('error', 'send.check-failed', { locationId: row.locationId, error });
  }
}
