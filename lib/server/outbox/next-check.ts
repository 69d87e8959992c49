import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import { milliseconds, type SendRow } from './sends';

/** A send that is to be looked at, with its times by the database's clock. */
export type Check = {
  row: SendRow;
  /** Since its call, or the last word of it, ended. */
  sinceEndMs: number;
  /** Until GHL is to send it; 0: it is not scheduled, or its time has come. */
  untilScheduledMs: number;
  /** Since GHL was to have sent it; 0: it is not scheduled, or its time is still to come. */
  overdueMs: number;
};

/** Null: never again. Whoever has come to know more of it meanwhile has set a time of their own. */
export async function nextCheck(row: SendRow, afterMs: number | null): Promise<void> {
  const db = await database();
  await db
    .update(sends)
    .set({ checkAt: afterMs === null ? null : sql`now() + ${milliseconds(afterMs)}` })
    .where(
      and(
        eq(sends.clientId, row.clientId),
        eq(sends.state, row.state),
        row.messageId === null ? isNull(sends.messageId) : eq(sends.messageId, row.messageId),
      ),
    );
}

/** How long until the next of these times, counted from the same moment as `sinceMs`; null: none is left. */
export function untilNext(timesMs: readonly number[], sinceMs: number): number | null {
  const next = timesMs.find((timeMs) => timeMs > sinceMs);
  return next === undefined ? null : next - sinceMs;
}
