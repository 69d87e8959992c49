import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addFollowers,
  addTags,
  createContact,
  deleteContact,
  findDuplicateContact,
  removeFollowers,
  removeTags,
  updateContact,
  upsertContact,
} from './contact-changes';
import { setBlockedChannels } from './contact-dnd';
import { getContact, getVisitorId } from './contacts';
import { GhlHttpError, GhlIdError, GhlOptedOutError, GhlShapeError } from './errors';
import { listCustomFields, listCustomValues, listPhoneNumbers, listTags } from './location-lists';
import { uploadMedia } from './media';
import { createNote, deleteNote, listNotes, updateNote } from './notes';
import { completeTask, createTask, deleteTask, listTasks, updateTask } from './tasks';
import { listTemplates } from './templates';
import { contact } from './testing/recorded';
import * as recorded from './testing/recorded-neighbours';
import { json, startUpstream } from './testing/upstream';
import { getUser } from './users';

type Answer = [body: unknown, status?: number];
let answers: Record<string, Answer> = {};
let upstream: Awaited<ReturnType<typeof startUpstream>>;

beforeAll(async () => {
  upstream = await startUpstream((seen, response) => {
    const name = `${seen.method} ${seen.path}`;
    const [body, status] = answers[name] ?? [{ statusCode: 404, message: `Cannot ${name}` }, 404];
    json(response, body, status);
  });
});
afterAll(() => upstream.close());
beforeEach(() => {
  answers = {};
  upstream.requests.length = 0;
});
const asked = () => upstream.requests.map(({ method, path }) => `${method} ${path}`);
const lastBody = (): unknown => JSON.parse(upstream.requests.at(-1)?.body ?? '');
const id = contact.id;
const place = `/contacts/${id}`;

describe('a contact', () => {
  it('is changed in the fields that are given, and read again', async () => {
    answers[`GET ${place}`] = [{ contact: { ...contact, visitorId: 'v1' } }];
    answers[`PUT ${place}`] = [{ succeded: true, contact }];
    const ghl = upstream.client();
    expect(await getVisitorId(ghl, id)).toBe('v1');
    await getContact(ghl, id);
    expect(asked()).toHaveLength(1);
    const customFields = [{ id: 'cf1', value: 'M' }];
    await updateContact(ghl, id, { firstName: 'Dana', email: null, city: undefined, customFields });
    expect(lastBody()).toEqual({
      firstName: 'Dana',
      email: null,
      customFields: [{ id: 'cf1', field_value: 'M' }],
    });
    await getContact(ghl, id);
    expect(asked()).toEqual([`GET ${place}`, `PUT ${place}`, `GET ${place}`]);
  });

  it('is made, or found by its email', async () => {
    answers['POST /contacts/'] = [{ contact, succeded: true }, 201];
    answers['POST /contacts/upsert'] = [{ new: true, contact }];
    const ghl = upstream.client();
    expect(await createContact(ghl, { name: 'Dana Lee', tags: ['vip'] })).toMatchObject({ id });
    expect(lastBody()).toEqual({ locationId: 'LOCATION1', name: 'Dana Lee', tags: ['vip'] });
    expect(await upsertContact(ghl, { email: 'dana@example.com' })).toMatchObject({
      isNew: true,
      contact: { id },
    });
  });

  it('has a duplicate, or none', async () => {
    const path = 'GET /contacts/search/duplicate';
    answers[path] = [recorded.duplicate];
    expect(await findDuplicateContact(upstream.client(), { phone: '+15550001234' })).toMatchObject({ id });
    expect(Object.fromEntries(upstream.requests[0]?.query ?? [])).toEqual({
      locationId: 'LOCATION1',
      number: '+15550001234',
    });
    answers[path] = [{ contact: null, traceId: 't' }];
    expect(await findDuplicateContact(upstream.client(), { email: 'x@example.com' })).toBeNull();
  });

  it('is deleted once, however that ends', async () => {
    answers[`DELETE ${place}`] = [{ succeded: true }];
    await deleteContact(upstream.client(), id);
    answers[`DELETE ${place}`] = [{ statusCode: 500 }, 500];
    await expect(deleteContact(upstream.client(), id)).rejects.toBeInstanceOf(GhlHttpError);
    expect(upstream.requests).toHaveLength(2);
  });

  it('is given and rid of tags and followers, with a body also to DELETE', async () => {
    for (const name of ['tags', 'followers']) {
      answers[`POST ${place}/${name}`] = [{ [name]: [] }, 201];
      answers[`DELETE ${place}/${name}`] = [{ [name]: [] }];
    }
    const ghl = upstream.client();
    await addTags(ghl, id, ['vip']);
    await removeTags(ghl, id, ['vip']);
    await addFollowers(ghl, id, ['u1']);
    await removeFollowers(ghl, id, ['u1']);
    expect(upstream.requests.map(({ method, body }) => [method, JSON.parse(body)])).toEqual([
      ['POST', { tags: ['vip'] }],
      ['DELETE', { tags: ['vip'] }],
      ['POST', { followers: ['u1'] }],
      ['DELETE', { followers: ['u1'] }],
    ]);
    await expect(addFollowers(ghl, id, ['not/an/id'])).rejects.toBeInstanceOf(GhlIdError);
  });
});

