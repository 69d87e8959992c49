import 'server-only';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at, listAt, type Reply, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

const subtypes = '/conversations/preferences/custom-subtypes';
const status = '/conversations/preferences/unsubscriptions/status';
const change = '/conversations/preferences/unsubscriptions/user-change';

let sandbox: TestSandbox;
let id: string;
let headers: { authorization: string };

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

beforeEach(async () => {
  const made = await sandbox.control('POST', 'locations', { preset: 'demo' });
  id = textAt(made.body, 'id');
  headers = { authorization: `Bearer ${textAt(made.body, 'token')}` };
});

const call = (method: string, path: string, body?: unknown): Promise<Reply> =>
  sandbox.api(method, path, { headers, body });
const control = (method: string, name: string, body?: unknown) =>
  sandbox.control(method, `locations/${id}/${name}`, body);
const here = (path: string) => `${path}?locationId=${id}`;
const truth = async () => (await control('GET', 'preferences')).body;

async function contactId(name: string): Promise<string> {
  const found = await call('GET', `/conversations/search?locationId=${id}&query=${encodeURIComponent(name)}`);
  return textAt(found.body, 'conversations', 0, 'contactId');
}

async function subtypeId(name: string): Promise<string> {
  const rows = listAt((await call('GET', here(subtypes))).body, 'customSubtypes');
  return textAt(
    rows.find((row) => at(row, 'name') === name),
    'id',
  );
}

const newsletter = { name: 'Weekly letter', channel: 'email', language: 'en' };

describe('subscription types', () => {
  it('are listed with both channels, archived ones among them', async () => {
    const rows = listAt((await call('GET', here(subtypes))).body, 'customSubtypes');
    expect(new Set(rows.map((row) => at(row, 'channel')))).toEqual(new Set(['email', 'sms']));
    expect(rows.filter((row) => at(row, 'archived') === true)).toHaveLength(1);
    expect(rows.every((row) => at(row, 'locationId') === id)).toBe(true);
  });

  it('are made, renamed, archived and brought back', async () => {
    const made = await call('POST', here(subtypes), { ...newsletter, description: 'News' });
    expect(made).toMatchObject({
      status: 201,
      body: { customSubtype: { ...newsletter, description: 'News', archived: false } },
    });
    const path = here(`${subtypes}/${textAt(made.body, 'customSubtype', 'id')}`);
    const renamed = await call('PUT', path, { name: 'Letter', description: '', archived: true });
    expect(renamed).toMatchObject({
      status: 200,
      body: { customSubtype: { name: 'Letter', archived: true } },
    });
    expect(at(renamed.body, 'customSubtype', 'description')).toBeUndefined();
    expect(await call('PUT', path, { archived: false })).toMatchObject({
      body: { customSubtype: { name: 'Letter', archived: false } },
    });
  });

  it.each([
    ['no name', { channel: 'email', language: 'en' }, 'name should not be empty'],
    [
      'a long name',
      { ...newsletter, name: 'x'.repeat(101) },
      'name must be shorter than or equal to 100 characters',
    ],
    [
      'a long description',
      { ...newsletter, description: 'x'.repeat(101) },
      'description must be shorter than or equal to 100 characters',
    ],
    [
      'another channel',
      { ...newsletter, channel: 'fax' },
      'channel must be one of the following values: email, sms',
    ],
    ['no language', { ...newsletter, language: undefined }, 'language should not be empty'],
  ])('are refused with %s', async (_, body, message) => {
    const reply = await call('POST', here(subtypes), body);
    expect(reply.status).toBe(422);
    expect(listAt(reply.body, 'message')).toContain(message);
  });

  it('take a name of exactly 100 characters, once in a channel', async () => {
    const name = 'x'.repeat(100);
    expect((await call('POST', here(subtypes), { ...newsletter, name })).status).toBe(201);
    expect(await call('POST', here(subtypes), { ...newsletter, name: name.toUpperCase() })).toMatchObject({
      status: 400,
      body: { message: 'A custom subtype with this name already exists.' },
    });
    expect((await call('POST', here(subtypes), { ...newsletter, name, channel: 'sms' })).status).toBe(201);
  });

  it('keep channel and language, and cannot be deleted', async () => {
    const path = here(`${subtypes}/${await subtypeId('Monthly newsletter')}`);
    expect(await call('PUT', path, { channel: 'sms' })).toMatchObject({
      status: 422,
      body: { message: ['property channel should not exist'] },
    });
    expect((await call('DELETE', path)).status).toBe(404);
  });

  it('ask for the location in the address, and know only their own', async () => {
    expect((await call('GET', subtypes)).status).toBe(422);
    expect((await call('GET', `${subtypes}?locationId=${sandbox.locationId}`)).status).toBe(403);
    const foreign = await sandbox.api('GET', `${subtypes}?locationId=${sandbox.locationId}`);
    const foreignId = textAt(foreign.body, 'customSubtypes', 0, 'id');
    expect((await call('PUT', here(`${subtypes}/${foreignId}`), { name: 'Mine' })).status).toBe(403);
    expect((await call('PUT', here(`${subtypes}/unknown`), { name: 'Mine' })).status).toBe(404);
  });
});

