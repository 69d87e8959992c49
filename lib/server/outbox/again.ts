import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import { AppError } from '@/lib/server/http/app-error';
import type { Send } from '@/lib/shared/contract/send';
import { nudgeOutbox } from './nudge';
import { findSend, inPlace, type SendPlace, sendOf } from './sends';

/**
 * What is unclear goes out once more, under an id of its own, because a person says so. The first one is put away and
 * still looked for: its message, if it did arrive, must not be taken for that of the second.
 */
export async function repeatSend(
  place: SendPlace,
  personId: string,
  clientId: string,
  newClientId: string,
): Promise<Send> {
  const db = await database();
  const isRepeated = await db.transaction(async (tx) => {
    const [first] = await tx
      .update(sends)
      .set({ isDismissed: true, updatedAt: sql`now()` })
      .where(
        and(
          inPlace(place),
          eq(sends.clientId, clientId),
          eq(sends.state, 'unclear'),
          eq(sends.isDismissed, false),
        ),
      )
      .returning();
    if (!first) return false;
    const request = { ...first.request, clientId: newClientId };
    const made = await tx
      .insert(sends)
      .values({
        ...place,
        clientId: newClientId,
        personId,
        request,
        state: 'held',
        dueAt: sql`now()`,
        // Whoever decides this has looked at the thread.
        isAnyway: true,
        attempts: 0,
        scheduledFor: first.scheduledFor,
        cancelsOnAnswer: first.cancelsOnAnswer,
        againOf: clientId,
        createdAt: sql`now()`,
        updatedAt: sql`now()`,
      })
      .onConflictDoNothing()
      .returning({ clientId: sends.clientId });
    // The id is that of another send: nothing of this is done.
    if (made.length === 0) throw new AppError('conflict');
    return true;
  });
  const row = await findSend(place, newClientId);
  if (!isRepeated && row?.againOf !== clientId) {
    throw new AppError('conflict', { message: 'This send was dealt with meanwhile. Look at it again.' });
  }
  nudgeOutbox();
  return sendOf(place, newClientId, personId);
}