describe('what a contact is not to be bothered with', () => {
  const settings = contact.dndSettings;

  it('changes one channel and echoes the others', async () => {
    answers[`GET ${place}`] = [{ contact }];
    answers[`PUT ${place}`] = [{ succeded: true }];
    await setBlockedChannels(upstream.client(), id, { Call: false, Email: true });
    expect(lastBody()).toEqual({
      dnd: false,
      dndSettings: {
        SMS: { status: 'permanent', message: settings.SMS.message, code: settings.SMS.code },
        Call: { status: 'inactive' },
        Email: { status: 'active' },
      },
    });
  });

  it('opens one channel of a contact that blocked all of them', async () => {
    answers[`GET ${place}`] = [{ contact: { ...contact, dnd: true, dndSettings: null } }];
    answers[`PUT ${place}`] = [{ succeded: true }];
    await setBlockedChannels(upstream.client(), id, { SMS: false });
    const active = { status: 'active' };
    expect(lastBody()).toEqual({
      dnd: false,
      dndSettings: {
        Call: active,
        Email: active,
        SMS: { status: 'inactive' },
        WhatsApp: active,
        GMB: active,
        FB: active,
      },
    });
  });

  it('cannot be changed where the contact opted out', async () => {
    answers[`GET ${place}`] = [{ contact }];
    for (const isBlocked of [true, false]) {
      const changed = setBlockedChannels(upstream.client(), id, { SMS: isBlocked });
      await expect(changed).rejects.toBeInstanceOf(GhlOptedOutError);
    }
    expect(asked()).toEqual([`GET ${place}`, `GET ${place}`]);
  });

  it('is read afresh, never from what was kept', async () => {
    answers[`GET ${place}`] = [{ contact }];
    answers[`PUT ${place}`] = [{ succeded: true }];
    const ghl = upstream.client();
    await getContact(ghl, id);
    await setBlockedChannels(ghl, id, { Email: true });
    expect(asked()).toEqual([`GET ${place}`, `GET ${place}`, `PUT ${place}`]);
  });
});

describe('notes and tasks', () => {
  const note = recorded.notes.notes[0];
  const task = recorded.tasks.tasks[0];

  it('are listed, those without an id left out', async () => {
    answers[`GET ${place}/notes`] = [{ notes: [note, { body: 'x' }, null] }];
    answers[`GET ${place}/tasks`] = [{ tasks: [task, 7] }];
    const ghl = upstream.client();
    expect(await listNotes(ghl, id)).toEqual([
      {
        id: note?.id,
        text: 'Prefers mornings',
        title: null,
        userId: 'USER0000000000000001',
        at: Date.parse('2026-07-08T12:02:11.285Z'),
        isPinned: true,
      },
    ]);
    expect(await listTasks(ghl, id)).toEqual([
      {
        id: task?.id,
        title: 'Call back',
        body: 'About the quote',
        dueAt: Date.parse('2026-07-08T02:30:00.000Z'),
        isCompleted: false,
        assignedTo: 'USER0000000000000001',
      },
    ]);
  });

  it('are written, and listed anew after that', async () => {
    answers[`GET ${place}/notes`] = [recorded.notes];
    answers[`POST ${place}/notes`] = [{ note }, 201];
    answers[`PUT ${place}/notes/n1`] = [{ note }];
    answers[`DELETE ${place}/notes/n1`] = [{ succeded: true }];
    const ghl = upstream.client();
    await listNotes(ghl, id);
    expect(await createNote(ghl, id, { text: 'Hi', userId: 'u1' })).toMatchObject({ id: note?.id });
    expect(lastBody()).toEqual({ body: 'Hi', userId: 'u1' });
    await listNotes(ghl, id);
    await updateNote(ghl, { contactId: id, noteId: 'n1' }, { text: 'Ho' });
    await deleteNote(ghl, { contactId: id, noteId: 'n1' });
    expect(asked().filter((call) => call.startsWith('GET'))).toHaveLength(2);
    await expect(updateNote(ghl, { contactId: id, noteId: '..' }, { text: 'x' })).rejects.toBeInstanceOf(
      GhlIdError,
    );
  });

  it('are done, changed and taken away', async () => {
    const path = `${place}/tasks/t1`;
    answers[`POST ${place}/tasks`] = [{ task }, 201];
    answers[`PUT ${path}`] = [{ task }];
    answers[`PUT ${path}/completed`] = [{ task }];
    answers[`DELETE ${path}`] = [{ succeded: true }];
    const ghl = upstream.client();
    const dueAt = Date.parse('2026-08-01T09:00:00Z');
    await createTask(ghl, id, { title: 'Call', dueAt });
    expect(lastBody()).toEqual({ title: 'Call', dueDate: '2026-08-01T09:00:00.000Z', completed: false });
    const taskPlace = { contactId: id, taskId: 't1' };
    await updateTask(ghl, taskPlace, { assignedTo: 'u1' });
    expect(lastBody()).toEqual({ assignedTo: 'u1' });
    await completeTask(ghl, taskPlace, true);
    expect(lastBody()).toEqual({ completed: true });
    await deleteTask(ghl, taskPlace);
    expect(asked().slice(1)).toEqual([`PUT ${path}`, `PUT ${path}/completed`, `DELETE ${path}`]);
  });
});

