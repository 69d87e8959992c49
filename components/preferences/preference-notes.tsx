import type { ReadyPreferences } from '@/lib/shared/contract/preference';
import { can, type Membership } from '@/lib/shared/permissions';
import { hasUnsubscribed } from './preference-words';

/** What this list cannot show or this person cannot do, in a quiet word each. */
export function PreferenceNotes({
  preferences: { addresses, smsTypes, unreadable },
  membership,
}: {
  preferences: ReadyPreferences;
  membership: Membership;
}) {
  const hasNo = addresses.some(({ types, overall }) => hasUnsubscribed(types, overall));
  const notes = [
    !can(membership, 'preference:unsubscribe') && addresses.length > 0 && 'Your role reads these only.',
    can(membership, 'preference:unsubscribe') &&
      !can(membership, 'preference:resubscribe') &&
      hasNo &&
      'An admin can subscribe a contact again, and an agent whom an admin has allowed it.',
    smsTypes.length > 0 && `${list(smsTypes)}: for SMS types GoHighLevel gives no status of a contact.`,
    unreadable > 0 &&
      `GoHighLevel gave ${unreadable === 1 ? 'an entry' : `${unreadable} entries`} that could not be understood.`,
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <ul className="mt-2.5 grid gap-1.5 text-12 text-ink-3">
      {notes.map((note) => (
        <li key={note} className="[overflow-wrap:anywhere]">
          {note}
        </li>
      ))}
    </ul>
  );
}

function list(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}
