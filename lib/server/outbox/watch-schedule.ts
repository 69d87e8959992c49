import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { ghlFor } from '@/lib/server/connection/connection';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import type { GhlClient } from '@/lib/server/ghl/client';
import { GhlError } from '@/lib/server/ghl/errors';
import { listMessages } from '@/lib/server/ghl/messages';
import { log } from '@/lib/server/logger';
import { isGone } from '@/lib/server/triage/forget';
import { isOfCustomer } from '@/lib/server/triage/message-kinds';
import { isCancelled, takeBack } from './cancel-schedule';
import { statusOf } from './follow';
import { type Check, nextCheck } from './next-check';
import { milliseconds, type SendRow } from './sends';

const pageSize = 30;
/** An answer is looked for at an eighth of the time that is left, within these bounds. */
const share = 8;
const oftenestMs = 20_000;
const rarestMs = 15 * 60_000;
/** The last looks before GHL sends it. */
const lastLooksMs = [20_000, 5_000];
/** After its time GHL needs a moment to send it. */
const afterItsTimeMs = 10_000;
const askAgainMs = 30_000;
/** So long after its time nobody is asked any more: a person decides. */
const givenUpMs = 24 * 60 * 60_000;

/** Looks at what GHL is to send later: whether they have answered first, and after its time what became of it. */
export async function watchSchedule({ row, untilScheduledMs, overdueMs }: Check): Promise<void> {
  const ghl = await ghlFor(row.locationId);
  try {
    if (overdueMs > givenUpMs) return await giveUp(row);
    if (!ghl) return await nextCheck(row, askAgainMs);
    if (untilScheduledMs === 0) return await seeWhatBecame(ghl, row, overdueMs);
    const answer = row.cancelsOnAnswer ? await answerSince(ghl, row) : null;
    if (answer === null) return await nextCheck(row, nextLookMs(row.cancelsOnAnswer, untilScheduledMs));
    await takeBack(ghl, row);
    await stopAnswered(row, answer);
  } catch (error) {
    if (!(error instanceof GhlError)) throw error;
    log('warn', 'send.schedule-not-read', { locationId: row.locationId, operation: error.operation });
    const nextMs = nextLookMs(row.cancelsOnAnswer, untilScheduledMs);
    await nextCheck(row, untilScheduledMs === 0 ? laterAndLater(overdueMs) : Math.min(askAgainMs, nextMs));
  }
}

/** How long until the next look at a message that GHL sends after so long. */
export function nextLookMs(cancelsOnAnswer: boolean, untilScheduledMs: number): number {
  const afterwards = untilScheduledMs + afterItsTimeMs;
  if (!cancelsOnAnswer) return afterwards;
  const lastLooks = lastLooksMs.map((beforeMs) => untilScheduledMs - beforeMs).filter((ms) => ms > 1_000);
  const regular = Math.min(rarestMs, Math.max(oftenestMs, untilScheduledMs / share));
  return Math.min(regular, lastLooks[0] ?? afterwards);
}

/** The first message of the customer's that is newer than what stood there when GHL took this one; null: none. */
async function answerSince(ghl: GhlClient, row: SendRow): Promise<string | null> {
  ghl.reads.drop([`messages:${row.conversationId}:`]);
  const options = { limit: pageSize, priority: 'refresh' } as const;
  const { messages } = await listMessages(ghl, row.conversationId, options);
  const since = row.baselineAt ?? 0;
  const answer = messages.findLast(
    (item) => item.kind === 'message' && item.at !== null && item.at > since && isOfCustomer(item),
  );
  return answer?.id ?? null;
}

/** Its time has come: it went out, or somebody has cancelled it in GHL. */
async function seeWhatBecame(ghl: GhlClient, row: SendRow, overdueMs: number): Promise<void> {
  const found = await statusOf(ghl, row).catch((error: unknown) => {
    if (isGone(error)) return null;
    throw error;
  });
  if (found?.status === 'scheduled') return nextCheck(row, laterAndLater(overdueMs));
  const db = await database();
  const isTakenBack = found === null || isCancelled(found.status);
  await db
    .update(sends)
    .set(
      isTakenBack
        ? {
            state: 'withdrawn',
            checkAt: null,
            errorCode: 'cancelled_in_ghl',
            errorMessage: 'It was cancelled in GoHighLevel, so it was not sent.',
            updatedAt: sql`now()`,
          }
        : {
            state: 'sent',
            endedAt: sql`now()`,
            deliveryStatus: found.status,
            checks: 0,
            checkAt: sql`now() + ${milliseconds(1_000)}`,
            updatedAt: sql`now()`,
          },
    )
    .where(and(eq(sends.clientId, row.clientId), eq(sends.state, 'scheduled')));
}

/** Often at first; what hangs for hours is asked about every few minutes. */
function laterAndLater(overdueMs: number): number {
  return Math.min(rarestMs, Math.max(askAgainMs, overdueMs / share));
}

/** GHL does not say what became of it. */
async function giveUp(row: SendRow): Promise<void> {
  const db = await database();
  await db
    .update(sends)
    .set({
      state: 'unclear',
      checkAt: null,
      errorCode: 'not_confirmed',
      errorMessage: 'GoHighLevel did not say whether it sent this at its time.',
      updatedAt: sql`now()`,
    })
    .where(and(eq(sends.clientId, row.clientId), eq(sends.state, 'scheduled')));
}

/** A person decides: it may still be right. */
async function stopAnswered(row: SendRow, newerMessageId: string): Promise<void> {
  const db = await database();
  await db
    .update(sends)
    .set({
      state: 'stopped',
      messageId: null,
      emailId: null,
      checkAt: null,
      newerMessageId,
      errorCode: 'answered',
      errorMessage: 'They answered before its time, so it was taken back.',
      updatedAt: sql`now()`,
    })
    .where(and(eq(sends.clientId, row.clientId), eq(sends.state, 'scheduled')));
}
