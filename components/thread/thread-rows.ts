import { messageForm } from '@/lib/shared/channel';
import type { Message, MessageItem } from '@/lib/shared/contract/message';
import { sameDay } from '@/lib/shared/format-time';
import { isFailed, type ThreadNames } from './message-words';
import { isNews } from './new-line';
import type { OpenSend } from './open-sends';

export type ThreadRow =
  | { kind: 'day'; key: string; at: number }
  /** Stands above the first message that this person has not seen. */
  | { kind: 'new'; key: string }
  /** `endsRun`: the line of author, status and time stands under it. */
  | { kind: 'message'; key: string; message: MessageItem; endsRun: boolean }
  /** Events that follow one another, too many to show each. */
  | { kind: 'events'; key: string; messages: readonly Message[] }
  | { kind: 'send'; key: string; send: OpenSend };

/** Messages of one side that follow closely are one run, with one line of author and time. */
const runMs = 5 * 60_000;

type Thread = {
  /** Oldest first. */
  messages: readonly MessageItem[];
  sends: readonly OpenSend[];
  hasOlder: boolean;
  names: ThreadNames;
  /** What is newer is new to this person; null: nothing is. */
  newAfter?: number | null;
};

/**
 * The rows of a thread. What stands above a message must not change when older ones arrive, or the reading place
 * moves: so the first day has no heading of its own while older messages are to come, and a row looks only ahead.
 */
export function threadRows(thread: Thread): ThreadRow[] {
  const { messages, sends, hasOlder, names } = thread;
  const firstNew = firstNewIndex(thread);
  const rows: ThreadRow[] = [];
  let dayAt: number | null = null;
  messages.forEach((message, index) => {
    const { at } = message;
    if (at !== null && (dayAt === null ? !hasOlder : !sameDay(dayAt, at)))
      rows.push({ kind: 'day', key: `day-before-${message.id}`, at });
    dayAt = at ?? dayAt;
    if (index === firstNew) rows.push({ kind: 'new', key: `new-before-${message.id}` });
    const endsRun = index + 1 === firstNew || !isOneRun(message, messages[index + 1], names);
    rows.push({ kind: 'message', key: message.id, message, endsRun });
  });
  for (const send of sends) rows.push({ kind: 'send', key: `send-${send.clientId}`, send });
  return rows;
}

/** While older messages are to come, the first one here may not be the first new one. */
function firstNewIndex({ messages, hasOlder, newAfter = null }: Thread): number {
  if (newAfter === null) return -1;
  const index = messages.findIndex((message) => isNews(message, newAfter));
  return index === 0 && hasOlder ? -1 : index;
}

/** Only bubbles that say the same in their line belong together. */
function isOneRun(message: MessageItem, next: MessageItem | undefined, names: ThreadNames): boolean {
  if (!next || !isBubble(message) || !isBubble(next)) return false;
  return (
    message.direction === next.direction &&
    message.type === next.type &&
    message.at !== null &&
    next.at !== null &&
    sameDay(message.at, next.at) &&
    Math.abs(next.at - message.at) < runMs &&
    (message.direction !== 'outbound' ||
      (message.status === next.status && senderKey(message, names) === senderKey(next, names)))
  );
}

/** Who sent it, by what comes with the message: the names of users come later, and must not move what is being read. */
function senderKey(message: Message, { authors }: ThreadNames): string | null {
  return authors[message.id] ?? message.userId ?? message.source;
}

function isBubble(message: MessageItem): message is Message {
  return (
    message.kind === 'message' &&
    messageForm(message.type) === 'text' &&
    message.type !== 'TYPE_NO_SHOW' &&
    message.status !== 'scheduled' &&
    !isFailed(message)
  );
}
