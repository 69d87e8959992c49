import type { PendingSend } from '@/lib/client/queries/sends';
import type { MessageItem } from '@/lib/shared/contract/message';
import type { Send } from '@/lib/shared/contract/send';

/** A send that the thread does not hold as a message (yet): without an answer of our server, or as the server keeps it. */
export type OpenSend =
  | { kind: 'pending'; clientId: string; at: number; pending: PendingSend }
  | { kind: 'known'; clientId: string; at: number; send: Send };

/** What stands behind the last message, oldest first, each send once. */
export function openSends(
  sends: readonly Send[],
  pending: readonly PendingSend[],
  messages: readonly MessageItem[],
): OpenSend[] {
  const messageIds = new Set(messages.map((message) => message.id));
  const emailIds = new Set(
    messages.flatMap((message) => (message.kind === 'message' ? message.emailIds : [])),
  );
  const hasArrived = ({ messageId, emailId }: Send) =>
    (messageId !== null && messageIds.has(messageId)) || (emailId !== null && emailIds.has(emailId));

  const byClientId = new Map<string, OpenSend>();
  for (const send of sends) {
    if (!hasArrived(send))
      byClientId.set(send.clientId, { kind: 'known', clientId: send.clientId, at: send.createdAt, send });
  }
  const known = new Set(sends.map((send) => send.clientId));
  for (const each of pending) {
    const { clientId } = each.request;
    if (!known.has(clientId))
      byClientId.set(clientId, { kind: 'pending', clientId, at: each.startedAt, pending: each });
  }
  return [...byClientId.values()].sort((a, b) => a.at - b.at);
}