describe('the location', () => {
  const path = '/locations/LOCATION1';

  it('has tags, fields, values and numbers, asked for once', async () => {
    answers[`GET ${path}/tags`] = [recorded.locationTags];
    answers[`GET ${path}/customFields`] = [recorded.customFields];
    answers[`GET ${path}/customValues`] = [recorded.customValues];
    answers['GET /phone-system/numbers/location/LOCATION1'] = [recorded.phoneNumbers];
    const ghl = upstream.client();
    expect(await listTags(ghl)).toEqual([{ id: 'TAG00000000000000001', name: 'vip' }]);
    expect(await listCustomFields(ghl)).toMatchObject([{ key: 'contact.size', options: ['S', 'M'] }]);
    expect(await listCustomValues(ghl)).toMatchObject([{ name: 'Opening hours', value: '9 to 5' }]);
    expect(await listPhoneNumbers(ghl)).toEqual([
      { number: '+14155552671', name: 'Sales Line', isDefault: true, canSms: true, canCall: true },
    ]);
    await listTags(ghl);
    expect(upstream.requests).toHaveLength(4);
  });

  it('shows no numbers to a token that may not read them, and a broken token as broken', async () => {
    const numbers = 'GET /phone-system/numbers/location/LOCATION1';
    const refused = 'This authClass type is not allowed to access this scope.';
    answers[numbers] = [{ statusCode: 401, message: refused }, 401];
    expect(await listPhoneNumbers(upstream.client())).toEqual([]);
    answers[numbers] = [{ statusCode: 401, message: 'Invalid Private Integration token' }, 401];
    await expect(listPhoneNumbers(upstream.client())).rejects.toMatchObject({ kind: 'token' });
  });

  it('has templates by type and page', async () => {
    answers[`GET ${path}/templates`] = [recorded.templates];
    const { templates, total } = await listTemplates(upstream.client(), { type: 'sms', skip: 25 });
    expect(total).toBe(2);
    expect(templates).toMatchObject([
      { text: 'Hi {{contact.first_name}}', attachmentUrls: ['https://storage.googleapis.com/b/a.pdf'] },
      { subject: 'Your quote', html: '<p>Hi</p>', text: null },
    ]);
    expect(Object.fromEntries(upstream.requests[0]?.query ?? [])).toEqual({
      originId: 'LOCATION1',
      type: 'sms',
      skip: '25',
      limit: '25',
      deleted: 'false',
    });
  });

  it('takes a file into its library', async () => {
    answers['POST /medias/upload-file'] = [{ fileId: 'f1', url: 'https://storage.googleapis.com/b/a.txt' }];
    const content = Buffer.from('x');
    expect(await uploadMedia(upstream.client(), { name: 'a.txt', content })).toEqual({
      id: 'f1',
      url: 'https://storage.googleapis.com/b/a.txt',
    });
    expect(upstream.requests[0]?.body).toContain('name="file"; filename="a.txt"');
  });

  it('has a user by id, and takes no other for that one', async () => {
    answers[`GET /users/${recorded.user.id}`] = [recorded.user];
    expect(await getUser(upstream.client(), recorded.user.id)).toMatchObject({ name: 'Ann Bell' });
    answers['GET /users/other'] = [recorded.user];
    await expect(getUser(upstream.client(), 'other')).rejects.toBeInstanceOf(GhlShapeError);
  });
});
