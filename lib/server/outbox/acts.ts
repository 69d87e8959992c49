import 'server-only';
import { and, eq, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import { AppError } from '@/lib/server/http/app-error';
import type { Send, SendAct, SendState } from '@/lib/shared/contract/send';
import { repeatSend } from './again';
import { cancelSchedule } from './cancel-schedule';
import { nudgeOutbox } from './nudge';
import { findSend, inPlace, milliseconds, type SendPlace, type SendRow, sendOf } from './sends';
import { firstSearchMs } from './settle';

type Actor = { place: SendPlace; personId: string };

/** Of these nothing has left. */
const notLeft = ['held', 'stopped', 'expired', 'failed'] as const satisfies readonly SendState[];
/** In whose hands it is no more. */
const onItsWay = ['sending', 'sent', 'scheduled', 'unclear'] as const satisfies readonly SendState[];

/**
 * What a person decides about a send. Each act is one statement that holds in the state it is meant for alone, so that
 * it and the worker cannot both have their way. Done a second time it answers as the first.
 */
export async function actOnSend(actor: Actor, clientId: string, act: SendAct): Promise<Send> {
  const { place, personId } = actor;
  switch (act.act) {
    case 'undo':
      await changed(actor, clientId, withdrawing, { done: ['withdrawn'], late: onItsWay });
      break;
    case 'send-now':
      await changed(actor, clientId, leaving(['held']), { done: onItsWay });
      break;
    case 'send-anyway':
      await changed(actor, clientId, leaving(['stopped', 'expired'], { isAnyway }), {
        done: ['held', ...onItsWay],
      });
      break;
    case 'retry':
      await changed(actor, clientId, leaving(['failed']), { done: ['held', ...onItsWay] });
      break;
    case 'arrived':
      await changed(actor, clientId, arriving, { done: ['sent'] });
      break;
    case 'again':
      return repeatSend(place, personId, clientId, act.clientId);
    case 'cancel-schedule':
      await cancelSchedule(place, clientId);
      break;
  }
  nudgeOutbox();
  return sendOf(place, clientId, personId);
}

/** Puts away what a person has seen and dealt with. One that is under way cannot be. */
export async function dismissSend(place: SendPlace, clientId: string): Promise<void> {
  const db = await database();
  const [row] = await db
    .update(sends)
    .set({ isDismissed: true, updatedAt: sql`now()` })
    .where(
      and(
        inPlace(place),
        eq(sends.clientId, clientId),
        or(
          inArray(sends.state, ['failed', 'unclear', 'expired', 'stopped', 'sent']),
          and(eq(sends.state, 'withdrawn'), isNotNull(sends.errorCode)),
        ),
      ),
    )
    .returning({ clientId: sends.clientId });
  if (!row) throw new AppError('not_found', { message: 'This send does not exist, or is still under way.' });
}

/** It never leaves. A lease of the worker's does not matter: it asks once more before a byte does. */
const withdrawing = {
  from: notLeft,
  set: { state: 'withdrawn' as const, holder: null, errorCode: null, errorMessage: null },
};

/** Whoever sends what is late has not looked for what was written meanwhile: that still asks. */
const isAnyway = sql`${sends.isAnyway} or ${sends.state} = 'stopped'`;

/** Its turn is now; what is earlier in its conversation still goes first. */
function leaving(from: readonly SendState[], more: { isAnyway?: SQL } = {}) {
  return {
    from,
    set: {
      ...more,
      state: 'held' as const,
      dueAt: sql`now()`,
      retryAt: null,
      newerMessageId: null,
      errorCode: null,
      errorMessage: null,
    },
  };
}

/** Somebody has seen it in GHL. Which message it is may still be found. */
const arriving = {
  from: ['unclear'] as const,
  set: {
    state: 'sent' as const,
    isDismissed: true,
    errorCode: null,
    errorMessage: null,
    checkAt: sql`now() + ${milliseconds(firstSearchMs)}`,
  },
};

async function changed(
  { place }: Actor,
  clientId: string,
  { from, set }: { from: readonly SendState[]; set: Record<string, SQL | string | boolean | null> },
  otherwise: { done: readonly SendState[]; late?: readonly SendState[] },
): Promise<void> {
  const db = await database();
  const [row] = await db
    .update(sends)
    .set({ ...set, updatedAt: sql`now()` })
    .where(
      and(
        inPlace(place),
        eq(sends.clientId, clientId),
        inArray(sends.state, [...from]),
        eq(sends.isDismissed, false),
      ),
    )
    .returning({ clientId: sends.clientId });
  if (row) return;
  refuseUnlessDone(await findSend(place, clientId), otherwise);
}

function refuseUnlessDone(
  row: SendRow | undefined,
  { done, late = [] }: { done: readonly SendState[]; late?: readonly SendState[] },
): void {
  if (!row) throw new AppError('not_found', { message: 'This send does not exist, or not any more.' });
  if (late.includes(row.state)) {
    throw new AppError('conflict', {
      message:
        row.state === 'scheduled'
          ? 'GoHighLevel has it already. Cancel its schedule to take it back.'
          : 'Too late: it has already left.',
    });
  }
  if (!done.includes(row.state)) {
    throw new AppError('conflict', { message: 'This send was dealt with meanwhile. Look at it again.' });
  }
}