describe('what a contact wants', () => {
  it('is told for each address and email type', async () => {
    const contact = await contactId('Lucía');
    const all = await call('GET', `${here(status)}&contactId=${contact}`);
    const emails = listAt(all.body, 'emails');
    expect(emails.map((row) => at(row, 'email'))).toEqual([
      'lucia.fernandez@correo.example',
      'lucia@estudio-luz.example',
    ]);
    const names = listAt(emails[0], 'subscriptions').map((row) => at(row, 'name'));
    expect(names).toEqual([
      'One on One',
      'Monthly newsletter',
      'Sample sale invitations',
      'Noticias del taller',
    ]);
    const one = await call('GET', `${here(status)}&contactId=${contact}&email=LUCIA@estudio-luz.example`);
    expect(listAt(one.body, 'emails')).toHaveLength(1);
  });

  it('holds for an archived type only where something was said', async () => {
    const names = async (who: string) => {
      const reply = await call('GET', `${here(status)}&contactId=${await contactId(who)}`);
      return listAt(reply.body, 'emails', 0, 'subscriptions').map((row) => at(row, 'name'));
    };
    expect(await names('Camille')).toContain('Bridal fair 2025');
    expect(await names('Amara')).not.toContain('Bridal fair 2025');
  });

  it('can be changed by one type, and by all at once, with a form kept for each yes', async () => {
    const contact = await contactId('Marcus Tan');
    const type = await subtypeId('Monthly newsletter');
    const base = { locationId: id, contactId: contact, email: 'Marcus@tan.example' };
    const yes = { type: 'custom', subtype_id: type, subtype_status: 'subscribed' };
    const said = { ...base, subscription_action: yes, legal_reason: 'Asked by phone' };
    expect(await call('POST', change, said)).toMatchObject({ status: 201, body: { success: true } });
    expect(listAt(await truth(), 'legalForms')).toMatchObject([
      { contactId: contact, email: 'marcus@tan.example', type, reason: 'Asked by phone', description: null },
    ]);
    await call('POST', change, {
      ...base,
      subscription_action: { type: 'resub_all', subtype_status: 'subscribed' },
      legal_reason: 'Written consent',
      legal_description: 'Letter of 3 May',
    });
    const choices = listAt(await truth(), 'choices').filter((row) => at(row, 'contactId') === contact);
    expect(new Set(choices.map((row) => at(row, 'status')))).toEqual(new Set(['subscribed']));
    expect(listAt(await truth(), 'legalForms')).toHaveLength(2);
  });

  it.each([
    ['a yes without its reason', { subtype_status: 'subscribed' }, {}, 422],
    ['a default type of another name', { subtype_name: 'All' }, {}, 422],
    ['a custom type without its id', { type: 'custom' }, {}, 422],
    ['a resubscription that says no', { type: 'resub_all' }, {}, 422],
    ['no action', null, {}, 422],
    ['an address of somebody else', {}, { email: 'else@where.example' }, 400],
    ['an unknown contact', {}, { contactId: 'unknown' }, 400],
    ['an unknown type', { type: 'custom', subtype_id: 'unknown' }, {}, 404],
    ['no location', {}, { locationId: undefined }, 422],
  ])('stays as it is after %s', async (_, action, fields, expected) => {
    const before = await truth();
    const no = { type: 'default', subtype_name: 'One on One', subtype_status: 'unsubscribed' };
    const reply = await call('POST', change, {
      locationId: id,
      contactId: await contactId('Amara'),
      email: 'amara@okafor.example',
      subscription_action: action && { ...no, ...action },
      ...fields,
    });
    expect(reply.status).toBe(expected);
    expect(await truth()).toEqual(before);
  });

  it.each(['Bridal fair 2025', 'Fitting reminders'])('cannot be said of %s', async (name) => {
    const rows = listAt((await call('GET', here(subtypes))).body, 'customSubtypes');
    const type = textAt(
      rows.find((row) => at(row, 'name') === name),
      'id',
    );
    const reply = await call('POST', change, {
      locationId: id,
      contactId: await contactId('Amara'),
      email: 'amara@okafor.example',
      subscription_action: { type: 'custom', subtype_id: type, subtype_status: 'unsubscribed' },
    });
    expect(reply.status).toBe(400);
  });

  it('is respected by a send', async () => {
    const email = { type: 'Email', subject: 'Hello', html: '<p>Hello</p>' };
    const sale = await subtypeId('Sample sale invitations');
    const amara = await contactId('Amara');
    const send = (body: object) => call('POST', '/conversations/messages', { ...email, ...body });
    expect((await send({ contactId: amara, customSubtypeId: sale })).status).toBe(400);
    expect((await send({ contactId: amara })).status).toBe(200);
    expect(await send({ contactId: await contactId('Marcus Tan') })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('unsubscribed') },
    });
  });
});

