import 'server-only';
import type { ContactChange } from './event-outlet';
import type { LocationState } from './location-state';
import type { ContactRecord } from './records';

/** Every write to a contact goes through here: the search must know of it before, the listeners after. */
export function changeContact(
  location: LocationState,
  contact: ContactRecord,
  fields: Partial<ContactRecord>,
): void {
  const isRetagged = fields.tags !== undefined && !isEqual(fields.tags, contact.tags);
  const isReblocked =
    ('dnd' in fields && fields.dnd !== contact.dnd) ||
    ('dndSettings' in fields && !isEqual(fields.dndSettings, contact.dndSettings));
  const conversationId = location.conversationByContact.get(contact.id);
  if (conversationId) location.search.willChange(conversationId);
  Object.assign(contact, fields, { dateUpdated: location.now() });
  const changes: ContactChange[] = ['Update'];
  if (isRetagged) changes.push('TagUpdate');
  if (isReblocked) changes.push('DndUpdate');
  for (const change of changes) location.events.emit({ kind: 'contact', change, contact });
}

/** Its conversation, messages, notes and tasks go with it (GUESS: nobody recorded what stays). */
export function removeContact(location: LocationState, contact: ContactRecord): void {
  const conversation = location.conversationOf(contact.id);
  if (conversation) location.removeConversation(conversation);
  location.crm.forgetContact(contact.id);
  location.contacts.delete(contact.id);
  location.events.emit({ kind: 'contact', change: 'Delete', contact });
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
