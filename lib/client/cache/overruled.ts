import type { Conversation, ConversationRow } from '@/lib/shared/contract/conversation';
import { type OwnChanges, overruledMs } from './own-changes';

type Field = 'isUnread' | 'isStarred' | 'assignedTo';
export type Overruled = { row: Conversation; field: Field };

const fields: readonly Field[] = ['isUnread', 'isStarred', 'assignedTo'];

/**
 * Where GHL's value has come back although this person had changed it: its search had its time to catch up and has not,
 * or somebody has changed it since. What a newer message made unread is no such thing.
 */
export function overruledRows(
  rows: readonly ConversationRow[],
  changes: OwnChanges,
  now: number,
): Overruled[] {
  return rows.flatMap((row) => {
    const change = changes.get(row.id);
    if (row.kind !== 'conversation' || !change) return [];
    if (change.until > now || change.until + overruledMs <= now) return [];
    const { at } = row.lastMessage;
    const isNews = at !== null && change.seenUpTo !== null && at > change.seenUpTo;
    const shown = { isUnread: row.unreadCount > 0, isStarred: row.isStarred, assignedTo: row.assignedTo };
    const field = fields.find(
      (each) =>
        change.patch[each] !== undefined &&
        change.patch[each] !== shown[each] &&
        !(isNews && each === 'isUnread'),
    );
    return field ? [{ row, field }] : [];
  });
}
