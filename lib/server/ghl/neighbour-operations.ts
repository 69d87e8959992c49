import 'server-only';
import { type Operation, others, read, write } from './operation';

const contact = '/contacts/{contactId}';
const notes = `${contact}/notes` as const;
const tasks = `${contact}/tasks` as const;
const contactsRead = 'contacts.readonly';
const contactsWrite = 'contacts.write';

/** Contacts and what hangs on them (CONTRACT 4), by the names of the official document. */
export const contactOperations = {
  'get-contact': read(contact, others, contactsRead),
  // A read by its nature, but a POST: only GET is ever repeated.
  'search-contacts-advanced': write('POST', '/contacts/search', others, contactsRead),
  'get-duplicate-contact': read('/contacts/search/duplicate', others, contactsRead),
  'create-contact': write('POST', '/contacts/', others, contactsWrite),
  'upsert-contact': write('POST', '/contacts/upsert', others, contactsWrite),
  'update-contact': write('PUT', contact, others, contactsWrite),
  'delete-contact': write('DELETE', contact, others, contactsWrite),
  'add-tags': write('POST', `${contact}/tags`, others, contactsWrite),
  'remove-tags': write('DELETE', `${contact}/tags`, others, contactsWrite),
  'add-followers-contact': write('POST', `${contact}/followers`, others, contactsWrite),
  'remove-followers-contact': write('DELETE', `${contact}/followers`, others, contactsWrite),
  'get-all-notes': read(notes, others, contactsRead),
  'create-note': write('POST', notes, others, contactsWrite),
  'update-note': write('PUT', `${notes}/{noteId}`, others, contactsWrite),
  'delete-note': write('DELETE', `${notes}/{noteId}`, others, contactsWrite),
  'get-all-tasks': read(tasks, others, contactsRead),
  'create-task': write('POST', tasks, others, contactsWrite),
  'update-task': write('PUT', `${tasks}/{taskId}`, others, contactsWrite),
  'update-task-completed': write('PUT', `${tasks}/{taskId}/completed`, others, contactsWrite),
  'delete-task': write('DELETE', `${tasks}/{taskId}`, others, contactsWrite),
} as const satisfies Record<string, Operation>;

const location = '/locations/{locationId}';

/** The location, its people and what it lends to messages (CONTRACT 4). */
export const locationOperations = {
  'get-user-by-location': read('/users/', others, 'users.readonly'),
  'get-user': read('/users/{userId}', others, 'users.readonly'),
  'get-location': read(location, others, 'locations.readonly'),
  'get-location-tags': read(`${location}/tags`, others, 'locations/tags.readonly'),
  'get-custom-fields': read(`${location}/customFields`, others, 'locations/customFields.readonly'),
  'get-custom-values': read(`${location}/customValues`, others, 'locations/customValues.readonly'),
  'GET-all-or-email-sms-templates': read(`${location}/templates`, others, 'locations/templates.readonly'),
  'active-numbers': read('/phone-system/numbers/location/{locationId}', others, 'phonenumbers.read'),
  'upload-media-content': write('POST', '/medias/upload-file', others, 'medias.write'),
} as const satisfies Record<string, Operation>;

/** What the credentials of a marketplace app are for (CONTRACT 2.1). */
export const oauthOperations = {
  // Not repeated: a refresh token is good for one use.
  'get-access-token': write('POST', '/oauth/token', others, null),
  'get-location-access-token': write('POST', '/oauth/locationToken', others, 'oauth.write'),
  'get-installed-location': read('/oauth/installedLocations', others, 'oauth.readonly'),
} as const satisfies Record<string, Operation>;
