import type { Conversation, ConversationRow } from '@/lib/shared/contract/conversation';
import type { TeamState } from '@/lib/shared/contract/triage';

/** What of a filter a person's own act can make a row leave. */
type ListFilter = {
  view?: string;
  status?: string;
  assigned?: string | readonly string[];
};

/** Whether a row still belongs to its list, as far as can be told here: one that was acted upon leaves at once. */
export function fitsList(
  row: ConversationRow,
  { view = 'open', status, assigned }: ListFilter,
  now: number,
): boolean {
  if (row.kind !== 'conversation') return true;
  if (status === 'unread' && row.unreadCount === 0) return false;
  if (status === 'starred' && !row.isStarred) return false;
  const owners = typeof assigned === 'string' ? [assigned] : assigned;
  if (owners && !owners.includes(row.assignedTo ?? 'unassigned')) return false;
  return fitsView(currentState(row.team, now), view);
}

/** A snooze that is over is none, whether or not the row was read anew since. */
export function currentState(team: TeamState, now: number): TeamState {
  return team.kind === 'snoozed' && team.until <= now ? { kind: 'open', snoozeEndedAt: team.until } : team;
}

/** Came back from a snooze, and nobody has looked at it since. */
export function isWoken(row: ConversationRow): row is Conversation {
  return row.kind === 'conversation' && row.team.kind === 'open' && row.team.snoozeEndedAt !== undefined;
}

function fitsView({ kind }: TeamState, view: string): boolean {
  if (view === 'all') return true;
  return view === 'done' || view === 'snoozed' ? kind === view : kind === 'open';
}
