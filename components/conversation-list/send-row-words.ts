import type { Send } from '@/lib/shared/contract/send';

/** Longer than any row. */
const maxLength = 140;

/** Why a send needs somebody, in two or three words. */
export function attentionWords({ state }: Pick<Send, 'state'>): string {
  return words[state] ?? 'Not sent';
}

const words: Partial<Record<Send['state'], string>> = {
  stopped: 'They wrote first',
  failed: 'Not sent',
  unclear: 'Not confirmed',
  expired: 'Your turn',
  // Sent, and GHL said later that it did not arrive.
  sent: 'Not delivered',
  withdrawn: 'Taken back',
  held: 'Waiting',
};

/** How it begins, on one line; of an email its subject. */
export function firstWordsOf({ request, attachments }: Pick<Send, 'request' | 'attachments'>): string {
  const text = request.channel === 'Email' ? `${request.subject} · ${request.text}` : request.text;
  const line = text
    .slice(0, maxLength * 2)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxLength);
  return line || (attachments[0]?.name ?? '');
}
