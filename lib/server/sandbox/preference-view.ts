import 'server-only';
import type { LocationState } from './location-state';
import { emailsOf } from './preference-rules';
import { oneOnOne, type SubtypeRecord } from './preference-state';
import type { ContactRecord } from './records';

/** An answer of these operations: an object, or in some shapes a bare list. */
export type PreferenceBody = Record<string, unknown> | unknown[];

export function subtypeList(location: LocationState): PreferenceBody {
  const rows = [...location.preferences.subtypes.values()].map((subtype) => subtypeView(location, subtype));
  switch (location.preferences.shape) {
    case 'wrapped':
      return { customSubtypes: rows };
    case 'array':
    case 'minimal':
      return rows;
    case 'data':
      return { data: rows };
    case 'subtypes':
      return { subtypes: rows, total: rows.length };
    case 'map':
      return { success: true, data: { customSubtypes: rows } };
  }
}

export function oneSubtype(location: LocationState, subtype: SubtypeRecord): PreferenceBody {
  const row = subtypeView(location, subtype);
  switch (location.preferences.shape) {
    case 'wrapped':
      return { success: true, customSubtype: row };
    case 'subtypes':
      return { subtype: row };
    case 'data':
      return { data: row };
    case 'map':
      return { success: true, id: subtype.id };
    case 'array':
    case 'minimal':
      return row;
  }
}

function subtypeView(location: LocationState, subtype: SubtypeRecord): Record<string, unknown> {
  const { id, name, description, channel, language, archived } = subtype;
  const { shape } = location.preferences;
  if (shape === 'minimal') return { id, name, channel, archived };
  return {
    ...(shape === 'array' ? { _id: id } : { id }),
    locationId: location.id,
    name,
    description,
    channel,
    language,
    ...(shape === 'subtypes' ? { isArchived: archived } : { archived }),
    resubscription_legal_form_id: subtype.legalFormId,
    createdAt: new Date(subtype.dateAdded).toISOString(),
    updatedAt: new Date(subtype.dateUpdated).toISOString(),
  };
}

type Row = { email: string; subtype: SubtypeRecord | null; status: string };

/** The status of every address and type: email types only, archived ones where something was ever said. */
export function statusBody(
  location: LocationState,
  contact: ContactRecord,
  email: string | null,
): PreferenceBody {
  const addresses = emailsOf(contact).filter(
    (address) => email === null || address.toLowerCase() === email.toLowerCase(),
  );
  const rows = addresses.flatMap((address) => rowsOf(location, contact, address));
  switch (location.preferences.shape) {
    case 'wrapped':
      return {
        contactId: contact.id,
        emails: addresses.map((address) => ({
          email: address,
          subscriptions: rows
            .filter((row) => row.email === address)
            .map(({ subtype, status }) => ({
              type: subtype ? 'custom' : 'default',
              subtypeId: subtype?.id,
              name: subtype?.name ?? oneOnOne,
              status,
            })),
        })),
      };
    case 'array':
      return rows.map(snakeRow);
    case 'data':
      return { data: rows.map(snakeRow) };
    case 'subtypes':
      return {
        status: rows.map(({ email: address, subtype, status }) => ({
          emailAddress: address,
          subtype: subtype ? { id: subtype.id, name: subtype.name } : { name: oneOnOne },
          unsubscribed: status === 'unsubscribed',
        })),
      };
    case 'map':
      return {
        data: Object.fromEntries(
          addresses.map((address) => [
            address,
            Object.fromEntries(
              rows
                .filter((row) => row.email === address)
                .map(({ subtype, status }) => [subtype?.id ?? oneOnOne, status.toUpperCase()]),
            ),
          ]),
        ),
      };
    case 'minimal':
      return addresses.map((address) => ({
        email: address,
        status: rows.some((row) => row.email === address && row.status === 'subscribed')
          ? 'subscribed'
          : 'unsubscribed',
      }));
  }
}

function rowsOf(location: LocationState, contact: ContactRecord, email: string): Row[] {
  const { preferences } = location;
  const custom = [...preferences.subtypes.values()].filter(
    ({ id, channel, archived }) =>
      channel === 'email' && (!archived || preferences.choiceOf(contact.id, email, id) !== undefined),
  );
  return [null, ...custom].map((subtype) => ({
    email,
    subtype,
    status: preferences.statusOf(contact.id, email, subtype?.id ?? oneOnOne),
  }));
}

function snakeRow({ email, subtype, status }: Row): Record<string, unknown> {
  return {
    email,
    subtype_id: subtype?.id ?? null,
    subtype_name: subtype?.name ?? oneOnOne,
    subtype_status: status,
  };
}
