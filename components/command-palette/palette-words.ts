import { type CommandId, command } from '@/lib/client/shortcuts/commands';
import { type Target, toggleOf } from '@/lib/client/triage/targets';
import { conversationName } from '@/lib/shared/format-name';

/** What the acts in the palette are about. */
export function targetHeading({ rows, count, filter }: Target): string {
  if (filter) return `All ${count} conversations that match`;
  if (count > 1) return `${count} selected conversations`;
  const [row] = rows;
  return row ? conversationName(row) : 'The open conversation';
}

/** What a command that goes both ways will do to them now. */
export function targetLabel(id: CommandId, { rows }: Target, now: number): string {
  if (rows.length === 0) return command(id).label;
  const toggle = {
    'conversation.done': 'done',
    'conversation.unread': 'read',
    'conversation.star': 'star',
  } as const;
  if (!(id in toggle)) return command(id).label;
  const change = toggleOf(toggle[id as keyof typeof toggle], rows, now);
  if (change.kind === 'mark') return change.isUnread ? 'Mark as unread' : 'Mark as read';
  if (change.kind === 'star') return change.isStarred ? 'Star' : 'Remove the star';
  return change.kind === 'open' ? 'Reopen' : 'Done';
}
