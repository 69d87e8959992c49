import { messageForm } from '@/lib/shared/channel';
import type { MessageItem } from '@/lib/shared/contract/message';

/**
 * Where the "New" line of one opening stands: above the first news after `after`. `newestAt` is the newest message that
 * was there when this was last looked at; null before the first.
 */
export type NewLine = { after: number | null; newestAt: number | null };

/** The thread is opened by someone who has seen it up to `seenUpTo`; null: never, then nothing in it is "new". */
export function openLine(seenUpTo: number | null, newestAt: number | null): NewLine {
  return { after: seenUpTo, newestAt };
}

/**
 * Messages arrived. Someone who is watching sees them come in, and no line is drawn, unless one stands there already:
 * it would jump from under their eyes.
 */
export function afterArrival(line: NewLine, newestAt: number, isWatching: boolean): NewLine {
  const isLineShown = line.after !== null && line.newestAt !== null && line.newestAt > line.after;
  const isSeen = isWatching && !isLineShown && line.after !== null;
  return { after: isSeen ? newestAt : line.after, newestAt };
}

/** Whoever looks away has seen what stood there: the next line stands above what comes while they are gone. */
export function afterLeaving(line: NewLine, seenUpTo: number | null): NewLine {
  return seenUpTo === null ? line : { ...line, after: Math.max(seenUpTo, line.after ?? 0) };
}

/** The time of the newest message; one that is still to be sent is in nobody's past. */
export function newestTime(messages: readonly MessageItem[]): number | null {
  return messages.reduce<number | null>((newest, message) => {
    if (message.at === null || isScheduled(message)) return newest;
    return Math.max(newest ?? 0, message.at);
  }, null);
}

/** What somebody is told about: what the contact wrote, and notes among the team. */
export function isNews(message: MessageItem, after: number): boolean {
  if (message.kind !== 'message' || message.at === null || message.at <= after) return false;
  const form = messageForm(message.type);
  return form === 'comment' || (message.direction === 'inbound' && form !== 'activity');
}

function isScheduled(message: MessageItem): boolean {
  return message.kind === 'message' && message.status === 'scheduled';
}
