import type { Overruled } from '@/lib/client/cache/overruled';
import { conversationName } from '@/lib/shared/format-name';

/** What GHL shows otherwise than one left it, in one sentence for all of it. */
export function overruledWords(overruled: readonly Overruled[]): string {
  const [first] = overruled;
  if (!first || overruled.length > 1)
    return `GoHighLevel shows ${overruled.length} conversations otherwise than you left them`;
  const name = conversationName(first.row);
  return `GoHighLevel shows ${name} ${asWords(first)}, not as you left it`;
}

function asWords({ row, field }: Overruled): string {
  if (field === 'isUnread') return row.unreadCount > 0 ? 'as unread' : 'as read';
  if (field === 'isStarred') return row.isStarred ? 'with a star' : 'without a star';
  return row.assignedTo === null ? 'as unassigned' : 'with another owner';
}
