import { idOf, type Outgoing } from '@/lib/client/outgoing';
import type { KnownSend } from '@/lib/client/queries/send-times';
import type { MessageItem } from '@/lib/shared/contract/message';
import type { Send } from '@/lib/shared/contract/send';

/** A send that the thread does not hold as a message (yet): without an answer of our server, or as the server keeps it. */
export type OpenSend =
  | { kind: 'pending'; clientId: string; at: number; pending: Outgoing }
  | { kind: 'known'; clientId: string; at: number; send: KnownSend };

/** What stands behind the last message, oldest first, each send once. */
export function openSends(
  sends: readonly KnownSend[],
  pending: readonly Outgoing[],
  messages: readonly MessageItem[],
): OpenSend[] {
  const messageIds = new Set(messages.map((message) => message.id));
  const emailIds = new Set(
    messages.flatMap((message) => (message.kind === 'message' ? message.emailIds : [])),
  );
  // A scheduled one stays: only here can it be cancelled.
  const hasArrived = ({ state, messageId, emailId }: Send) =>
    state !== 'scheduled' &&
    ((messageId !== null && messageIds.has(messageId)) || (emailId !== null && emailIds.has(emailId)));

  const byClientId = new Map<string, OpenSend>();
  for (const send of sends) {
    if (!hasArrived(send) && !isTakenBack(send))
      byClientId.set(send.clientId, { kind: 'known', clientId: send.clientId, at: send.createdAt, send });
  }
  const known = new Set(sends.map((send) => send.clientId));
  for (const each of pending) {
    const clientId = idOf(each);
    if (!known.has(clientId))
      byClientId.set(clientId, { kind: 'pending', clientId, at: each.startedAt, pending: each });
  }
  return [...byClientId.values()].sort((a, b) => a.at - b.at);
}

/** By a person, who has the text again. What something else took back, an answer of the contact, somebody has to see. */
function isTakenBack({ state, error }: Send): boolean {
  return state === 'withdrawn' && error === null;
}

/** The messages of the thread, without what stands behind them as a scheduled send. */
export function withoutScheduled(
  messages: readonly MessageItem[],
  sends: readonly Send[],
): readonly MessageItem[] {
  const scheduled = new Set(
    sends.flatMap(({ state, messageId }) => (state === 'scheduled' ? messageId : [])),
  );
  return scheduled.size === 0 ? messages : messages.filter(({ id }) => !scheduled.has(id));
}
