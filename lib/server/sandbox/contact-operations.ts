import 'server-only';
import {
  type Answer,
  bodyOf,
  type Call,
  created,
  ok,
  param,
  requireContact,
  requireOwnLocation,
} from './call';
import { changeContact, removeContact } from './contact-change';
import { writeContactFields } from './contact-fields';
import { contactById } from './contact-view';
import { contactName } from './conversation-view';
import type { ContactRecord } from './records';
import { Refusal, unprocessable } from './refusal';

export function getContact(call: Call): Answer {
  return ok({ contact: contactById(requireContact(call, param(call, 'contactId'))) });
}

/** GHL really spells it `succeded`; both spellings are in the answer (CONTRACT 4). */
export function postContact(call: Call): Answer {
  const contact = draftOf(call);
  const twin = duplicateOf(call, contact);
  if (twin) throw duplicateRefusal(twin.contact, twin.matchingField);
  addContact(call, contact);
  return created({ new: true, succeded: true, succeeded: true, contact: contactById(contact) });
}

/** Changes the contact of the same email or phone, or makes one (CONTRACT 4). The answer says which by `new`. */
export function upsertContact(call: Call): Answer {
  const draft = draftOf(call);
  const twin = duplicateOf(call, draft);
  if (twin && bodyOf(call).createNewIfDuplicateAllowed !== true) {
    writeContact(call, twin.contact);
    return ok({ new: false, succeded: true, succeeded: true, contact: contactById(twin.contact) });
  }
  addContact(call, draft);
  return ok({ new: true, succeded: true, succeeded: true, contact: contactById(draft) });
}

/** Partial, but tags and dndSettings replace what was there (CONTRACT 4). */
export function putContact(call: Call): Answer {
  const contact = requireContact(call, param(call, 'contactId'));
  writeContact(call, contact);
  return ok({ succeded: true, succeeded: true, contact: contactById(contact) });
}

export function deleteContact(call: Call): Answer {
  removeContact(call.location, requireContact(call, param(call, 'contactId')));
  return ok({ succeded: true });
}

export function getDuplicateContact(call: Call): Answer {
  const { query } = call;
  requireOwnLocation(call, query.get('locationId'));
  const email = query.get('email') ?? undefined;
  const phone = query.get('number')?.replace(/[^\d+]/g, '');
  if (!email && !phone) throw unprocessable(['email or number should not be empty']);
  const found = duplicateOf(call, { email, phone });
  if (!found) return ok({ contact: null });
  return ok({ contact: contactById(found.contact), matchingField: found.matchingField });
}

function draftOf(call: Call): ContactRecord {
  const body = bodyOf(call);
  requireOwnLocation(call, typeof body.locationId === 'string' ? body.locationId : undefined);
  const { location } = call;
  const now = location.now();
  const contact: ContactRecord = {
    id: '',
    locationId: location.id,
    tags: [],
    additionalEmails: [],
    additionalPhones: [],
    followers: [],
    customFields: [],
    dateAdded: now,
    dateUpdated: now,
  };
  const messages = writeContactFields(contact, body);
  if (messages.length > 0) throw unprocessable(messages);
  return contact;
}

function addContact({ location }: Call, draft: ContactRecord): void {
  draft.id = location.newId();
  location.addContact(draft);
  location.events.emit({ kind: 'contact', change: 'Create', contact: draft });
}

function writeContact(call: Call, contact: ContactRecord): void {
  const draft = { ...contact };
  const messages = writeContactFields(draft, bodyOf(call));
  if (messages.length > 0) throw unprocessable(messages);
  refusePermanentDnd(contact, draft);
  changeContact(call.location, contact, draft);
}

function duplicateOf(
  call: Call,
  draft: { email?: string; phone?: string },
): { contact: ContactRecord; matchingField: 'email' | 'phone' } | undefined {
  const email = draft.email?.toLowerCase();
  for (const contact of call.location.contacts.values()) {
    if (email && contact.email?.toLowerCase() === email) return { contact, matchingField: 'email' };
    if (draft.phone && contact.phone === draft.phone) return { contact, matchingField: 'phone' };
  }
  return undefined;
}

function duplicateRefusal(contact: ContactRecord, matchingField: string): Refusal {
  return new Refusal(400, {
    statusCode: 400,
    message: 'This location does not allow duplicated contacts.',
    meta: { contactId: contact.id, contactName: contactName(contact), matchingField },
  });
}

/** Status 400 with `statusCode: 401` in the body: so it was seen (CONTRACT 1.12). */
function refusePermanentDnd(contact: ContactRecord, draft: ContactRecord): void {
  for (const [channel, setting] of Object.entries(contact.dndSettings ?? {})) {
    if (setting.status !== 'permanent' || draft.dndSettings?.[channel]?.status === 'permanent') continue;
    throw new Refusal(400, {
      statusCode: 401,
      message: `Not authorized to update permanent dnd setting for ${channel}`,
    });
  }
}
