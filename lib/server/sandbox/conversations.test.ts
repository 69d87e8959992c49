import 'server-only';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, listAt, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

async function search(
  params: Record<string, string> = {},
  token = sandbox.token,
  locationId = sandbox.locationId,
) {
  const query = new URLSearchParams({ locationId, ...params });
  const reply = await sandbox.api('GET', `/conversations/search?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(reply.status).toBe(200);
  return reply.body;
}

async function rowOf(name: string): Promise<unknown> {
  return at(await search({ query: name }), 'conversations', 0);
}

describe('the forms of a conversation', () => {
  it('gives a search row ms numbers, a one-value sort and type names', async () => {
    const row = await rowOf('Amara Okafor');
    expect(row).toMatchObject({
      contactName: 'Amara Okafor',
      lastMessageType: 'TYPE_SMS',
      lastMessageBody: 'Could we move the fitting to Thursday?',
      lastMessageDirection: 'inbound',
      type: 'TYPE_PHONE',
      unreadCount: 2,
      sort: [at(row, 'lastMessageDate')],
    });
    expect(typeof at(row, 'dateAdded')).toBe('number');
    expect(textAt(await search(), 'traceId')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('gives the same conversation by id flat, with numbers and a Firestore time', async () => {
    const row = await rowOf('Amara Okafor');
    const ms = Number(at(row, 'lastMessageDate'));
    const { body } = await sandbox.api('GET', `/conversations/${textAt(row, 'id')}`);
    expect(body).toMatchObject({
      type: 1,
      lastMessageType: 2,
      deleted: false,
      lastMessageDate: { seconds: Math.floor(ms / 1000), nanoseconds: (ms % 1000) * 1_000_000 },
    });
    expect(body).not.toHaveProperty('contactName');
  });

  it('answers an update with ISO dates, and does not move lastMessageDate', async () => {
    const row = await rowOf('Amara Okafor');
    const { status, body } = await sandbox.api('PUT', `/conversations/${textAt(row, 'id')}`, {
      body: { locationId: sandbox.locationId, unreadCount: 0, starred: true },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      conversation: {
        unreadCount: 0,
        starred: true,
        lastMessageType: 2,
        lastMessageDate: new Date(Number(at(row, 'lastMessageDate'))).toISOString(),
      },
    });
    expect(await rowOf('Amara Okafor')).toMatchObject({ unreadCount: 0, starred: true });
  });

  it('leaves out what was never set, and re-cases fullName only', async () => {
    const placeholder = await rowOf('Beatrix Van Houten');
    expect(placeholder).toMatchObject({
      lastMessageType: 'TYPE_NO_SHOW',
      messageTypes: [100],
      companyName: null,
    });
    for (const field of ['lastMessageBody', 'starred', 'lastManualMessageDate', 'phone']) {
      expect(placeholder).not.toHaveProperty(field);
    }
    const byId = await sandbox.api('GET', `/conversations/${textAt(placeholder, 'id')}`);
    for (const field of ['unreadCount', 'inbox', 'starred']) expect(byId.body).not.toHaveProperty(field);
    expect(await rowOf('McRae')).toMatchObject({
      contactName: "Søren McRae-D'Angelo",
      fullName: "Søren Mcrae-d'angelo",
    });
    expect(await rowOf('Lucía')).not.toHaveProperty('lastMessageBody');
  });
});

describe('search', () => {
  it('pages by the sort value, 20 by default and 100 at most', async () => {
    const first = await search();
    const last = listAt(first, 'conversations').at(-1);
    const second = await search({ startAfterDate: String(at(last, 'sort', 0)) });
    expect(listAt(first, 'conversations')).toHaveLength(20);
    expect(Number(at(second, 'conversations', 0, 'lastMessageDate'))).toBeLessThan(
      Number(at(last, 'lastMessageDate')),
    );
    expect(listAt(await search({ limit: '500' }), 'conversations').length).toBeLessThanOrEqual(100);
  });

  it('ignores startAfterId', async () => {
    const first = await search({ limit: '5' });
    const again = await search({ limit: '5', startAfterId: textAt(first, 'conversations', 4, 'id') });
    expect(listAt(again, 'conversations')).toEqual(listAt(first, 'conversations'));
  });

  it('loses rows that tie at the edge of a page, and gives them when asked from sort + 1', async () => {
    const made = await sandbox.control('POST', 'locations', { preset: 'empty', sameTimestamp: 30 });
    const token = textAt(made.body, 'token');
    const locationId = textAt(made.body, 'id');
    const page = await search({ limit: '20' }, token, locationId);
    expect(at(page, 'total')).toBe(30);
    const edge = Number(at(page, 'conversations', -1, 'sort', 0));
    const next = await search({ limit: '20', startAfterDate: String(edge) }, token, locationId);
    expect(listAt(next, 'conversations')).toHaveLength(0);
    const again = await search({ limit: '100', startAfterDate: String(edge + 1) }, token, locationId);
    expect(listAt(again, 'conversations')).toHaveLength(30);
  });

  it('filters by status, owner, channel, contact, words and the day it was made', async () => {
    const every = Number(at(await search(), 'total'));
    const unread = Number(at(await search({ status: 'unread', limit: '1' }), 'total'));
    const read = Number(at(await search({ status: 'read', limit: '1' }), 'total'));
    expect(unread).toBeGreaterThan(5);
    expect(unread + read).toBe(every);
    expect(Number(at(await search({ status: 'starred' }), 'total'))).toBeGreaterThan(1);

    const mika = textAt(await rowOf('Bright Smile Dental'), 'assignedTo');
    const owned = listAt(await search({ assignedTo: mika, limit: '100' }), 'conversations');
    expect(owned.every((row) => at(row, 'assignedTo') === mika)).toBe(true);
    const nobody = Number(at(await search({ assignedTo: 'unassigned' }), 'total'));
    expect(nobody).toBeGreaterThan(0);
    const both = Number(at(await search({ assignedTo: `${mika},unassigned` }), 'total'));
    expect(both).toBe(owned.length + nobody);

    const mails = listAt(await search({ lastMessageType: 'TYPE_EMAIL', limit: '100' }), 'conversations');
    expect(new Set(mails.map((row) => at(row, 'lastMessageType')))).toEqual(new Set(['TYPE_EMAIL']));
    expect(at(await search({ query: '503 555 0142' }), 'total')).toBe(1);
    expect(at(await search({ query: 'move the fitting' }), 'total')).toBe(0);
    const made = Number(at(await rowOf('Amara'), 'dateAdded'));
    const ofThatTime = await search({ startDate: String(made), endDate: String(made) });
    expect(listAt(ofThatTime, 'conversations').map((row) => at(row, 'contactName'))).toContain(
      'Amara Okafor',
    );
    expect(at(await search({ sort: 'asc', limit: '1' }), 'conversations', 0, 'lastMessageDate')).toBeLessThan(
      Number(at(await search({ limit: '1' }), 'conversations', 0, 'lastMessageDate')),
    );
  });

  it('answers from the past while it lags, also for new and deleted conversations', async () => {
    const made = await sandbox.control('POST', 'locations', { preset: 'demo' });
    const id = textAt(made.body, 'id');
    const token = textAt(made.body, 'token');
    const headers = { authorization: `Bearer ${token}` };
    await sandbox.control('POST', `locations/${id}/search-lag`, { ms: 3_000 });
    const row = at(await search({ query: 'Nadia' }, token, id), 'conversations', 0);
    const path = `/conversations/${textAt(row, 'id')}`;
    await sandbox.api('PUT', path, { headers, body: { locationId: id, unreadCount: 0 } });
    expect(at(await search({ query: 'Nadia' }, token, id), 'conversations', 0, 'unreadCount')).toBe(1);
    sandbox.advance(3_100);
    expect(at(await search({ query: 'Nadia' }, token, id), 'conversations', 0, 'unreadCount')).toBe(0);
    await sandbox.api('DELETE', path, { headers });
    expect((await sandbox.api('GET', path, { headers })).status).toBe(404);
    expect(at(await search({ query: 'Nadia' }, token, id), 'total')).toBe(1);
    sandbox.advance(3_100);
    expect(at(await search({ query: 'Nadia' }, token, id), 'total')).toBe(0);
  });
});

it('creates a conversation once for a contact', async () => {
  const contact = await sandbox.api('POST', '/contacts/', {
    body: { locationId: sandbox.locationId, name: 'Una Solo', phone: '+1 503-555-9911' },
  });
  expect(contact.status).toBe(201);
  const contactId = textAt(contact.body, 'contact', 'id');
  const body = { locationId: sandbox.locationId, contactId };
  const made = await sandbox.api('POST', '/conversations/', { body });
  expect(made.status).toBe(201);
  expect(at(made.body, 'conversation', 'deleted')).toBe(false);
  const again = await sandbox.api('POST', '/conversations', { body });
  expect(again.status).toBe(400);
  expect(again.body).toMatchObject({
    status: 400,
    message: `Conversation with the contact id:${contactId} already exists!`,
    name: 'HttpException',
  });
});

it('follows the owner of the contact and replaces tags whole', async () => {
  const row = await rowOf('Ingrid');
  const contactPath = `/contacts/${textAt(row, 'contactId')}`;
  const users = await sandbox.api('GET', `/users/?locationId=${sandbox.locationId}`);
  const jonas = textAt(users.body, 'users', 1, 'id');
  const put = await sandbox.api('PUT', contactPath, { body: { assignedTo: jonas, tags: ['Vegan', 'silk'] } });
  expect(put.body).toMatchObject({ succeded: true, succeeded: true, contact: { tags: ['vegan', 'silk'] } });
  expect(await rowOf('Ingrid')).toMatchObject({ assignedTo: jonas, tags: ['vegan', 'silk'] });
  await sandbox.api('PUT', contactPath, { body: { assignedTo: null } });
  expect(await rowOf('Ingrid')).not.toHaveProperty('assignedTo');
  const got = await sandbox.api('GET', contactPath);
  expect(got.body).toMatchObject({
    contact: { firstName: 'Ingrid', lastName: 'Sørlie', firstNameLowerCase: 'ingrid' },
  });
  expect(at(got.body, 'contact')).not.toHaveProperty('name');
  expect((await sandbox.api('GET', `/users/${jonas}`)).body).toMatchObject({
    id: jonas,
    name: 'Jonas Reyes',
  });
  const location = await sandbox.api('GET', `/locations/${sandbox.locationId}`);
  expect(at(location.body, 'location', 'timezone')).toBe('America/Los_Angeles');
});

it('searches contacts and finds duplicates', async () => {
  const body = { locationId: sandbox.locationId, pageLimit: 2, query: 'okafor' };
  const found = await sandbox.api('POST', '/contacts/search', { body });
  expect(found.body).toMatchObject({ total: 1, contacts: [{ contactName: 'Amara Okafor' }] });
  const refused = await sandbox.api('POST', '/contacts/search', { body: { locationId: sandbox.locationId } });
  expect(refused.status).toBe(422);
  const all = { locationId: sandbox.locationId, pageLimit: 3 };
  const first = await sandbox.api('POST', '/contacts/search', { body: all });
  const searchAfter = at(first.body, 'contacts', -1, 'searchAfter');
  const second = await sandbox.api('POST', '/contacts/search', { body: { ...all, searchAfter } });
  const paged = await sandbox.api('POST', '/contacts/search', { body: { ...all, page: 2 } });
  expect(listAt(second.body, 'contacts')).toEqual(listAt(paged.body, 'contacts'));
  const duplicate = await sandbox.api(
    'GET',
    `/contacts/search/duplicate?locationId=${sandbox.locationId}&email=AMARA@okafor.example`,
  );
  expect(duplicate.body).toMatchObject({ matchingField: 'email', contact: { firstName: 'Amara' } });
});
