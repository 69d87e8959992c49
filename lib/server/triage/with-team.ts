import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import type { GhlClient } from '@/lib/server/ghl/client';
import { AppError } from '@/lib/server/http/app-error';
import type { Conversation, ConversationRow } from '@/lib/shared/contract/conversation';
import { keepRows } from './known-rows';
import { withOwnValues } from './own-values';
import { type Asking, provenStates } from './prove';
import { keepStateRow, type NamedState, statesOf, teamStateOf } from './states';
import { type WaitingRow, waitingNow, waitingOf } from './waiting-store';

/** Rows as GHL gave them, with what the team made of them, since when they wait, and our own newest values. */
export async function withTeam(
  ghl: GhlClient,
  found: readonly ConversationRow[],
  asked: Asking,
): Promise<ConversationRow[]> {
  const { locationId } = ghl;
  keepRows(locationId, found);
  const rows = withOwnValues(locationId, found, asked.now);
  const conversations = rows.filter((row) => row.kind === 'conversation');
  const ids = conversations.map(({ id }) => id);
  const [states, waits] = await Promise.all([statesOf(locationId, ids), waitingOf(locationId, ids)]);
  const pairs = conversations.flatMap((row) => {
    const state = states.get(row.id);
    return state ? [{ state, row }] : [];
  });
  const holding = await provenStates(ghl, pairs, asked);
  for (const { state, row } of pairs) {
    if (holding.has(row.id) && !isDeepStrictEqual(state.row, row)) await keepStateRow(state, row);
  }
  return rows.map((row) =>
    row.kind === 'conversation' ? teamRow(row, holding.get(row.id), waits.get(row.id)) : row,
  );
}

/** One conversation in the same way. One that was just deleted from here is not there any more, whatever GHL says. */
export async function conversationWithTeam(
  ghl: GhlClient,
  conversation: Conversation,
  asked: Asking,
): Promise<Conversation> {
  const [row] = await withTeam(ghl, [conversation], asked);
  if (row?.kind === 'conversation') return row;
  throw new AppError('not_found');
}

/** Who is done or snoozed waits for nothing. */
export function teamRow(
  row: Conversation,
  state: NamedState | undefined,
  known: WaitingRow | undefined,
): Conversation {
  const team = state ? teamStateOf(state) : { kind: 'open' as const };
  if (team.kind !== 'open') return { ...row, team, waitingSince: null };
  const { since, isAtLeast } = waitingNow(known, row);
  return {
    ...row,
    team,
    waitingSince: since,
    ...(isAtLeast ? { waitsAtLeast: true } : {}),
  };
}
