import { idOf, type Outgoing } from '@/lib/client/outgoing';
import type { Send } from '@/lib/shared/contract/send';

type SendState = { state: Send['state'] | Outgoing['phase']; reason?: string; seconds?: number };
export type SendStates = ReadonlyMap<string, SendState>;

export function sendStates(sends: readonly Send[], pending: readonly Outgoing[]): SendStates {
  return new Map<string, SendState>([
    ...pending.map((outgoing) => [idOf(outgoing), { state: outgoing.phase }] as const),
    ...sends.map(
      ({ clientId, state, error, leavesInMs }) =>
        [clientId, { state, reason: error?.message, seconds: Math.ceil((leavesInMs ?? 0) / 1000) }] as const,
    ),
  ]);
}

/** What a screen reader should hear: each change of a send that was there before, once. */
export function sendNews(before: SendStates, after: SendStates): string[] {
  return [...after].flatMap(([clientId, now]) => {
    const was = before.get(clientId)?.state;
    return was === undefined || was === now.state ? [] : (newsOf(now) ?? []);
  });
}

function newsOf({ state, reason, seconds = 0 }: SendState): string | undefined {
  if (state === 'held') return seconds > 0 ? `Sends in ${seconds} seconds` : undefined;
  // Whoever joins the news ends each with a full stop.
  if (state === 'failed' && reason) return `Not sent: ${reason.replace(/\.$/, '')}`;
  return words[state];
}

const words: Partial<Record<SendState['state'], string>> = {
  waiting: 'Waiting for network',
  late: 'Not sent, your turn',
  stopped: 'Not sent: they wrote before it left',
  scheduled: 'Scheduled',
  sent: 'Sent',
  failed: 'Not sent',
  unclear: 'Not confirmed: it may have been sent',
  expired: 'Not sent, your turn',
  withdrawn: 'Taken back: the text is in the box',
};
