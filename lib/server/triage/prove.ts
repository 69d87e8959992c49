import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { GhlError, GhlHttpError } from '@/lib/server/ghl/errors';
import type { Priority } from '@/lib/server/ghl/priority';
import { log } from '@/lib/server/logger';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { inTurn } from './in-turn';
import { readThread } from './read-thread';
import {
  dropState,
  endAnswered,
  forgetState,
  markChecked,
  markDoubtful,
  type NamedState,
  wakeState,
} from './states';
import { knownAtEdge, mayHideTwin, verdictByRow } from './team-rules';
import { askWaitingAnew } from './waiting-store';

/** Threads that one request reads to prove that a state holds; what is over it is shown as open, the safe side. */
const maxChecks = 10;
const checksAtOnce = 4;

export type Asking = {
  priority?: Priority;
  now: number;
  /** Counts down over the pages of one request. */
  checks: { left: number };
};

export function asking(priority?: Priority, now = Date.now()): Asking {
  return { priority, now, checks: { left: maxChecks } };
}

/** Of these states the ones that hold, each proven against its row. What is over ends; what is not proven is doubtful. */
export async function provenStates(
  ghl: GhlClient,
  pairs: readonly { state: NamedState; row: Conversation }[],
  { priority, now, checks }: Asking,
): Promise<Map<string, NamedState>> {
  const holding = new Map<string, NamedState>();
  const unproven: (typeof pairs)[number][] = [];
  for (const { state: known, row } of pairs) {
    const isDue = verdictByRow(known, row.lastMessage, now) === 'woke';
    const state = isDue ? await wakeState(known) : known;
    const verdict = verdictByRow(state, row.lastMessage, now);
    const isToRead = verdict === 'unproven' || (verdict === 'holds' && mayHideTwin(state, row));
    if (isToRead) unproven.push({ state, row });
    else if (verdict === 'over') await dropState(state);
    else if (verdict === 'answered') await endAnswered(state);
    else {
      if (state.isDoubtful) await markChecked(state, state.checkedUpTo);
      holding.set(row.id, state);
    }
  }
  const checked = unproven.splice(0, checks.left);
  checks.left -= checked.length;
  await inTurn(checked, checksAtOnce, async ({ state, row }) => {
    const isProven = await holdsByThread(ghl, state, row, priority);
    if (isProven) holding.set(row.id, state);
  });
  const doubtful = pairs.filter(({ row }) => unproven.some((left) => left.row.id === row.id));
  await markDoubtful(doubtful.map(({ state }) => state));
  return holding;
}

async function holdsByThread(
  ghl: GhlClient,
  state: NamedState,
  row: Conversation,
  priority: Priority | undefined,
): Promise<boolean> {
  const upTo = Math.max(state.seenUpTo, state.checkedUpTo);
  const hasTwin = mayHideTwin(state, row);
  try {
    const { events, isWhole } = await readThread(
      ghl,
      row.id,
      ({ at, by }) => at < upTo || (at === upTo && !hasTwin) || (at > upTo && by === 'customer'),
      { priority },
    );
    const answers = events.filter(({ at, by }) => by === 'customer' && at >= upTo);
    const isTwin = hasTwin && answers.length > knownAtEdge(state.row);
    if (isTwin || answers.some(({ at }) => at > upTo)) {
      await endAnswered(state);
      if (isTwin) await askWaitingAnew(row.locationId, row.id);
      return false;
    }
    if (isWhole) await markChecked(state, row.lastMessage.at ?? upTo);
    else await markDoubtful([state]);
    return isWhole;
  } catch (error) {
    if (!(error instanceof GhlError)) throw error;
    log('warn', 'triage.unproven', { locationId: row.locationId, operation: error.operation });
    if (error instanceof GhlHttpError && error.status === 404) await forgetState(row.locationId, row.id);
    else await markDoubtful([state]);
    return false;
  }
}
