import 'server-only';
import { and, eq, inArray, lte } from 'drizzle-orm';
import { audit } from '@/lib/server/audit/audit';
import { database } from '@/lib/server/db/database';
import { people } from '@/lib/server/db/schema';
import { conversationStates } from '@/lib/server/db/triage-schema';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { TeamState } from '@/lib/shared/contract/triage';

export type StateRow = typeof conversationStates.$inferSelect;
/** With the name of who set it; null when that person is not here any more. */
export type NamedState = StateRow & { byName: string | null };

const isAwake = { kind: 'woke', isDoubtful: false } as const;

/** The states of these conversations; who has none, or one that woke, is open. */
export async function statesOf(locationId: string, ids: readonly string[]): Promise<Map<string, NamedState>> {
  if (ids.length === 0) return new Map();
  const db = await database();
  const rows = await db
    .select({ state: conversationStates, byName: people.name })
    .from(conversationStates)
    .leftJoin(people, eq(people.id, conversationStates.setBy))
    .where(
      and(
        eq(conversationStates.locationId, locationId),
        inArray(conversationStates.conversationId, [...ids]),
      ),
    );
  return new Map(rows.map(({ state, byName }) => [state.conversationId, { ...state, byName }]));
}

export function teamStateOf({ kind, setAt, byName, until, endsOnAnswer }: NamedState): TeamState {
  const at = setAt.getTime();
  if (kind === 'done') return { kind, at, byName };
  if (kind === 'woke') return { kind: 'open', snoozeEndedAt: until?.getTime() ?? at };
  return { kind, at, byName, until: until?.getTime() ?? at, endsOnAnswer };
}

/** The customer has written: it is open again, unless the state is another one by now. */
export async function endAnswered(state: StateRow): Promise<void> {
  if (await dropState(state)) await auditEnd(state, 'conversation.reopened-by-answer');
}

/** What came back from a snooze has gone on: nothing has to be said of it any more. */
export async function dropState(state: StateRow): Promise<boolean> {
  const db = await database();
  const dropped = await db
    .delete(conversationStates)
    .where(sameState(state))
    .returning({ kind: conversationStates.kind });
  return dropped.length > 0;
}

/** Its time has come. */
export async function wakeState(state: NamedState): Promise<NamedState> {
  const db = await database();
  const woken = await db
    .update(conversationStates)
    .set(isAwake)
    .where(and(sameState(state), eq(conversationStates.kind, 'snoozed')))
    .returning({ kind: conversationStates.kind });
  if (woken.length > 0) await auditEnd(state, 'conversation.woke');
  return { ...state, ...isAwake };
}

/** Somebody has looked at it, or done something with it: it is open like any other. */
export async function endWoken(locationId: string, conversationId: string): Promise<void> {
  const db = await database();
  await db
    .delete(conversationStates)
    .where(
      and(
        eq(conversationStates.locationId, locationId),
        eq(conversationStates.conversationId, conversationId),
        eq(conversationStates.kind, 'woke'),
      ),
    );
}

/** What we sent has not arrived: whoever closed the conversation took it for done. */
export async function reopenForTeam(locationId: string, conversationId: string): Promise<void> {
  const db = await database();
  const reopened = await db
    .delete(conversationStates)
    .where(
      and(
        eq(conversationStates.locationId, locationId),
        eq(conversationStates.conversationId, conversationId),
        inArray(conversationStates.kind, ['done', 'snoozed']),
      ),
    )
    .returning();
  for (const state of reopened) await auditEnd(state, 'conversation.reopened-by-failure');
}

/** It is proven that nothing of the customer's came up to this time. */
export async function markChecked(state: StateRow, upTo: number): Promise<void> {
  const db = await database();
  await db.update(conversationStates).set({ checkedUpTo: upTo, isDoubtful: false }).where(sameState(state));
}

export async function markDoubtful(states: readonly StateRow[]): Promise<void> {
  const db = await database();
  for (const state of states) {
    if (!state.isDoubtful)
      await db.update(conversationStates).set({ isDoubtful: true }).where(sameState(state));
  }
}

/** Keeps the newest row of a conversation beside its state: the lists of done and snoozed are drawn from it. */
export async function keepStateRow(state: StateRow, row: Conversation): Promise<void> {
  const db = await database();
  await db.update(conversationStates).set({ row }).where(sameState(state));
}

/** The snoozed ones whose time has come are open again, and stand first there until somebody has looked. */
export async function wakeDue(locationId: string, now: number): Promise<void> {
  const db = await database();
  const woken = await db
    .update(conversationStates)
    .set(isAwake)
    .where(
      and(
        eq(conversationStates.locationId, locationId),
        eq(conversationStates.kind, 'snoozed'),
        lte(conversationStates.until, new Date(now)),
      ),
    )
    .returning();
  for (const state of woken) await auditEnd(state, 'conversation.woke');
}

/** Nothing is left of a conversation that is gone from GHL. */
export async function forgetState(locationId: string, conversationId: string): Promise<void> {
  const db = await database();
  await db
    .delete(conversationStates)
    .where(
      and(
        eq(conversationStates.locationId, locationId),
        eq(conversationStates.conversationId, conversationId),
      ),
    );
}

/** In nobody's name. */
function auditEnd(
  { locationId, conversationId }: StateRow,
  action: 'conversation.woke' | 'conversation.reopened-by-answer' | 'conversation.reopened-by-failure',
): Promise<void> {
  return audit({ personId: null, locationId, action, target: conversationId, result: 'ok' });
}

function sameState({ locationId, conversationId, setByJob, setAt }: StateRow) {
  return and(
    eq(conversationStates.locationId, locationId),
    eq(conversationStates.conversationId, conversationId),
    eq(conversationStates.setByJob, setByJob),
    eq(conversationStates.setAt, setAt),
  );
}
