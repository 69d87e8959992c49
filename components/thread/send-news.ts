import type { PendingSend } from '@/lib/client/queries/sends';
import type { Send } from '@/lib/shared/contract/send';

export type SendStates = ReadonlyMap<string, Send['state'] | 'pending'>;

export function sendStates(sends: readonly Send[], pending: readonly PendingSend[]): SendStates {
  return new Map([
    ...pending.map(({ request }) => [request.clientId, 'pending'] as const),
    ...sends.map((send) => [send.clientId, send.state] as const),
  ]);
}

/** What a screen reader should hear: how the sends ended that were under way before. */
export function sendNews(before: SendStates, after: SendStates): string[] {
  return [...after].flatMap(([clientId, state]) => {
    const was = before.get(clientId);
    if (was !== 'pending' && was !== 'sending') return [];
    return words[state] ?? [];
  });
}

const words: Partial<Record<Send['state'] | 'pending', string>> = {
  sent: 'Sent',
  failed: 'Not sent',
  unclear: 'Not confirmed: it may have been sent',
};
