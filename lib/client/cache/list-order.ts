import type { ConversationRow } from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';

/** How the server orders a list: by the last message, but for those views that we keep ourselves. */
export type ListOrder =
  | 'newest'
  | 'oldest'
  | 'longest-waiting'
  | 'soonest-back'
  | 'last-closed'
  | 'first-closed';

export function listOrder({ view, sort }: Pick<ListFilter, 'view' | 'sort'>): ListOrder {
  if (view === 'waiting') return 'longest-waiting';
  if (view === 'snoozed') return 'soonest-back';
  if (view === 'done') return sort === 'oldest' ? 'first-closed' : 'last-closed';
  return sort;
}

/** Where a row stands in an order; null: it does not say. */
export function placeOf(row: ConversationRow | undefined, order: ListOrder): number | null {
  if (row?.kind !== 'conversation') return null;
  switch (order) {
    case 'longest-waiting':
      return row.waitingSince;
    case 'soonest-back':
      return row.team.kind === 'snoozed' ? row.team.until : null;
    case 'last-closed':
    case 'first-closed':
      return row.team.kind === 'done' ? row.team.at : null;
    default:
      return row.lastMessage.at;
  }
}

/** Whether one place comes after another, or is the same. */
export function isNotBefore(place: number, other: number, order: ListOrder): boolean {
  return order === 'newest' || order === 'last-closed' ? place <= other : place >= other;
}
