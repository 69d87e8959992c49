import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { ghlFor } from '@/lib/server/connection/connection';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import type { GhlClient } from '@/lib/server/ghl/client';
import { getEmail } from '@/lib/server/ghl/emails';
import { GhlError, messageForPeople } from '@/lib/server/ghl/errors';
import { getMessage } from '@/lib/server/ghl/messages';
import { isGone } from '@/lib/server/triage/forget';
import { reopenForTeam } from '@/lib/server/triage/states';
import { type Check, nextCheck, untilNext } from './next-check';
import type { SendRow } from './sends';

const minute = 60_000;
const hour = 60 * minute;
/** When it is asked how a message fares, counted from when GHL took it: often at first, and never after a day. */
const followTimesMs = [
  5_000,
  15_000,
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  6 * hour,
  12 * hour,
  24 * hour,
];
/** GHL's words (CONTRACT 1.4) after which nothing that matters comes. The set is open: any other is asked about again. */
const arrived = new Set(['delivered', 'read', 'opened', 'clicked', 'completed']);
export const notArrived = ['failed', 'undelivered', 'opt_out'] as const;

/** Asks how a message fares. What did not arrive brings its conversation back to the team. */
export async function follow({ row, sinceEndMs }: Check): Promise<void> {
  const ghl = await ghlFor(row.locationId);
  const nextMs = untilNext(followTimesMs, sinceEndMs);
  if (!ghl) return nextCheck(row, nextMs);
  try {
    const { status, error } = await statusOf(ghl, row);
    const isLost = notArrived.some((word) => word === status);
    const isFinal = isLost || arrived.has(status ?? '');
    await writeStatus(row, status, isLost ? lostReason(error) : null);
    // Before it is settled: a process that ends in between is followed by one that does it again.
    if (isLost) await reopenForTeam(row.locationId, row.conversationId);
    await nextCheck(row, isFinal ? null : nextMs);
  } catch (error) {
    if (!(error instanceof GhlError)) throw error;
    // A conversation that was deleted takes its messages along.
    await nextCheck(row, isGone(error) ? null : nextMs);
  }
}

/** How GHL says that a message of ours stands now, in the background: nobody waits for it. */
export async function statusOf(
  ghl: GhlClient,
  row: SendRow,
): Promise<{ status: string | null; error: string | null }> {
  const options = { priority: 'refresh' } as const;
  if (row.emailId !== null) {
    ghl.reads.drop([`email:${row.emailId}`]);
    const { status } = await getEmail(ghl, row.emailId, options);
    return { status, error: null };
  }
  ghl.reads.drop([`message:${row.messageId}`]);
  const { status, error } = await getMessage(ghl, row.messageId ?? '', options);
  return { status, error };
}

async function writeStatus(row: SendRow, status: string | null, reason: string | null): Promise<void> {
  if (status === row.deliveryStatus) return;
  const db = await database();
  await db
    .update(sends)
    .set({
      deliveryStatus: status,
      ...(reason === null ? {} : { errorCode: 'not_delivered', errorMessage: reason }),
      updatedAt: sql`now()`,
    })
    .where(and(eq(sends.clientId, row.clientId), eq(sends.state, 'sent')));
}

function lostReason(error: string | null): string {
  const words = error === null ? '' : messageForPeople(error);
  return words === '' ? 'GoHighLevel gives no reason.' : `GoHighLevel says: ${words}`;
}
