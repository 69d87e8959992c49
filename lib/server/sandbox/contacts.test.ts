import 'server-only';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, listAt, type Reply, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

let sandbox: TestSandbox;
let contactId: string;
let userId: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  await sandbox.control('POST', `locations/${sandbox.locationId}/rate-limit`, { enabled: false });
  contactId = textAt(await findContact('Amara Okafor'), 'id');
  userId = textAt(
    (await sandbox.api('GET', `/users/?locationId=${sandbox.locationId}`)).body,
    'users',
    1,
    'id',
  );
});
afterAll(() => sandbox.close());

async function findContact(query: string): Promise<unknown> {
  const { body } = await sandbox.api('POST', '/contacts/search', {
    body: { locationId: sandbox.locationId, pageLimit: 1, query },
  });
  return at(body, 'contacts', 0);
}

const call = (method: string, path: string, body?: unknown): Promise<Reply> =>
  sandbox.api(method, `/contacts/${path}`, { body });

async function newContact(fields: Record<string, unknown> = {}): Promise<string> {
  const { body } = await call('POST', '', { locationId: sandbox.locationId, ...fields });
  return textAt(body, 'contact', 'id');
}

describe('upsert and delete', () => {
  it('makes a contact, and changes it when email or phone is known', async () => {
    const person = { locationId: sandbox.locationId, email: 'Up.Sert@mail.example', firstName: 'Up' };
    const first = await call('POST', 'upsert', person);
    expect(first).toMatchObject({ status: 200, body: { new: true, succeded: true } });
    const again = await call('POST', 'upsert', {
      ...person,
      email: 'up.sert@mail.example',
      lastName: 'Sert',
      phone: '+1 (503) 555-9911',
    });
    expect(again.body).toMatchObject({ new: false, contact: { firstName: 'Up', lastName: 'Sert' } });
    expect(at(again.body, 'contact', 'id')).toBe(at(first.body, 'contact', 'id'));
    const byPhone = await call('POST', 'upsert', { locationId: sandbox.locationId, phone: '+15035559911' });
    expect(at(byPhone.body, 'contact', 'id')).toBe(at(first.body, 'contact', 'id'));
  });

  it('refuses an upsert without a location or for a foreign one', async () => {
    expect((await call('POST', 'upsert', { email: 'a@b.example' })).status).toBe(422);
    const locationId = sandbox.locations[1]?.id;
    expect((await call('POST', 'upsert', { locationId, email: 'a@b.example' })).status).toBe(403);
  });

  it('takes the conversation, messages, notes and tasks along with the contact', async () => {
    const id = await newContact({ phone: '+15035559922', firstName: 'Soon', lastName: 'Gone' });
    const sent = await sandbox.api('POST', '/conversations/messages', {
      body: { type: 'SMS', contactId: id, message: 'Hello' },
    });
    await call('POST', `${id}/notes`, { body: 'x' });
    expect((await call('DELETE', id)).body).toMatchObject({ succeded: true });
    expect((await call('GET', id)).status).toBe(400);
    expect((await call('GET', `${id}/notes`)).status).toBe(400);
    const conversation = `/conversations/${textAt(sent.body, 'conversationId')}`;
    expect((await sandbox.api('GET', conversation)).status).toBe(404);
    const message = `/conversations/messages/${textAt(sent.body, 'messageId')}`;
    expect((await sandbox.api('GET', message)).status).toBe(404);
  });
});

it('adds and removes tags one by one, in lower case, and says what changed', async () => {
  const id = await newContact({ firstName: 'Tagged', tags: ['Old'] });
  const added = await call('POST', `${id}/tags`, { tags: ['VIP ', 'old', 'vip'] });
  expect(added).toMatchObject({ status: 201, body: { tags: ['old', 'vip'], tagsAdded: ['vip'] } });
  const removed = await call('DELETE', `${id}/tags`, { tags: ['old', 'never'] });
  expect(removed).toMatchObject({ status: 200, body: { tags: ['vip'], tagsRemoved: ['old'] } });
  const refused = await call('POST', `${id}/tags`, {});
  expect(refused).toMatchObject({ status: 422, body: { message: ['tags must be an array'] } });
});

it('lets users follow a contact, shows them in the search row, and refuses strangers', async () => {
  const { body: before } = await call('GET', contactId);
  const followers = listAt(before, 'contact', 'followers');
  const { body: users } = await sandbox.api('GET', `/users/?locationId=${sandbox.locationId}`);
  const newcomer = listAt(users, 'users')
    .map((user) => textAt(user, 'id'))
    .find((id) => !followers.includes(id));
  const added = await call('POST', `${contactId}/followers`, { followers: [newcomer, followers[0]] });
  expect(added).toMatchObject({ status: 201, body: { followersAdded: [newcomer] } });
  const row = await sandbox.api(
    'GET',
    `/conversations/search?locationId=${sandbox.locationId}&contactId=${contactId}`,
  );
  expect(listAt(row.body, 'conversations', 0, 'followers')).toContain(newcomer);
  const removed = await call('DELETE', `${contactId}/followers`, { followers: [newcomer] });
  expect(removed.body).toMatchObject({ followers, followersRemoved: [newcomer] });
  expect((await call('POST', `${contactId}/followers`, { followers: ['nobody'] })).status).toBe(400);
});

