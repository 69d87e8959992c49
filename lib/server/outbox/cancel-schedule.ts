import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { ghlFor } from '@/lib/server/connection/connection';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import type { GhlClient } from '@/lib/server/ghl/client';
import { cancelScheduledEmail, cancelScheduledMessage } from '@/lib/server/ghl/scheduled';
import { AppError } from '@/lib/server/http/app-error';
import { isGone } from '@/lib/server/triage/forget';
import { statusOf } from './follow';
import { findSend, type SendPlace, type SendRow } from './sends';

/** GHL gives a scheduled message back, so that it never leaves. Done a second time it answers as the first. */
export async function cancelSchedule(place: SendPlace, clientId: string): Promise<void> {
  const row = await findSend(place, clientId);
  if (!row) throw new AppError('not_found', { message: 'This send does not exist, or not any more.' });
  if (row.state === 'withdrawn') return;
  if (row.state !== 'scheduled') {
    throw new AppError('conflict', { message: 'This message is not scheduled any more. Look at it again.' });
  }
  const ghl = await ghlFor(row.locationId);
  if (!ghl)
    throw new AppError('ghl_unavailable', { message: 'This location is not connected to GoHighLevel.' });
  await takeBack(ghl, row);
  const db = await database();
  await db
    .update(sends)
    .set({ state: 'withdrawn', checkAt: null, errorCode: null, errorMessage: null, updatedAt: sql`now()` })
    .where(and(eq(sends.clientId, clientId), eq(sends.state, 'scheduled')));
}

/** Takes it back at GHL, or throws because it may still be sent. A call that broke is believed only once GHL has none any more. */
export async function takeBack(ghl: GhlClient, row: SendRow): Promise<void> {
  try {
    if (row.emailId !== null) await cancelScheduledEmail(ghl, row.emailId);
    else await cancelScheduledMessage(ghl, row.messageId ?? '');
  } catch (error) {
    const found = await statusOf(ghl, row).catch((lookError: unknown) => {
      if (isGone(lookError)) return null;
      throw error;
    });
    if (found === null || isCancelled(found.status)) return;
    if (found.status === 'scheduled') throw error;
    throw new AppError('conflict', { message: 'Too late: GoHighLevel has sent it.', cause: error });
  }
}

/** Both spellings are about. */
export function isCancelled(status: string | null): boolean {
  return status === 'cancelled' || status === 'canceled';
}
