import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { database, type Transaction } from '@/lib/server/db/database';
import { conversationStates, type JobMemory, waiting } from '@/lib/server/db/triage-schema';
import type { StateRow } from '@/lib/server/triage/states';
import { waitingByRow } from '@/lib/server/triage/team-rules';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { type ItemRow, settleItems } from './job-store';

export type TeamBefore = NonNullable<JobMemory['team']>;
/** How one conversation of a job ends: what is written, and what is remembered of before. */
export type TeamOutcome = {
  item: ItemRow;
  row: Conversation | null;
  /** Undefined: the state stays as it is. Null: open. */
  state?: (TeamBefore & { isDoubtful: boolean }) | null;
  /** Undefined: stays as it is. */
  closedUpTo?: number | null;
  before: JobMemory | null;
  /** Why it was not changed. */
  message: string | null;
};

/** Writes a chunk of a job and what became of its items in one step: a restart finds all of it, or nothing. */
export async function writeTeamOutcomes(locationId: string, outcomes: readonly TeamOutcome[]): Promise<void> {
  const db = await database();
  await db.transaction(async (tx) => {
    const changed = outcomes.filter(({ state }) => state !== undefined);
    if (changed.length > 0) {
      await tx.delete(conversationStates).where(
        and(
          eq(conversationStates.locationId, locationId),
          inArray(
            conversationStates.conversationId,
            changed.map(({ item }) => item.conversationId),
          ),
        ),
      );
      const rows = changed.flatMap((outcome) => stateRow(locationId, outcome) ?? []);
      if (rows.length > 0) await tx.insert(conversationStates).values(rows);
    }
    await writeClosed(
      tx,
      locationId,
      outcomes.filter(({ closedUpTo }) => closedUpTo !== undefined),
    );
    await settleItems(
      tx,
      outcomes.map(({ item, before, message }) => ({
        ...item,
        state: message === null ? ('done' as const) : ('failed' as const),
        before,
        message,
      })),
    );
  });
}

export function teamBefore(state: StateRow | undefined): TeamBefore | null {
  if (!state) return null;
  const { kind, setAt, setBy, setByJob, seenUpTo, checkedUpTo, until, endsOnAnswer } = state;
  return {
    kind,
    setAt: setAt.getTime(),
    setBy,
    setByJob,
    seenUpTo,
    checkedUpTo,
    until: until?.getTime() ?? null,
    endsOnAnswer,
  };
}

function stateRow(locationId: string, { item, row, state }: TeamOutcome) {
  if (!state) return null;
  return {
    ...state,
    locationId,
    conversationId: item.conversationId,
    setAt: new Date(state.setAt),
    until: state.until === null ? null : new Date(state.until),
    row,
  };
}

/** Calling it done answers what stands there; taking that back asks anew since when they wait. */
async function writeClosed(
  tx: Transaction,
  locationId: string,
  outcomes: readonly TeamOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  await tx
    .insert(waiting)
    .values(
      outcomes.map(({ item, row, closedUpTo = null }) => ({
        locationId,
        conversationId: item.conversationId,
        row,
        lastMessageAt: row?.lastMessage.at ?? null,
        ...(row ? waitingByRow(row.lastMessage, closedUpTo) : {}),
        closedUpTo,
      })),
    )
    .onConflictDoUpdate({
      target: [waiting.locationId, waiting.conversationId],
      set: {
        closedUpTo: sql`excluded.closed_up_to`,
        readRank: sql`case when excluded.closed_up_to is null then 1 else ${waiting.readRank} end`,
      },
    });
}
