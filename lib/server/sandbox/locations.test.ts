import 'server-only';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, listAt, type Reply, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

const get = (path: string): Promise<Reply> => sandbox.api('GET', `/locations/${sandbox.locationId}/${path}`);

it('lists the tags of its settings and those of its contacts, and takes new ones', async () => {
  const { body } = await get('tags');
  const names = listAt(body, 'tags').map((tag) => textAt(tag, 'name'));
  expect(names).toContain('alterations');
  expect(names).toContain('order 88-1204');
  expect(new Set(names).size).toBe(names.length);
  const made = await sandbox.api('POST', `/locations/${sandbox.locationId}/tags`, {
    body: { name: 'New One' },
  });
  expect(made).toMatchObject({
    status: 200,
    body: { tag: { name: 'new one', locationId: sandbox.locationId } },
  });
  const again = listAt((await get('tags')).body, 'tags').find((tag) => at(tag, 'name') === 'new one');
  expect(at(again, 'id')).toBe(at(made.body, 'tag', 'id'));
});

it('names the custom fields that its contacts carry', async () => {
  const fields = listAt((await get('customFields')).body, 'customFields');
  const gown = fields.find((field) => at(field, 'fieldKey') === 'contact.gown');
  expect(gown).toMatchObject({ name: 'Gown', dataType: 'TEXT', locationId: sandbox.locationId });
  const { body } = await sandbox.api('POST', '/contacts/search', {
    body: { locationId: sandbox.locationId, pageLimit: 1, query: 'Amara Okafor' },
  });
  expect(listAt(body, 'contacts', 0, 'customFields')).toContainEqual({
    id: at(gown, 'id'),
    value: 'Marisol',
  });
  expect(listAt((await get('customFields?model=opportunity')).body, 'customFields')).toEqual([]);
});

it('has custom values', async () => {
  const values = listAt((await get('customValues')).body, 'customValues');
  expect(values.map((value) => at(value, 'fieldKey'))).toContain('{{ custom_values.parking }}');
});

describe('templates', () => {
  const templates = (query: string): Promise<Reply> =>
    get(`templates?originId=${sandbox.locationId}${query}`);

  it('come with raw merge tags, by type and page by page', async () => {
    const all = await templates('');
    const total = listAt(all.body, 'templates').length;
    expect(at(all.body, 'totalCount')).toBe(total);
    const sms = await templates('&type=sms');
    expect(textAt(sms.body, 'templates', 0, 'template', 'body')).toContain('{{contact.first_name}}');
    const email = await templates('&type=email');
    expect(at(email.body, 'templates', 0, 'template')).toMatchObject({
      subject: expect.stringContaining('{{contact.first_name}}'),
      html: expect.stringContaining('<p>'),
    });
    expect(at((await templates('&type=whatsapp')).body, 'totalCount')).toBe(1);
    const page = await templates(`&skip=${total - 1}&limit=5`);
    expect(listAt(page.body, 'templates')).toEqual(listAt(all.body, 'templates').slice(-1));
    expect(at((await templates('&deleted=true')).body, 'totalCount')).toBe(0);
  });

  it('ask for an originId and for a type that exists', async () => {
    expect((await get('templates')).status).toBe(422);
    expect((await templates('&type=fax')).status).toBe(422);
    expect((await templates('&limit=all')).status).toBe(422);
  });
});

it('lists its phone numbers, one of them the default', async () => {
  const path = `/phone-system/numbers/location/${sandbox.locationId}`;
  const { body } = await sandbox.api('GET', path);
  expect(body).toMatchObject({ isUnderGhl: true, page: 0, pageSize: 1000, accountStatus: 'active' });
  const numbers = listAt(body, 'numbers');
  expect(numbers.filter((number) => at(number, 'isDefaultNumber'))).toHaveLength(1);
  const second = await sandbox.api('GET', `${path}?pageSize=1&page=1`);
  expect(listAt(second.body, 'numbers')).toEqual([numbers[1]]);
  const tollFree = await sandbox.api('GET', `${path}?searchFilter=%2B1888`);
  expect(listAt(tollFree.body, 'numbers')).toMatchObject([
    { type: 'toll-free', capabilities: { sms: false } },
  ]);
  expect((await sandbox.api('GET', `${path}?pageSize=2000`)).status).toBe(422);
});

it('knows GET /users/search under v3 only', async () => {
  const location = await sandbox.api('GET', `/locations/${sandbox.locationId}`);
  const companyId = textAt(location.body, 'location', 'companyId');
  const path = `/users/search?companyId=${companyId}&locationId=${sandbox.locationId}`;
  expect((await sandbox.api('GET', path)).body).toMatchObject({
    statusCode: 404,
    message: 'Cannot GET /users/search',
  });
  const found = await sandbox.api('GET', `${path}&query=jonas`, { headers: { version: 'v3' } });
  expect(found.body).toMatchObject({ count: 1, users: [{ firstName: 'Jonas' }] });
  const bare = await sandbox.api('GET', '/users/search', { headers: { version: 'v3' } });
  expect(bare.status).toBe(422);
});

describe('media', () => {
  const upload = (field: string, file: File): Promise<Reply> => {
    const form = new FormData();
    form.set(field, file);
    return sandbox.api('POST', '/medias/upload-file', { body: form });
  };

  it('are stored and served at a public address', async () => {
    const reply = await upload('file', new File(['a gown'], 'gown.txt', { type: 'text/plain' }));
    expect(reply.status).toBe(200);
    expect(textAt(reply.body, 'fileId')).not.toBe('');
    const served = await fetch(textAt(reply.body, 'url'));
    expect(await served.text()).toBe('a gown');
  });

  it('are refused without a file and above 25 MB', async () => {
    expect((await upload('wrong', new File(['x'], 'x.txt'))).status).toBe(400);
    const big = await upload('file', new File([Buffer.alloc(25 * 1024 * 1024 + 1)], 'big.bin'));
    expect(big.status).toBe(413);
  });
});

it.each([
  ['tags', 'locations/tags.readonly'],
  ['customFields', 'locations/customFields.readonly'],
  ['customValues', 'locations/customValues.readonly'],
  ['templates?originId=x', 'locations/templates.readonly'],
])('asks for the scope of %s, for the own location, and takes faults', async (path, scope) => {
  const own = `/locations/${sandbox.locationId}`;
  expect((await sandbox.api('GET', `/locations/${sandbox.locations[1]?.id}/${path}`)).status).toBe(403);
  await sandbox.control('POST', `${own}/token`.slice(1), { removeScopes: [scope] });
  const refused = await get(path);
  expect(refused).toMatchObject({
    status: 401,
    body: { message: 'The token is not authorized for this scope.' },
  });
  expect(refused.headers.get('x-ratelimit-remaining')).not.toBeNull();
  await sandbox.control('POST', `${own}/faults`.slice(1), { operation: '*', kind: 'reset-before' });
  await expect(get(path)).rejects.toThrow();
});
