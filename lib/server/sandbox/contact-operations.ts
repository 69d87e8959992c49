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
  const body = bodyOf(call);
  requireOwnLocation(call, typeof body.locationId === 'string' ? body.locationId : undefined);
  const { location } = call;
  const now = location.now();
  const contact: ContactRecord = {
    id: location.newId(),
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
  refuseDuplicate(call, contact);
  location.addContact(contact);
  return created({ new: true, succeded: true, succeeded: true, contact: contactById(contact) });
}

/** Partial, but tags and dndSettings replace what was there (CONTRACT 4). */
export function putContact(call: Call): Answer {
  const contact = requireContact(call, param(call, 'contactId'));
  const body = bodyOf(call);
  const draft = { ...contact };
  const messages = writeContactFields(draft, body);
  if (messages.length > 0) throw unprocessable(messages);
  refusePermanentDnd(contact, draft);

  const conversationId = call.location.conversationByContact.get(contact.id);
  if (conversationId) call.location.search.willChange(conversationId);
  Object.assign(contact, draft, { dateUpdated: call.location.now() });
  return ok({ succeded: true, succeeded: true, contact: contactById(contact) });
}

export function getDuplicateContact(call: Call): Answer {
  const { query, location } = call;
  requireOwnLocation(call, query.get('locationId'));
  const email = query.get('email')?.toLowerCase();
  const number = query.get('number')?.replace(/[^\d+]/g, '');
  if (!email && !number) throw unprocessable(['email or number should not be empty']);
  for (const contact of location.contacts.values()) {
    if (email && contact.email?.toLowerCase() === email) {
      return ok({ contact: contactById(contact), matchingField: 'email' });
    }
    if (number && contact.phone === number) {
      return ok({ contact: contactById(contact), matchingField: 'phone' });
    }
  }
  return ok({ contact: null });
}

function refuseDuplicate(call: Call, draft: ContactRecord): void {
  for (const contact of call.location.contacts.values()) {
    const isSameEmail = !!draft.email && contact.email?.toLowerCase() === draft.email.toLowerCase();
    const isSamePhone = !!draft.phone && contact.phone === draft.phone;
    if (!isSameEmail && !isSamePhone) continue;
    throw new Refusal(400, {
      statusCode: 400,
      message: 'This location does not allow duplicated contacts.',
      meta: {
        contactId: contact.id,
        contactName: contactName(contact),
        matchingField: isSameEmail ? 'email' : 'phone',
      },
    });
  }
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
