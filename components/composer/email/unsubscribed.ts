import type { Preferences } from '@/lib/shared/contract/preference';
import { isSame } from './readers';

/** The type that an address has said no to, when an email of it is about to go there; null: GHL says nothing against it. */
export function unsubscribedFrom(
  preferences: Preferences,
  address: string,
  subtypeId: string | null,
): string | null {
  if (preferences.state !== 'ready') return null;
  const known = preferences.addresses.find(({ email }) => isSame(email, address));
  if (!known) return null;
  const type = known.types.find((one) => one.subtypeId === subtypeId);
  if (type) return type.status === 'unsubscribed' ? type.name : null;
  return known.overall === 'unsubscribed' ? 'all emails' : null;
}
