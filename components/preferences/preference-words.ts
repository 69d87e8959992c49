import type { PreferenceStatus, PreferenceType } from '@/lib/shared/contract/preference';

export const statusWords: Record<PreferenceStatus, string> = {
  subscribed: 'Subscribed',
  unsubscribed: 'Unsubscribed',
  unknown: 'GoHighLevel gives no status',
};

/** What was done, once the status has been read again: GHL's word counts, also where it differs. */
export function resultWords(name: string, wanted: PreferenceStatus, now: PreferenceStatus): string {
  if (now === wanted) {
    return wanted === 'unsubscribed' ? `Unsubscribed from ${name}.` : `Subscribed to ${name} again.`;
  }
  const still = now === 'unknown' ? 'gives no status yet' : `still says ${statusWords[now].toLowerCase()}`;
  return `GoHighLevel took the change and ${still}. Look again in a moment.`;
}

/** Whether there is a no to take back. Nobody is sent an archived type, and GHL changes nothing about it. */
export function hasUnsubscribed(types: readonly PreferenceType[], overall: PreferenceStatus | null): boolean {
  return (
    overall === 'unsubscribed' ||
    types.some(({ status, isArchived }) => status === 'unsubscribed' && !isArchived)
  );
}
