import type { Preferences } from '@/lib/shared/contract/preference';

/** Why no email of any kind may go to an address; null when some may, or GHL does not say. */
export function emailRefusal(preferences: Preferences | undefined, email: string | null): string | null {
  if (preferences?.state !== 'ready' || !email) return null;
  const address = preferences.addresses.find((one) => one.email.toLowerCase() === email.toLowerCase());
  if (!address) return null;
  const types = address.types.filter(({ isArchived }) => !isArchived);
  const isOut =
    address.overall === 'unsubscribed' ||
    (types.length > 0 && types.every(({ status }) => status === 'unsubscribed'));
  return isOut ? `${email} has unsubscribed from every type of email.` : null;
}
