import type { Conversation } from '@/lib/shared/contract/conversation';
import type { MessageItem } from '@/lib/shared/contract/message';
import type { SendChannel } from '@/lib/shared/contract/send';
import { channelOfType } from './channel-of-type';

/** What the loaded messages of a thread tell about its channels. */
export type ThreadFacts = {
  /** Channels that something was ever written on, by either side. */
  seen: ReadonlySet<SendChannel>;
  /** When the contact last wrote on a channel. */
  lastInboundAt: ReadonlyMap<SendChannel, number>;
  /** The channel the contact last wrote on; null where that is not known, or nothing here answers it. */
  lastUsed: SendChannel | null;
  /** Nothing of theirs since then is unknown; null: nothing is known of any time. */
  knownSince: number | null;
  /** The newest message that has left or come: what whoever writes has in view. */
  newest: { messageId: string; at: number } | null;
};

/** `isWhole`: the thread is loaded to its beginning. Messages come oldest first. */
export function threadFacts(
  messages: readonly MessageItem[],
  isWhole: boolean,
  lastMessage: Conversation['lastMessage'],
): ThreadFacts {
  const seen = new Set<SendChannel>();
  const lastInboundAt = new Map<SendChannel, number>();
  let lastUsed: SendChannel | null = null;
  let newest: ThreadFacts['newest'] = null;

  const note = (type: string, isInbound: boolean, at: number | null) => {
    const channel = channelOfType(type);
    if (!channel) return;
    seen.add(channel);
    if (!isInbound || channel === 'InternalComment') return;
    lastUsed = channel;
    if (at !== null) lastInboundAt.set(channel, Math.max(at, lastInboundAt.get(channel) ?? 0));
  };
  for (const message of messages) {
    if (message.at !== null && !isScheduled(message)) newest = { messageId: message.id, at: message.at };
    if (message.kind === 'message') note(message.type, message.direction === 'inbound', message.at);
  }
  // The row of the list may be newer than the thread, and is there before it.
  if (newest === null || (lastMessage.at ?? 0) > newest.at || lastUsed === null) {
    note(lastMessage.type, lastMessage.direction === 'inbound' || lastUsed === null, null);
    if (lastMessage.direction === 'inbound' && lastMessage.at !== null) {
      note(lastMessage.type, true, lastMessage.at);
    }
  }
  const oldestAt = messages.find(({ at }) => at !== null)?.at ?? null;
  return { seen, lastInboundAt, lastUsed, knownSince: isWhole ? 0 : oldestAt, newest };
}

/** It stands at the end of its thread, and nobody has read it yet. */
function isScheduled(message: MessageItem): boolean {
  return message.kind === 'message' && message.status === 'scheduled';
}
