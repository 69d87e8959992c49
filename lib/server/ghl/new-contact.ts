import 'server-only';
import type { AddedContact, NewContact } from '@/lib/shared/contract/contact';
import type { GhlClient } from './client';
import { createContact, findDuplicateContact } from './contact-changes';
import { GhlHttpError } from './errors';

/**
 * A new contact, or the one that has this email or phone already, where the location allows no second one: GHL then
 * refuses (CONTRACT 1.12) and is asked who it is.
 */
export async function addContact(ghl: GhlClient, fields: NewContact): Promise<AddedContact> {
  try {
    return { kind: 'created', contact: await createContact(ghl, fields) };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    for (const field of ['email', 'phone'] as const) {
      const value = fields[field];
      const contact = value ? await findDuplicateContact(ghl, { [field]: value }) : null;
      if (contact) return { kind: 'exists', contact, field };
    }
    throw error;
  }
}

function isDuplicate(error: unknown): boolean {
  return error instanceof GhlHttpError && error.status === 400 && /duplicate/i.test(error.ghlMessage ?? '');
}
