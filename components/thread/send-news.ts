import type { PendingSend } from '@/lib/client/queries/sends';
import type { Send } from '@/lib/shared/contract/send';

type SendState = { state: Send['state'] | 'pending'; reason?: string };
export type SendStates = ReadonlyMap<string, SendState>;

export function sendStates(sends: readonly Send[], pending: readonly PendingSend[]): SendStates {
  return new Map<string, SendState>([
    ...pending.map(({ request }) => [request.clientId, { state: 'pending' }] as const),
    ...sends.map(({ clientId, state, error }) => [clientId, { state, reason: error?.message }] as const),
  ]);
}

/** What a screen reader should hear: how the sends ended that were under way before. */
export function sendNews(before: SendStates, after: SendStates): string[] {
  return [...after].flatMap(([clientId, { state, reason }]) => {
    const was = before.get(clientId)?.state;
    if (was !== 'pending' && was !== 'sending') return [];
    // Whoever joins the news ends each with a full stop.
    if (state === 'failed' && reason) return `Not sent: ${reason.replace(/\.$/, '')}`;
    return words[state] ?? [];
  });
}

const words: Partial<Record<SendState['state'], string>> = {
  sent: 'Sent',
  failed: 'Not sent',
  unclear: 'Not confirmed: it may have been sent',
};
