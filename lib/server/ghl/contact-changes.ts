import 'server-only';
import { z } from 'zod';
import type { Contact } from '@/lib/shared/contract/contact';
import type { GhlClient, ReadOptions } from './client';
import { readContact } from './contact-wire';
import { changingContact } from './contacts';
import { GhlShapeError } from './errors';
import { callInfo, checkedId, type OperationName } from './operations';
import type { Priority } from './priority';
import { isRecord, unwrapped, wireFlag } from './wire';

/** What a contact can be given; null empties a field. Tags, owner and DND have functions of their own. */
export type ContactFields = {
  firstName?: string | null;
  lastName?: string | null;
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  address1?: string | null;
  city?: string | null;
  state?: string | null;
  postalCode?: string;
  country?: string;
  website?: string | null;
  timezone?: string | null;
  source?: string;
  customFields?: { id: string; value: string | string[] }[];
};
/** GHL takes these when it makes a contact, and the tags only then: later they would replace all that are there. */
type NewContact = ContactFields & { companyName?: string | null; tags?: string[] };

/** Fields that are not given stay as they are (CONTRACT 4). */
export async function updateContact(ghl: GhlClient, contactId: string, fields: ContactFields): Promise<void> {
  await changingContact(ghl, contactId, () =>
    ghl.call('update-contact', { params: { contactId }, body: fieldsBody(fields), schema: z.unknown() }),
  );
}

/** Throws GHL's refusal (400) where the location allows no second contact of the same email or phone. */
export async function createContact(ghl: GhlClient, fields: NewContact): Promise<Contact> {
  return (await writeNew(ghl, 'create-contact', fields)).contact;
}

/** The contact of that email or phone with these fields, or a new one. */
export function upsertContact(
  ghl: GhlClient,
  fields: NewContact,
): Promise<{ contact: Contact; isNew: boolean }> {
  return writeNew(ghl, 'upsert-contact', fields);
}

/** The contact that already has this email or phone; null when nobody has. */
export async function findDuplicateContact(
  ghl: GhlClient,
  { email, phone }: { email?: string; phone?: string },
  options: ReadOptions = {},
): Promise<Contact | null> {
  const operation = 'get-duplicate-contact';
  const answer = await ghl.call(operation, {
    query: { locationId: ghl.locationId, email, number: phone },
    schema: z.unknown(),
    ...options,
  });
  if (!isRecord(answer)) throw new GhlShapeError(callInfo(operation), { field: 'contact' });
  return readContact(answer.contact);
}

/** Deletes the contact, and with it what everybody sees of it in GHL. */
export async function deleteContact(ghl: GhlClient, contactId: string): Promise<void> {
  await changingContact(ghl, contactId, () =>
    ghl.call('delete-contact', { params: { contactId }, schema: z.unknown() }),
  );
}

/** Adds these and leaves the others: an update of the contact would replace them all (CONTRACT 4). */
export async function addTags(
  ghl: GhlClient,
  contactId: string,
  tags: string[],
  options: { priority?: Priority } = {},
): Promise<void> {
  await writeList(ghl, 'add-tags', contactId, { tags }, options);
}

export async function removeTags(
  ghl: GhlClient,
  contactId: string,
  tags: string[],
  options: { priority?: Priority } = {},
): Promise<void> {
  await writeList(ghl, 'remove-tags', contactId, { tags }, options);
}

/** Followers are users of GHL. */
export async function addFollowers(ghl: GhlClient, contactId: string, userIds: string[]): Promise<void> {
  const operation = 'add-followers-contact';
  await writeList(ghl, operation, contactId, { followers: checkedUsers(operation, userIds) });
}

export async function removeFollowers(ghl: GhlClient, contactId: string, userIds: string[]): Promise<void> {
  const operation = 'remove-followers-contact';
  await writeList(ghl, operation, contactId, { followers: checkedUsers(operation, userIds) });
}

async function writeNew(
  ghl: GhlClient,
  operation: 'create-contact' | 'upsert-contact',
  fields: NewContact,
): Promise<{ contact: Contact; isNew: boolean }> {
  try {
    const answer = await ghl.call(operation, {
      body: { locationId: ghl.locationId, ...fieldsBody(fields) },
      schema: z.unknown(),
    });
    const contact = readContact(unwrapped(answer, 'contact'));
    if (!contact) throw new GhlShapeError(callInfo(operation), { field: 'contact' });
    return { contact, isNew: wireFlag.parse(isRecord(answer) ? answer.new : null) };
  } finally {
    ghl.reads.drop(['contact:', 'conversations:', 'conversation:']);
  }
}

async function writeList(
  ghl: GhlClient,
  operation: OperationName,
  contactId: string,
  body: Record<string, string[]>,
  { priority }: { priority?: Priority } = {},
): Promise<void> {
  await changingContact(ghl, contactId, () =>
    ghl.call(operation, { params: { contactId }, body, schema: z.unknown(), priority }),
  );
}

function checkedUsers(operation: OperationName, userIds: string[]): string[] {
  return userIds.map((id) => checkedId(operation, 'userId', id));
}

function fieldsBody({ customFields, ...fields }: NewContact): Record<string, unknown> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(given),
    // Written as `field_value`, read as `value` (CONTRACT 4).
    ...(customFields
      ? { customFields: customFields.map(({ id, value }) => ({ id, field_value: value })) }
      : {}),
  };
}
