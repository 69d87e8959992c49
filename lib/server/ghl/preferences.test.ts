import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type RunningSandbox, startSandbox } from '@/lib/server/sandbox/start';
import type { ReadyPreferences } from '@/lib/shared/contract/preference';
import type { Subtype } from '@/lib/shared/contract/subtype';
import { createGhlClient, type GhlClient } from './client';
import { searchContacts } from './contacts';
import { createLimiter } from './limiter';
import { changePreference, getPreferences } from './preferences';
import { createSubtype, listSubtypes, updateSubtype } from './subtypes';
import { json, startUpstream } from './testing/upstream';

const locationSchema = z.object({ id: z.string(), token: z.string() });
const requestsSchema = z.object({ requests: z.array(z.object({ operation: z.string().nullable() })) });
const formsSchema = z.object({ legalForms: z.array(z.object({ reason: z.string(), type: z.string() })) });

let sandbox: RunningSandbox;
let ghl: GhlClient;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  const { id, token } = locationSchema.parse(await control('POST', 'locations', { preset: 'demo' }));
  ghl = createGhlClient({ baseUrl: sandbox.url, token, locationId: id, limiter: createLimiter() });
});

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${sandbox.url}/__sandbox/${path}`, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
  return answer.json();
}

const here = (method: string, name: string, body?: unknown) =>
  control(method, `locations/${ghl.locationId}/${name}`, body);
const order = (body: object) => here('POST', 'preferences', body);

async function asked(operation: string): Promise<number> {
  const { requests } = requestsSchema.parse(await here('GET', 'requests'));
  return requests.filter((request) => request.operation === operation).length;
}

async function contactId(name: string): Promise<string> {
  const [contact] = await searchContacts(ghl, name);
  return contact?.id ?? expect.unreachable(`nobody is called ${name}`);
}

async function subtypes(): Promise<Subtype[]> {
  const list = await listSubtypes(ghl);
  return list.state === 'ready' ? list.subtypes : expect.unreachable(list.state);
}

async function subtypeCalled(name: string): Promise<Subtype> {
  return (await subtypes()).find((subtype) => subtype.name === name) ?? expect.unreachable(name);
}

async function preferences(name: string): Promise<ReadyPreferences> {
  const read = await getPreferences(ghl, await contactId(name));
  return read.state === 'ready' ? read : expect.unreachable(read.state);
}

const lines = ({ addresses }: ReadyPreferences) =>
  addresses.flatMap(({ email, types }) => types.map(({ name, status }) => `${email} ${name}: ${status}`));

const lucia = [
  'lucia.fernandez@correo.example One on One: subscribed',
  'lucia.fernandez@correo.example Monthly newsletter: subscribed',
  'lucia.fernandez@correo.example Noticias del taller: subscribed',
  'lucia.fernandez@correo.example Sample sale invitations: subscribed',
  'lucia@estudio-luz.example One on One: subscribed',
  'lucia@estudio-luz.example Monthly newsletter: subscribed',
  'lucia@estudio-luz.example Noticias del taller: subscribed',
  'lucia@estudio-luz.example Sample sale invitations: unsubscribed',
];

describe('in every form that GHL may answer', () => {
  it.each(['wrapped', 'array', 'data', 'subtypes', 'map'])(
    '(%s) types and statuses are the same',
    async (shape) => {
      await order({ shape });
      expect(lines(await preferences('Lucía'))).toEqual(lucia);
      expect(await preferences('Lucía')).toMatchObject({ smsTypes: ['Fitting reminders'], unreadable: 0 });
      expect((await subtypeCalled('Bridal fair 2025')).isArchived).toBe(true);
      expect(await subtypeCalled('Noticias del taller')).toMatchObject({ channel: 'email', language: 'es' });
      expect(await createSubtype(ghl, request)).toEqual({ state: 'ready' });
      expect(await subtypeCalled('Atelier news')).toMatchObject({ description: 'Once a season' });
    },
  );

  it('a status of a whole address stays that', async () => {
    await order({ shape: 'minimal' });
    const { addresses } = await preferences('Marcus Tan');
    expect(addresses).toMatchObject([{ overall: 'unsubscribed' }]);
    expect(addresses[0]?.types.every(({ status }) => status === 'unknown')).toBe(true);
  });
});

const request = {
  name: 'Atelier news',
  description: 'Once a season',
  channel: 'email',
  language: 'fr',
} as const;

describe('a type', () => {
  it('is made, renamed, archived and restored, and each is read at once', async () => {
    await createSubtype(ghl, { ...request, description: '' });
    const { id, description } = await subtypeCalled('Atelier news');
    expect(description).toBeNull();
    await updateSubtype(ghl, id, { name: 'Maison', description: 'Quarterly' });
    expect(await subtypeCalled('Maison')).toMatchObject({ id, description: 'Quarterly', language: 'fr' });
    await updateSubtype(ghl, id, { isArchived: true });
    expect((await subtypeCalled('Maison')).isArchived).toBe(true);
    await updateSubtype(ghl, id, { isArchived: false, description: '' });
    expect(await subtypeCalled('Maison')).toMatchObject({ isArchived: false, description: null });
  });

  it('that GHL refuses is an error with its words', async () => {
    await createSubtype(ghl, request);
    await expect(createSubtype(ghl, request)).rejects.toMatchObject({
      status: 400,
      ghlMessage: 'A custom subtype with this name already exists.',
    });
    await expect(updateSubtype(ghl, 'unknown', { name: 'X' })).rejects.toMatchObject({ status: 404 });
  });
});

describe('a change', () => {
  it('of one type holds for that address and type alone', async () => {
    const id = await contactId('Lucía');
    const { id: subtypeId } = await subtypeCalled('Monthly newsletter');
    await changePreference(ghl, id, {
      change: 'unsubscribe',
      email: 'lucia@estudio-luz.example',
      target: { kind: 'custom', subtypeId },
    });
    await changePreference(ghl, id, {
      change: 'unsubscribe',
      email: 'lucia.fernandez@correo.example',
      target: { kind: 'default' },
    });
    const expected = lucia.map((line) =>
      line.startsWith('lucia@estudio-luz.example Monthly') ||
      line.startsWith('lucia.fernandez@correo.example One')
        ? line.replace(': subscribed', ': unsubscribed')
        : line,
    );
    expect(lines(await preferences('Lucía'))).toEqual(expected);
  });

  it('back takes its reason to GHL, for one type and for all', async () => {
    const id = await contactId('Marcus Tan');
    const email = 'marcus@tan.example';
    const said = {
      change: 'resubscribe',
      email,
      legalReason: 'Asked on the phone',
      legalDescription: '',
    } as const;
    await changePreference(ghl, id, { ...said, target: { kind: 'default' } });
    expect(lines(await preferences('Marcus')).filter((line) => line.endsWith(': subscribed'))).toEqual([
      `${email} One on One: subscribed`,
    ]);
    await changePreference(ghl, id, { ...said, target: { kind: 'all' } });
    expect(lines(await preferences('Marcus')).filter((line) => line.endsWith(': unsubscribed'))).toEqual([]);
    expect(formsSchema.parse(await here('GET', 'preferences')).legalForms).toEqual([
      { reason: 'Asked on the phone', type: 'One on One' },
      { reason: 'Asked on the phone', type: 'all' },
    ]);
  });

  it.each(['reset-before', 'reset-after', 'respond'])('is asked for once after %s', async (kind) => {
    const id = await contactId('Okafor');
    await here('POST', 'faults', { operation: 'user-subscription-change', kind, count: 9, status: 503 });
    await expect(
      changePreference(ghl, id, {
        change: 'unsubscribe',
        email: 'amara@okafor.example',
        target: { kind: 'default' },
      }),
    ).rejects.toThrow();
    expect(await asked('user-subscription-change')).toBe(1);
    const left = kind === 'reset-after' ? 'unsubscribed' : 'subscribed';
    expect(lines(await preferences('Okafor'))[0]).toBe(`amara@okafor.example One on One: ${left}`);
  });
});

describe('reads', () => {
  it('are shared, and asked again after a change', async () => {
    const id = await contactId('Okafor');
    await Promise.all([getPreferences(ghl, id), getPreferences(ghl, id), listSubtypes(ghl)]);
    expect(await asked('get-contact-unsubscription-status')).toBe(1);
    expect(await asked('get-all-custom-subtypes')).toBe(1);
    await changePreference(ghl, id, {
      change: 'unsubscribe',
      email: 'amara@okafor.example',
      target: { kind: 'default' },
    });
    await getPreferences(ghl, id);
    expect(await asked('get-contact-unsubscription-status')).toBe(2);
    expect(await asked('get-all-custom-subtypes')).toBe(1);
  });

  it('of a contact without an address have none to show', async () => {
    const [row] = (await searchContacts(ghl, 'Bex')).filter(({ email }) => email === null);
    expect(await getPreferences(ghl, row?.id ?? '')).toMatchObject({ state: 'ready', addresses: [] });
  });
});

describe('where it cannot be used', () => {
  it.each(['404', '400'])('the feature is off (%s), for reads and for writes', async (feature) => {
    const id = await contactId('Okafor');
    await order({ feature });
    const change = {
      change: 'unsubscribe',
      email: 'amara@okafor.example',
      target: { kind: 'default' },
    } as const;
    expect([
      await listSubtypes(ghl),
      await getPreferences(ghl, id),
      await createSubtype(ghl, request),
      await changePreference(ghl, id, change),
    ]).toEqual(Array(4).fill({ state: 'off' }));
  });

  it.each(['401', '403'])('the role is refused (%s)', async (role) => {
    await order({ role });
    const refused = { state: 'not_allowed', lacks: 'role' };
    expect(await createSubtype(ghl, request)).toEqual(refused);
    expect(await listSubtypes(ghl)).toMatchObject({ state: 'ready' });
    await order({ roleReach: 'all' });
    expect(await getPreferences(ghl, await contactId('Okafor'))).toEqual(refused);
  });

  it.each([
    [401, 'The token is not authorized for this scope.', { state: 'not_allowed', lacks: 'scope' }],
    [401, 'Unauthorized: requires admin role', { state: 'not_allowed', lacks: 'role' }],
    [403, 'Forbidden resource', { state: 'not_allowed', lacks: 'role' }],
    [404, 'Cannot GET /conversations/preferences/custom-subtypes', { state: 'off' }],
    [400, 'Endpoint GET /x not available in API version v3. This endpoint was removed', { state: 'off' }],
    [400, 'Bad Request', { state: 'off' }],
  ])('%i "%s" is a state', async (status, message, expected) => {
    const upstream = await startUpstream((_, response) =>
      json(response, { statusCode: status, message }, status),
    );
    expect(await listSubtypes(upstream.client())).toEqual(expected);
    expect(upstream.requests.map(({ headers }) => headers.version)).toEqual(['2021-04-15']);
    await upstream.close();
  });

  it.each([
    [401, 'Invalid JWT'],
    [403, 'The token does not have access to this location.'],
    [400, 'locationId must be a mongodb id'],
    [404, 'Contact not found'],
    [422, 'locationId must be a string'],
  ])('%i "%s" is an error', async (status, message) => {
    const upstream = await startUpstream((_, response) =>
      json(response, { statusCode: status, message }, status),
    );
    await expect(listSubtypes(upstream.client())).rejects.toMatchObject({ status });
    await upstream.close();
  });

  it('an answer without any list is an error, not "no types"', async () => {
    const upstream = await startUpstream((_, response) => json(response, { success: true }));
    await expect(listSubtypes(upstream.client())).rejects.toMatchObject({ name: 'GhlShapeError' });
    await upstream.close();
  });
});