describe('notes', () => {
  it('are there from the start, newest first, with plain text beside HTML', async () => {
    const notes = listAt((await call('GET', `${contactId}/notes`)).body, 'notes');
    expect(notes).toHaveLength(3);
    const dates = notes.map((note) => textAt(note, 'dateAdded'));
    expect(dates).toEqual([...dates].sort().reverse());
    const pinned = notes.find((note) => at(note, 'pinned') === true);
    expect(textAt(pinned, 'body')).toContain('<b>');
    expect(textAt(pinned, 'bodyText')).not.toContain('<');
    expect(pinned).toMatchObject({ contactId, relations: [{ objectKey: 'contact', recordId: contactId }] });
  });

  it('can be written, read, changed and deleted', async () => {
    const id = await newContact({ firstName: 'Noted' });
    const made = await call('POST', `${id}/notes`, { body: 'First', userId });
    expect(made).toMatchObject({ status: 201, body: { note: { body: 'First', userId, pinned: false } } });
    const path = `${id}/notes/${textAt(made.body, 'note', 'id')}`;
    const changed = await call('PUT', path, { pinned: true });
    expect(changed.body).toMatchObject({ note: { body: 'First', pinned: true } });
    expect((await call('GET', path)).body).toMatchObject({ note: { pinned: true } });
    expect((await call('DELETE', path)).body).toMatchObject({ succeded: true });
    expect((await call('GET', path)).status).toBe(404);
    expect(listAt((await call('GET', `${id}/notes`)).body, 'notes')).toEqual([]);
  });

  it('need a body', async () => {
    expect((await call('POST', `${contactId}/notes`, {})).status).toBe(422);
    expect((await call('POST', `${contactId}/notes`, { body: 7 })).status).toBe(422);
  });
});

describe('tasks', () => {
  const task = { title: 'Call back', dueDate: '2026-12-01T17:00:00.000Z', completed: false };

  it('can be made, changed, completed, opened again and deleted', async () => {
    const id = await newContact({ firstName: 'Busy' });
    const made = await call('POST', `${id}/tasks`, { ...task, assignedTo: userId });
    expect(made).toMatchObject({
      status: 201,
      body: { task: { ...task, assignedTo: userId, contactId: id } },
    });
    const path = `${id}/tasks/${textAt(made.body, 'task', 'id')}`;
    const changed = await call('PUT', path, { title: 'Write', assignedTo: null });
    expect(changed.body).toMatchObject({ task: { title: 'Write', dueDate: task.dueDate } });
    expect(at(changed.body, 'task', 'assignedTo')).toBeUndefined();
    for (const completed of [true, false]) {
      expect((await call('PUT', `${path}/completed`, { completed })).body).toMatchObject({
        task: { completed },
      });
    }
    expect((await call('DELETE', path)).body).toMatchObject({ succeded: true });
    expect((await call('GET', path)).status).toBe(404);
  });

  it.each([
    ['no title', { ...task, title: undefined }, /title/],
    ['a due date that is none', { ...task, dueDate: 'soon' }, /dueDate must be a valid ISO 8601/],
    ['no word on completion', { ...task, completed: undefined }, /completed must be a boolean/],
  ])('are refused with %s', async (_, body, message) => {
    const reply = await call('POST', `${contactId}/tasks`, body);
    expect(reply.status).toBe(422);
    expect(listAt(reply.body, 'message').join()).toMatch(message);
  });

  it('of the whole location are found by owner, state, contact and words', async () => {
    const search = (body: unknown) =>
      sandbox.api('POST', `/locations/${sandbox.locationId}/tasks/search`, { body });
    const all = listAt((await search({})).body, 'tasks');
    expect(all.length).toBeGreaterThanOrEqual(5);
    const own = listAt((await search({ contactId: [contactId] })).body, 'tasks');
    expect(own).toHaveLength(3);
    const done = listAt((await search({ contactId: [contactId], completed: true })).body, 'tasks');
    expect(done.map((item) => at(item, 'title'))).toEqual(['Send the fitting checklist']);
    const found = listAt((await search({ query: 'ivory' })).body, 'tasks');
    expect(listAt((await search({ query: 'ivory', assignedTo: [userId] })).body, 'tasks')).toEqual(found);
    expect(listAt((await search({ limit: 1, skip: 1 })).body, 'tasks')).toEqual([all[1]]);
    expect((await search({ limit: 'all' })).status).toBe(422);
  });
});

it('lists contacts the old way, page by page, each once', async () => {
  const seen: string[] = [];
  let path = `?locationId=${sandbox.locationId}&limit=20`;
  for (let page = 0; page < 20 && path !== ''; page += 1) {
    const { body } = await call('GET', path);
    seen.push(...listAt(body, 'contacts').map((item) => textAt(item, 'id')));
    const next = at(body, 'meta', 'nextPageUrl');
    path = typeof next === 'string' ? new URL(next).search : '';
    if (path === '') expect(at(body, 'count')).toBe(seen.length);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(60);
});

it.each([['notes'], ['tasks']])('keeps the %s of another location apart', async (name) => {
  const authorization = `Bearer ${sandbox.locations[1]?.token}`;
  const reply = await sandbox.api('GET', `/contacts/${contactId}/${name}`, { headers: { authorization } });
  expect(reply.status).toBe(403);
});
