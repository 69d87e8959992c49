import 'server-only';
import { z } from 'zod';
import type { Contact } from '@/lib/shared/contract/contact';
import type { GhlClient, ReadOptions } from './client';
import { mergeParts, readContact, visitorId } from './contact-wire';
import { GhlShapeError } from './errors';
import { callInfo, checkedId } from './operations';
import type { Priority } from './priority';
import { unwrapped } from './wire';

const keptMs = 30_000;
const maxPageSize = 100;

export async function getContact(
  ghl: GhlClient,
  contactId: string,
  options: ReadOptions = {},
): Promise<Contact> {
  return (await contactWithVisitor(ghl, contactId, options)).contact;
}

/** What GHL knows the contact's live chat by; null when the contact never chatted. For `showTyping` only. */
export async function getVisitorId(
  ghl: GhlClient,
  contactId: string,
  options: ReadOptions = {},
): Promise<string | null> {
  return (await contactWithVisitor(ghl, contactId, options)).visitorId;
}

/** What a text can say of the contact beyond the contract's fields. */
export async function getMergeParts(
  ghl: GhlClient,
  contactId: string,
  options: ReadOptions = {},
): Promise<{ contact: Contact; parts: ReturnType<typeof mergeParts> }> {
  return contactWithVisitor(ghl, contactId, options);
}

function contactWithVisitor(ghl: GhlClient, contactId: string, options: ReadOptions) {
  const operation = 'get-contact';
  const id = checkedId(operation, 'contactId', contactId);
  return ghl.reads.read(
    `contact:${id}`,
    keptMs,
    async (shared) => {
      const answer = await ghl.call(operation, { params: { contactId: id }, schema: z.unknown(), ...shared });
      const wire = unwrapped(answer, 'contact');
      const contact = readContact(wire);
      if (contact?.id !== id) throw new GhlShapeError(callInfo(operation), { field: 'contact' });
      return { contact, visitorId: visitorId(wire), parts: mergeParts(wire) };
    },
    options,
  );
}

/** Contacts by name, email or phone, the best first. Those that cannot be read are left out: nobody could be meant. */
export async function searchContacts(
  ghl: GhlClient,
  words: string,
  { limit = 20, priority, signal }: ReadOptions & { limit?: number } = {},
): Promise<Contact[]> {
  const operation = 'search-contacts-advanced';
  const answer = await ghl.call(operation, {
    // 422 without a page and its size (CONTRACT 4).
    body: {
      locationId: ghl.locationId,
      query: words,
      page: 1,
      pageLimit: Math.min(Math.max(1, limit), maxPageSize),
    },
    schema: z.object({ contacts: z.array(z.unknown()) }),
    priority,
    signal,
  });
  return answer.contacts.flatMap((contact) => readContact(contact) ?? []);
}

/** Changes whom a contact, and with it the conversation, belongs to; null takes the owner away (CONTRACT 1.10). */
export async function assignContact(
  ghl: GhlClient,
  contactId: string,
  userId: string | null,
  { priority }: { priority?: Priority } = {},
): Promise<void> {
  const operation = 'update-contact';
  const assignedTo = userId === null ? null : checkedId(operation, 'userId', userId);
  await changingContact(ghl, contactId, () =>
    ghl.call(operation, { params: { contactId }, body: { assignedTo }, schema: z.unknown(), priority }),
  );
}

/** Drops what was read of the contact; also after a failure, as a write that broke may have been made. */
export async function changingContact<T>(
  ghl: GhlClient,
  contactId: string,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } finally {
    // Rows of conversations show the contact's name, tags and owner.
    ghl.reads.drop([`contact:${contactId}`, 'conversations:', 'conversation:']);
  }
}
