import 'server-only';
import { and, count, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import type { Send, SendCounts, SendView } from '@/lib/shared/contract/send';
import { notArrived } from './follow';
import { sendsWhere } from './sends';

/** What a person has to decide about. */
const needsAttention = or(
  inArray(sends.state, ['failed', 'unclear', 'expired', 'stopped']),
  and(eq(sends.state, 'withdrawn'), isNotNull(sends.errorCode)),
  and(eq(sends.state, 'sent'), inArray(sends.deliveryStatus, [...notArrived])),
);
/** Made here: GHL lists nobody's. Of those on their way to GHL too. */
const isScheduled = or(
  eq(sends.state, 'scheduled'),
  and(inArray(sends.state, ['held', 'sending']), isNotNull(sends.scheduledFor)),
);

/** Sends of all conversations: what needs attention, oldest first; what is scheduled, soonest first. */
export async function sendsOfView(locationId: string, view: SendView, personId: string): Promise<Send[]> {
  const found = await sendsWhere(and(inLocation(locationId), ofView(view)), personId);
  if (view === 'attention') return found;
  return found.sort((one, other) => (one.scheduledFor ?? 0) - (other.scheduledFor ?? 0));
}

export async function sendCounts(locationId: string): Promise<SendCounts> {
  const db = await database();
  const [found] = await db
    .select({
      attention: count(sql`case when ${needsAttention} then 1 end`),
      scheduled: count(sql`case when ${isScheduled} then 1 end`),
    })
    .from(sends)
    .where(and(inLocation(locationId), or(needsAttention, isScheduled)));
  return found ?? { attention: 0, scheduled: 0 };
}

function ofView(view: SendView) {
  return view === 'attention' ? needsAttention : isScheduled;
}

function inLocation(locationId: string) {
  return and(eq(sends.locationId, locationId), eq(sends.isDismissed, false));
}
