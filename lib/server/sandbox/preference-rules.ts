import 'server-only';
import { type Call, missing } from './call';
import type { LocationState } from './location-state';
import { oneOnOne, type PreferenceState, type SubtypeRecord } from './preference-state';
import type { ContactRecord } from './records';
import { cannotRoute, httpException, Refusal, unauthorized } from './refusal';

/** Refuses while the feature is off or the token's role does not allow it, as a control orders. All GUESS. */
export function requirePreferences(call: Call, method: string, path: string, reach: 'read' | 'manage'): void {
  const { feature, role, roleReach } = call.location.preferences;
  if (feature === '404') throw cannotRoute(method, path);
  if (feature === '400')
    throw httpException(400, 'Preference Management is not available for this location.');
  if (role === 'ok' || (reach === 'read' && roleReach === 'manage')) return;
  if (role === '401') throw unauthorized('This action requires agency or account admin role.');
  throw new Refusal(403, { statusCode: 403, message: 'Forbidden resource', error: 'Forbidden' });
}

export function requireSubtype(call: Call, id: string): SubtypeRecord {
  const subtype = call.location.preferences.subtypes.get(id);
  if (subtype) return subtype;
  const isElsewhere = (other: LocationState) => other.preferences.subtypes.has(id);
  throw missing(call, isElsewhere, `Custom subtype with id ${id} not found`);
}

/** One name once in a channel, archived ones included: they can come back (GUESS). */
export function refuseDuplicateName(
  { subtypes }: PreferenceState,
  draft: Pick<SubtypeRecord, 'name' | 'channel'>,
  ownId: string | null,
): void {
  const name = draft.name.trim().toLowerCase();
  for (const { id, name: other, channel } of subtypes.values()) {
    if (id === ownId || channel !== draft.channel || other.trim().toLowerCase() !== name) continue;
    throw httpException(400, 'A custom subtype with this name already exists.');
  }
}

export function emailsOf(contact: ContactRecord): string[] {
  return [contact.email, ...contact.additionalEmails].filter((email) => email !== undefined);
}

/** An email of a type that the address does not want is not sent; one without a type counts as one on one (GUESS). */
export function refuseUnsubscribed(
  location: LocationState,
  contact: ContactRecord,
  email: string,
  subtypeId: string | undefined,
): void {
  const status = location.preferences.statusOf(contact.id, email, subtypeId ?? oneOnOne);
  if (location.preferences.feature !== 'on' || status === 'subscribed') return;
  throw httpException(400, 'Cannot send email as the contact has unsubscribed from this type of emails.');
}
