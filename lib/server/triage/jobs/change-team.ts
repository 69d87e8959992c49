import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { getConversation } from '@/lib/server/ghl/conversations';
import type { Priority } from '@/lib/server/ghl/priority';
import { forgettingGone, isGone } from '@/lib/server/triage/forget';
import { inTurn } from '@/lib/server/triage/in-turn';
import { keepRows, knownRow } from '@/lib/server/triage/known-rows';
import { type StateRow, statesOf } from '@/lib/server/triage/states';
import { verdictByRow } from '@/lib/server/triage/team-rules';
import { type WaitingRow, waitingOf } from '@/lib/server/triage/waiting-store';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { ConversationChange } from '@/lib/shared/contract/triage';
import type { ItemRow, JobRow } from './job-store';
import { words, wordsFor } from './job-words';
import { type TeamBefore, type TeamOutcome, teamBefore, writeTeamOutcomes } from './team-store';

export type TeamChange = Extract<ConversationChange, { kind: 'done' | 'open' | 'snooze' }>;

const readsAtOnce = 4;
/** GHL's clock may be ahead of ours by so much; what claims to have seen more of the future has not. */
const maxAheadMs = 5 * 60_000;

type Known = { row: Conversation | null; state: StateRow | undefined; wait: WaitingRow | undefined };

/** Done, open, snoozed: these are ours alone, so a chunk of any size is one step. */
export async function changeTeam(
  ghl: GhlClient,
  job: JobRow,
  change: TeamChange,
  items: readonly ItemRow[],
  priority: Priority,
): Promise<void> {
  const { locationId } = ghl;
  const ids = items.map(({ conversationId }) => conversationId);
  const [waits, rows] = await Promise.all([waitingOf(locationId, ids), rowsFor(ghl, ids, priority)]);
  const states = await statesOf(locationId, ids);
  const outcomes = items.map((item): TeamOutcome => {
    const id = item.conversationId;
    const found = rows.get(id);
    if (found?.kind === 'refused')
      return { item, row: null, before: job.undoes ? item.before : null, message: found.message };
    const known = { row: found?.row ?? null, state: states.get(id), wait: waits.get(id) };
    return job.undoes ? undone(job, item, known) : changed(job, change, item, known);
  });
  await writeTeamOutcomes(locationId, outcomes);
}

function changed(job: JobRow, change: TeamChange, item: ItemRow, known: Known): TeamOutcome {
  const { row, state } = known;
  const before = { team: teamBefore(state), closedUpTo: known.wait?.closedUpTo ?? null };
  if (change.kind === 'open') {
    if (!state) return { item, row, before: null, message: null };
    // It is open: only that it has come back is forgotten.
    if (state.kind === 'woke') return { item, row, state: null, before: null, message: null };
    return { item, row, state: null, closedUpTo: null, before, message: null };
  }
  const now = Date.now();
  const seenUpTo = Math.min(item.seenUpTo, Math.max(row?.lastMessage.at ?? 0, now + maxAheadMs));
  const isDoneAlready = change.kind === 'done' && state?.kind === 'done' && !state.isDoubtful;
  if (isDoneAlready && state.seenUpTo >= seenUpTo) return { item, row, before: null, message: null };
  const next: TeamBefore = {
    kind: change.kind === 'done' ? 'done' : 'snoozed',
    setAt: now,
    setBy: job.personId,
    setByJob: job.id,
    seenUpTo,
    checkedUpTo: 0,
    until: change.kind === 'snooze' ? change.until : null,
    endsOnAnswer: change.kind === 'snooze' && change.endsOnAnswer,
  };
  const verdict = row && verdictByRow({ ...next, until: dateOf(next.until) }, row.lastMessage, now);
  if (verdict === 'answered') return { item, row, before: null, message: words.newMessage };
  return {
    item,
    row,
    state: { ...next, isDoubtful: verdict === 'unproven' },
    ...(change.kind === 'done' ? { closedUpTo: seenUpTo } : {}),
    before,
    message: null,
  };
}

/** Back to exactly what it was, unless something has happened to it since. */
function undone(job: JobRow, item: ItemRow, { row, state, wait }: Known): TeamOutcome {
  const goal = item.before ?? {};
  const team = goal.team ?? null;
  const unchanged = { item, row, before: item.before };
  if (state && state.setByJob !== job.undoes) {
    // Reopening left no state: what stands there now is somebody else's.
    return { ...unchanged, message: words.changedSince };
  }
  if (!state && job.change.kind !== 'open') {
    if (team) return { ...unchanged, message: words.answeredSince };
    // Open by itself meanwhile; that it was closed still hid since when they wait.
    const isOurs = wait?.closedUpTo != null && wait.closedUpTo <= item.seenUpTo;
    return { ...unchanged, ...(isOurs ? { closedUpTo: goal.closedUpTo ?? null } : {}), message: null };
  }
  return {
    ...unchanged,
    state: team && { ...team, isDoubtful: false },
    closedUpTo: goal.closedUpTo ?? null,
    message: null,
  };
}

type Found = { kind: 'row'; row: Conversation | null } | { kind: 'refused'; message: string };

/**
 * The newest known rows. A single conversation is looked up, of many only those that nobody here has seen yet: so an
 * act on hundreds is made at once, and what is not of this location never gets a state.
 */
async function rowsFor(
  ghl: GhlClient,
  ids: readonly string[],
  priority: Priority,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const unknown: string[] = [];
  for (const id of ids) {
    const row = knownRow(ghl.locationId, id);
    if (row && ids.length > 1) found.set(id, { kind: 'row', row });
    else unknown.push(id);
  }
  await inTurn(unknown, readsAtOnce, async (id) => {
    try {
      const row = await forgettingGone(ghl.locationId, id, () => getConversation(ghl, id, { priority }));
      keepRows(ghl.locationId, [row]);
      found.set(id, { kind: 'row', row });
    } catch (error) {
      const row = knownRow(ghl.locationId, id);
      // GHL is not needed for this: what we know of the conversation is enough.
      found.set(
        id,
        row && !isGone(error) ? { kind: 'row', row } : { kind: 'refused', message: wordsFor(error) },
      );
    }
  });
  return found;
}

function dateOf(time: number | null): Date | null {
  return time === null ? null : new Date(time);
}
