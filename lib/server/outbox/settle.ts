import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import { isHeldBy } from './claim';
import { milliseconds, type SendRow } from './sends';

type Reason = { errorCode: string; errorMessage: string };

/** Of a comment that GHL took as a note of the contact only. */
export const noteStatus = 'note';

const firstRetryMs = 2_000;
const maxRetryMs = 60_000;

/** GHL's answer is there, or it is known that none will come. */
export async function settleSent(
  row: SendRow,
  { messageId, emailId }: { messageId: string | null; emailId: string | null },
): Promise<void> {
  const db = await database();
  await db.transaction(async (tx) => {
    // GHL's own word for which message it is goes before what was found in the thread for an equal text.
    const id = emailId ?? messageId;
    if (id !== null) {
      await tx
        .update(sends)
        .set({ state: 'unclear', messageId: null, emailId: null, checkAt: sql`now()` })
        .where(
          and(
            eq(sends.locationId, row.locationId),
            emailId === null
              ? and(eq(sends.messageId, id), sql`${sends.emailId} is null`)
              : eq(sends.emailId, id),
            sql`${sends.clientId} <> ${row.clientId} and ${sends.startedAt} is not null`,
          ),
        );
    }
    await tx
      .update(sends)
      .set({
        state: sql`case when ${sends.scheduledFor} > now() then 'scheduled' else 'sent' end`,
        messageId,
        emailId,
        holder: null,
        errorCode: null,
        errorMessage: null,
        endedAt: sql`now()`,
        checks: 0,
        // Nobody outside gets a comment or a note: there is nothing to wait for.
        checkAt: sql`case when ${sends.request} ->> 'channel' = 'InternalComment' then null
          else now() + ${milliseconds(firstLookMs)} end`,
        updatedAt: sql`now()`,
      })
      .where(isUnderWay(row));
  });
}

/** How it fares is asked for the first time after this long. */
const firstLookMs = 5_000;

/** The call broke after a byte may have left: never repeated by itself, looked for in the thread instead. */
export async function settleUnclear(row: SendRow, reason: Reason): Promise<void> {
  const db = await database();
  await db
    .update(sends)
    .set({ ...reason, state: 'unclear', ...toBeFound })
    .where(isUnderWay(row));
}

/** When a broken call is looked for first. */
export const firstSearchMs = 2_000;

/** It has ended without a word of how: the thread is asked. */
export const toBeFound = {
  holder: null,
  endedAt: sql`now()`,
  checks: 0,
  checkAt: sql`now() + ${milliseconds(firstSearchMs)}`,
  updatedAt: sql`now()`,
};

/** A clear no: nothing left. */
export async function settleFailed(row: SendRow, holder: string, reason: Reason): Promise<void> {
  const db = await database();
  await db
    .update(sends)
    .set({ ...reason, state: 'failed', holder: null, endedAt: sql`now()`, updatedAt: sql`now()` })
    .where(isHeldOrUnderWay(row, holder));
}

/** Nothing left, and it is tried again by itself: later each time, and never before GHL's own wait is over. */
export async function putBack(row: SendRow, holder: string, reason: Reason, waitMs: number): Promise<void> {
  const db = await database();
  const growing = sql`least(${milliseconds(maxRetryMs)}, greatest(${milliseconds(firstRetryMs)}, (now() - ${sends.dueAt}) / 2))`;
  // Not all of them come back in the same instant.
  const jitter = 0.75 + Math.random() / 2;
  await db
    .update(sends)
    .set({
      ...reason,
      state: 'held',
      holder: null,
      startedAt: null,
      retryAt: sql`now() + greatest(${milliseconds(waitMs)}, ${growing}) * ${jitter}::float8`,
      attempts: row.attempts,
      updatedAt: sql`now()`,
    })
    .where(isHeldOrUnderWay(row, holder));
}

/** Somebody wrote what the writer had not seen: a person decides. */
export async function settleStopped(row: SendRow, holder: string, newerMessageId: string): Promise<void> {
  const db = await database();
  await db
    .update(sends)
    .set({
      state: 'stopped',
      holder: null,
      newerMessageId,
      errorCode: 'newer_message',
      errorMessage: 'Somebody wrote before this left.',
      updatedAt: sql`now()`,
    })
    .where(isHeldBy(row.clientId, holder));
}

/** Also where another instance took this one for gone meanwhile and called the send unclear. */
function isUnderWay(row: SendRow) {
  return and(
    eq(sends.clientId, row.clientId),
    inArray(sends.state, ['sending', 'unclear']),
    eq(sends.attempts, row.attempts),
  );
}

function isHeldOrUnderWay(row: SendRow, holder: string) {
  return and(
    eq(sends.clientId, row.clientId),
    inArray(sends.state, ['held', 'sending']),
    eq(sends.holder, holder),
  );
}
