import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { getMergeParts } from '@/lib/server/ghl/contacts';
import { GhlError } from '@/lib/server/ghl/errors';
import { type CustomField, listCustomFields, listCustomValues } from '@/lib/server/ghl/location-lists';
import { getLocation } from '@/lib/server/ghl/locations';
import type { Person } from '@/lib/shared/contract/session';
import type { Variable } from '@/lib/shared/contract/variable';

/** What braces can stand for, and what they stand for with this contact; without one, what they stand for anyway. */
export async function variablesFor(
  ghl: GhlClient,
  person: Pick<Person, 'name' | 'email'>,
  contactId: string | null,
): Promise<Variable[]> {
  const [known, fields, values, location] = await Promise.all([
    contactId === null ? null : getMergeParts(ghl, contactId),
    // Lists of their own rights: without them these are simply not on offer.
    listCustomFields(ghl).catch(nothing<CustomField[]>([])),
    listCustomValues(ghl).catch(nothing([])),
    getLocation(ghl).catch(nothing(null)),
  ]);
  const contact = known?.contact;
  const name = contact?.name ?? null;
  const of = (group: Variable['group'], key: string, label: string, value: string | null | undefined) => ({
    name: key,
    label,
    group,
    value: value || null,
  });
  return [
    of('contact', 'contact.first_name', 'First name', known?.parts.firstName ?? firstWord(name)),
    of('contact', 'contact.last_name', 'Last name', known?.parts.lastName),
    of('contact', 'contact.name', 'Full name', name),
    of('contact', 'contact.email', 'Email', contact?.email),
    of('contact', 'contact.phone', 'Phone', contact?.phone),
    of('contact', 'contact.company_name', 'Company', contact?.companyName),
    of('contact', 'contact.city', 'City', contact?.city),
    ...fields.flatMap(({ id, key, name: label }) => {
      const value = known?.parts.customFields.find((field) => field.id === id)?.value;
      return key ? [of('field', plainKey(key, 'contact'), label, value)] : [];
    }),
    of('you', 'user.name', 'Your name', person.name),
    of('you', 'user.first_name', 'Your first name', firstWord(person.name)),
    of('you', 'user.email', 'Your email', person.email),
    of('team', 'location.name', 'Location', location?.name),
    ...values.flatMap(({ key, name: label, value }) =>
      key ? [of('team', plainKey(key, 'custom_values'), label, value)] : [],
    ),
  ];
}

/** GHL writes a key with its braces, with its first word, or bare. */
function plainKey(key: string, owner: string): string {
  const plain = key.replace(/[{}\s]/g, '').toLowerCase();
  return plain.startsWith(`${owner}.`) ? plain : `${owner}.${plain}`;
}

function firstWord(name: string | null): string | null {
  return name?.trim().split(/\s+/)[0] || null;
}

function nothing<Value>(value: Value): (error: unknown) => Value {
  return (error) => {
    if (error instanceof GhlError) return value;
    throw error;
  };
}