describe('the controls', () => {
  it.each([
    ['404', 404],
    ['400', 400],
  ])('turn the feature off (%s)', async (feature, expected) => {
    await control('POST', 'preferences', { feature });
    const contact = await contactId('Amara');
    const replies = [
      await call('GET', here(subtypes)),
      await call('POST', here(subtypes), newsletter),
      await call('GET', `${here(status)}&contactId=${contact}`),
      await call('POST', change, {}),
    ];
    expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => expected));
  });

  it.each([
    ['401', 401],
    ['403', 403],
  ])('refuse the role (%s), for writing types or for all', async (role, expected) => {
    await control('POST', 'preferences', { role });
    expect((await call('POST', here(subtypes), newsletter)).status).toBe(expected);
    expect((await call('GET', here(subtypes))).status).toBe(200);
    await control('POST', 'preferences', { roleReach: 'all' });
    expect((await call('GET', here(subtypes))).status).toBe(expected);
  });

  it.each(['wrapped', 'array', 'data', 'subtypes', 'map', 'minimal'])(
    'give the answers the form "%s"',
    async (shape) => {
      await control('POST', 'preferences', { shape });
      const contact = await contactId('Amara');
      const list = await call('GET', here(subtypes));
      const statuses = await call('GET', `${here(status)}&contactId=${contact}`);
      expect(JSON.stringify(list.body)).toContain('Monthly newsletter');
      expect(JSON.stringify(statuses.body)).toContain('amara@okafor.example');
      expect(Array.isArray(list.body)).toBe(['array', 'minimal'].includes(shape));
    },
  );

  it('refuse what they do not know', async () => {
    expect((await control('POST', 'preferences', { shape: 'round' })).status).toBe(400);
    expect((await control('POST', 'preferences', { shap: 'array' })).status).toBe(400);
  });
});
