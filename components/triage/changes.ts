import type { RowPatch } from '@/lib/client/cache/conversation-pages';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { ConversationChange } from '@/lib/shared/contract/triage';

/** What a change makes of a row, as it will be once the server has done it. */
export function patchOf(change: ConversationChange, byName: string, now: number): RowPatch {
  switch (change.kind) {
    case 'done':
      return { team: { kind: 'done', at: now, byName } };
    case 'open':
      return { team: { kind: 'open' } };
    case 'snooze':
      return {
        team: { kind: 'snoozed', at: now, byName, until: change.until, endsOnAnswer: change.endsOnAnswer },
      };
    case 'mark':
      return { isUnread: change.isUnread };
    case 'star':
      return { isStarred: change.isStarred };
    case 'assign':
      return { assignedTo: change.userId };
    // Nothing in the list depends on the tags of a row that is shown.
    case 'tag':
      return {};
    case 'delete':
      return { isDeleted: true };
  }
}

/** What puts a row back as it was, of that change alone. */
export function patchBack(change: ConversationChange, row: Conversation): RowPatch {
  switch (change.kind) {
    case 'done':
    case 'open':
    case 'snooze':
      return { team: row.team };
    case 'mark':
      return { isUnread: row.unreadCount > 0 };
    case 'star':
      return { isStarred: row.isStarred };
    case 'assign':
      return { assignedTo: row.assignedTo };
    case 'tag':
      return {};
    case 'delete':
      return { isDeleted: false };
  }
}

/** Whether one is through with the conversation, so that the next one comes. */
export function isLeaving({ kind }: ConversationChange): boolean {
  return kind === 'done' || kind === 'snooze' || kind === 'delete';
}
