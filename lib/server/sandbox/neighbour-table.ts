import 'server-only';
import type { Operation } from './call';
import { addFollowers, addTags, removeFollowers, removeTags } from './contact-links';
import { listContacts } from './contact-list';
import { deleteNote, getNote, listNotes, postNote, putNote } from './contact-notes';
import {
  deleteContact,
  getContact,
  getDuplicateContact,
  postContact,
  putContact,
  upsertContact,
} from './contact-operations';
import { searchContacts } from './contact-search';
import {
  deleteTask,
  getTask,
  listTasks,
  postTask,
  putTask,
  putTaskCompleted,
  searchTasks,
} from './contact-tasks';
import {
  listCustomFields,
  listCustomValues,
  listPhoneNumbers,
  listTags,
  listTemplates,
  postTag,
} from './location-operations';
import { uploadMedia } from './media-upload';
import { getLocation, getUser, listUsers, searchUsers } from './people-operations';

const read = 'contacts.readonly';
const write = 'contacts.write';
const contact = '/contacts/{contactId}';
const notes = `${contact}/notes`;
const tasks = `${contact}/tasks`;
const location = '/locations/{locationId}';

type Row = [
  Operation['operationId'],
  Operation['method'],
  Operation['path'],
  Operation['scope'],
  Operation['handle'],
];

/** What an inbox needs beside the conversations (CONTRACT 4). Fixed paths stand before templates. */
const rows: readonly Row[] = [
  ['search-contacts-advanced', 'POST', '/contacts/search', read, searchContacts],
  ['get-duplicate-contact', 'GET', '/contacts/search/duplicate', read, getDuplicateContact],
  ['upsert-contact', 'POST', '/contacts/upsert', write, upsertContact],
  ['get-contacts', 'GET', '/contacts', read, listContacts],
  ['create-contact', 'POST', '/contacts', write, postContact],
  ['get-contact', 'GET', contact, read, getContact],
  ['update-contact', 'PUT', contact, write, putContact],
  ['delete-contact', 'DELETE', contact, write, deleteContact],
  ['add-tags', 'POST', `${contact}/tags`, write, addTags],
  ['remove-tags', 'DELETE', `${contact}/tags`, write, removeTags],
  ['add-followers-contact', 'POST', `${contact}/followers`, write, addFollowers],
  ['remove-followers-contact', 'DELETE', `${contact}/followers`, write, removeFollowers],
  ['get-all-notes', 'GET', notes, read, listNotes],
  ['create-note', 'POST', notes, write, postNote],
  ['get-note', 'GET', `${notes}/{id}`, read, getNote],
  ['update-note', 'PUT', `${notes}/{id}`, write, putNote],
  ['delete-note', 'DELETE', `${notes}/{id}`, write, deleteNote],
  ['get-all-tasks', 'GET', tasks, read, listTasks],
  ['create-task', 'POST', tasks, write, postTask],
  ['get-task', 'GET', `${tasks}/{taskId}`, read, getTask],
  ['update-task', 'PUT', `${tasks}/{taskId}`, write, putTask],
  ['update-task-completed', 'PUT', `${tasks}/{taskId}/completed`, write, putTaskCompleted],
  ['delete-task', 'DELETE', `${tasks}/{taskId}`, write, deleteTask],
  ['get-user-by-location', 'GET', '/users', 'users.readonly', listUsers],
  ['get-user', 'GET', '/users/{userId}', 'users.readonly', getUser],
  ['get-location', 'GET', location, 'locations.readonly', getLocation],
  ['get-location-tags', 'GET', `${location}/tags`, 'locations/tags.readonly', listTags],
  ['create-tag', 'POST', `${location}/tags`, 'locations/tags.write', postTag],
  [
    'get-custom-fields',
    'GET',
    `${location}/customFields`,
    'locations/customFields.readonly',
    listCustomFields,
  ],
  [
    'get-custom-values',
    'GET',
    `${location}/customValues`,
    'locations/customValues.readonly',
    listCustomValues,
  ],
  [
    'GET-all-or-email-sms-templates',
    'GET',
    `${location}/templates`,
    'locations/templates.readonly',
    listTemplates,
  ],
  ['task-search', 'POST', `${location}/tasks/search`, 'locations/tasks.readonly', searchTasks],
  [
    'active-numbers',
    'GET',
    '/phone-system/numbers/location/{locationId}',
    'phonenumbers.read',
    listPhoneNumbers,
  ],
  ['upload-media-content', 'POST', '/medias/upload-file', 'medias.write', uploadMedia],
];

export const neighbourOperations: readonly Operation[] = [
  ...rows.map(([operationId, method, path, scope, handle]) => ({ operationId, method, path, scope, handle })),
  {
    operationId: 'search-users',
    method: 'GET',
    path: '/users/search',
    scope: 'users.readonly',
    onlyVersion: 'v3',
    handle: searchUsers,
  },
];
