import 'server-only';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { at, listAt, type Reply, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

const dayMs = 24 * 3_600_000;

let sandbox: TestSandbox;
let companyId: string;
let appId: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const { body } = await sandbox.control('GET', 'info');
  companyId = textAt(body, 'companyId');
  appId = textAt(body, 'appId');
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control('POST', 'oauth/uninstall', {}));

async function postForm(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    headers: { 'user-agent': 'parley-test/1.0', ...headers },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const token = (fields: Record<string, string>): Promise<Reply> =>
  postForm('/oauth/token', {
    client_id: sandbox.clientId,
    client_secret: sandbox.clientSecret,
    ...fields,
  });
const exchange = (code: string): Promise<Reply> => token({ grant_type: 'authorization_code', code });
const refresh = (refreshToken: string): Promise<Reply> =>
  token({ grant_type: 'refresh_token', refresh_token: refreshToken });

async function newCode(body: Record<string, unknown> = {}): Promise<string> {
  const made = await sandbox.control('POST', 'oauth/code', body);
  expect(made.status).toBe(201);
  return textAt(made.body, 'code');
}

async function tokensFor(body: Record<string, unknown>): Promise<{ access: string; refresh: string }> {
  const reply = await exchange(await newCode(body));
  expect(reply.status).toBe(200);
  return { access: textAt(reply.body, 'access_token'), refresh: textAt(reply.body, 'refresh_token') };
}

function search(access: string, locationId = sandbox.locationId): Promise<Reply> {
  return sandbox.api('GET', `/conversations/search?locationId=${locationId}&limit=1`, {
    headers: { authorization: `Bearer ${access}` },
  });
}

describe('a code of a location', () => {
  it('becomes tokens once, with the fields of GHL', async () => {
    const code = await newCode({ locationId: sandbox.locationId });
    const reply = await exchange(code);
    expect(reply).toMatchObject({
      status: 200,
      body: {
        token_type: 'Bearer',
        expires_in: 86_399,
        userType: 'Location',
        companyId,
        locationId: sandbox.locationId,
        isBulkInstallation: false,
      },
    });
    expect(textAt(reply.body, 'scope').split(' ')).toContain('conversations.readonly');
    expect((await search(textAt(reply.body, 'access_token'))).status).toBe(200);
    expect(await exchange(code)).toMatchObject({
      status: 401,
      body: { error: 'UnAuthorized!', error_description: 'Authorization code not found' },
    });
  });

  it('dies after ten minutes, and is looked at before the credentials are', async () => {
    const code = await newCode({ locationId: sandbox.locationId });
    const wrong = { grant_type: 'authorization_code', client_secret: 'wrong' };
    expect((await token({ ...wrong, code: 'nonsense' })).body).toMatchObject({
      error_description: 'Authorization code not found',
    });
    expect((await token({ ...wrong, code })).body).toMatchObject({
      error_description: 'Invalid client credentials!',
    });
    sandbox.advance(10 * 60_000);
    expect((await exchange(code)).status).toBe(401);
  });

  it('gives no more scopes than were asked for, and no other location', async () => {
    const { access } = await tokensFor({
      locationId: sandbox.locationId,
      scopes: ['conversations.readonly'],
    });
    expect((await search(access)).status).toBe(200);
    const users = await sandbox.api('GET', `/users/?locationId=${sandbox.locationId}`, {
      headers: { authorization: `Bearer ${access}` },
    });
    expect(users).toMatchObject({
      status: 401,
      body: { message: 'The token is not authorized for this scope.' },
    });
    expect((await search(access, sandbox.locations[1]?.id)).status).toBe(403);
  });
});

describe('an access token', () => {
  it('lasts 24 hours, and a refresh token gives the next one once', async () => {
    const first = await tokensFor({ locationId: sandbox.locationId });
    sandbox.advance(dayMs - 1);
    expect((await search(first.access)).status).toBe(200);
    sandbox.advance(1);
    expect(await search(first.access)).toMatchObject({ status: 401, body: { message: 'Invalid JWT' } });

    const second = await refresh(first.refresh);
    expect(second.status).toBe(200);
    expect((await search(textAt(second.body, 'access_token'))).status).toBe(200);
    expect(await refresh(first.refresh)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await refresh(textAt(second.body, 'refresh_token'))).status).toBe(200);
  });

  it('can be ended by a control, and the refresh token stays good', async () => {
    const { access, refresh: refreshToken } = await tokensFor({ locationId: sandbox.locationId });
    const ended = await sandbox.control('POST', 'oauth/expire', { locationId: sandbox.locationId });
    expect(Number(at(ended.body, 'expired'))).toBeGreaterThanOrEqual(1);
    expect((await search(access)).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(200);
  });

  it('is dead with its refresh token once the app is uninstalled', async () => {
    const { access, refresh: refreshToken } = await tokensFor({ locationId: sandbox.locationId });
    await sandbox.control('POST', 'oauth/uninstall', { locationId: sandbox.locationId });
    expect(await search(access)).toMatchObject({
      status: 401,
      body: { message: 'Invalid token: access token is invalid' },
    });
    expect((await refresh(refreshToken)).status).toBe(400);
  });

  it('outlives a reset of its location, but not the location', async () => {
    const made = await sandbox.control('POST', 'locations', { preset: 'empty' });
    const locationId = textAt(made.body, 'id');
    const { access, refresh: refreshToken } = await tokensFor({ locationId });
    await sandbox.control('POST', `locations/${locationId}/reset`);
    expect((await search(access, locationId)).status).toBe(200);
    await sandbox.control('DELETE', `locations/${locationId}`);
    expect((await search(access, locationId)).status).toBe(401);
    expect((await refresh(refreshToken)).body).toMatchObject({ message: 'Location is not active' });
  });
});

describe('an agency', () => {
  const asAgency = async (): Promise<Record<string, string>> => ({
    authorization: `Bearer ${(await tokensFor({})).access}`,
    version: '2021-07-28',
  });

  it('may not read a location, but gets a token for it', async () => {
    const headers = await asAgency();
    const refused = await sandbox.api('GET', `/conversations/search?locationId=${sandbox.locationId}`, {
      headers,
    });
    expect(refused.status).toBe(401);
    expect(textAt(refused.body, 'message')).toMatch(/^This authClass type is not allowed/);
    const made = await postForm(
      '/oauth/locationToken',
      { companyId, locationId: sandbox.locationId },
      headers,
    );
    expect(made).toMatchObject({
      status: 201,
      body: { userType: 'Location', locationId: sandbox.locationId, expires_in: 86_400 },
    });
    expect((await search(textAt(made.body, 'access_token'))).status).toBe(200);
    const json = await sandbox.api('POST', '/oauth/locationToken', {
      headers,
      body: { companyId, locationId: sandbox.locationId },
    });
    expect(json.status).toBe(201);
  });

  it.each([
    ['no location', {}, 422],
    ['an unknown location', { locationId: 'nowhere' }, 403],
  ])('is refused a token for %s', async (_, fields, status) => {
    const reply = await postForm('/oauth/locationToken', { companyId, ...fields }, await asAgency());
    expect(reply.status).toBe(status);
  });

  it('sees where the app is installed', async () => {
    const headers = await asAgency();
    const path = `/oauth/installedLocations?companyId=${companyId}&appId=${appId}`;
    const all = await sandbox.api('GET', path, { headers });
    expect(all.headers.get('x-ratelimit-max')).toBe('100');
    const rows = listAt(all.body, 'locations');
    expect(rows.map((row) => at(row, '_id'))).toContain(sandbox.locationId);
    expect(rows.every((row) => at(row, 'isInstalled') === true)).toBe(true);
    await sandbox.control('POST', 'oauth/uninstall', { locationId: sandbox.locationId });
    const rest = await sandbox.api('GET', `${path}&isInstalled=true`, { headers });
    expect(listAt(rest.body, 'locations').map((row) => at(row, '_id'))).not.toContain(sandbox.locationId);
    const refused = await postForm(
      '/oauth/locationToken',
      { companyId, locationId: sandbox.locationId },
      headers,
    );
    expect(refused.status).toBe(400);
  });

  it('is what these two ask for: a token of a location is of the wrong class', async () => {
    const path = `/oauth/installedLocations?companyId=${companyId}&appId=${appId}`;
    const reply = await sandbox.api('GET', path);
    expect(textAt(reply.body, 'message')).toMatch(/^This authClass type is not allowed/);
  });
});

describe('the consent page', () => {
  const page = (fields: Record<string, string>): Promise<Response> =>
    fetch(`${sandbox.url}/v2/oauth/chooselocation?${new URLSearchParams(fields)}`, { redirect: 'manual' });
  const asked = () => ({
    response_type: 'code',
    client_id: sandbox.clientId,
    redirect_uri: 'http://127.0.0.1:3000/oauth/callback?kept=1',
    scope: 'conversations.readonly contacts.readonly',
    state: 'a&b"c',
  });

  it('offers each location, and leads back with a code and the state', async () => {
    const html = await (await page(asked())).text();
    expect(html).toContain('Northloom Bridal');
    expect(html).not.toContain('a&b"c');
    const chosen = await page({ ...asked(), choice: sandbox.locationId });
    expect(chosen.status).toBe(302);
    const back = new URL(chosen.headers.get('location') ?? '');
    expect(back.searchParams.get('kept')).toBe('1');
    expect(back.searchParams.get('state')).toBe('a&b"c');
    const reply = await exchange(back.searchParams.get('code') ?? '');
    expect(reply.body).toMatchObject({ scope: 'conversations.readonly contacts.readonly' });
  });

  it.each([
    ['client_id', 'nobody'],
    ['redirect_uri', 'javascript:alert(1)'],
    ['response_type', 'token'],
    ['choice', 'nowhere'],
  ])('refuses a wrong %s', async (field, value) => {
    expect((await page({ ...asked(), [field]: value })).status).toBe(400);
  });
});

it('posts INSTALL and UNINSTALL to the common address', async () => {
  const events: unknown[] = [];
  const receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += String(chunk);
    });
    request.on('end', () => {
      events.push(JSON.parse(text));
      response.writeHead(200).end();
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const address = receiver.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  await sandbox.control('POST', 'webhooks', { url });
  await newCode({ locationId: sandbox.locationId });
  await sandbox.control('POST', 'oauth/uninstall', { locationId: sandbox.locationId });
  await vi.waitFor(() => expect(events).toHaveLength(2), { timeout: 20_000 });
  expect(events).toMatchObject([
    { type: 'INSTALL', installType: 'Location', locationId: sandbox.locationId, companyId, appId },
    { type: 'UNINSTALL', locationId: sandbox.locationId, companyId, appId },
  ]);
  await sandbox.control('POST', 'webhooks', { url: null });
  receiver.closeAllConnections();
  receiver.close();
});

describe('faults of calls that belong to no location', () => {
  it.each([
    ['reset-before', true],
    ['reset-after', false],
    ['reset-mid-body', false],
    ['bad-json', false],
  ])('%s: the refresh token is good afterwards: %s', async (kind, isGood) => {
    const { refresh: refreshToken } = await tokensFor({ locationId: sandbox.locationId });
    await sandbox.control('POST', 'faults', { operation: 'get-access-token', kind });
    await expect(refresh(refreshToken)).rejects.toThrow();
    expect((await refresh(refreshToken)).status).toBe(isGood ? 200 : 400);
  });

  it('answers with a status of choice, and logs the call without a token', async () => {
    const { refresh: refreshToken } = await tokensFor({ locationId: sandbox.locationId });
    await sandbox.control('POST', 'faults', { operation: 'get-access-token', kind: 'respond', status: 503 });
    expect((await refresh(refreshToken)).status).toBe(503);
    expect((await refresh(refreshToken)).status).toBe(200);
    const log = listAt((await sandbox.control('GET', 'requests')).body, 'requests');
    expect(log.slice(-2)).toMatchObject([
      { operation: 'get-access-token', status: 503 },
      { operation: 'get-access-token', status: 200 },
    ]);
    expect(JSON.stringify(log)).not.toContain(refreshToken);
  });

  it('refuses an unknown operation', async () => {
    const reply = await sandbox.control('POST', 'faults', { operation: 'get-contact', kind: 'bad-json' });
    expect(reply.status).toBe(400);
  });
});

it.each([
  ['a missing field', { grant_type: 'refresh_token', client_secret: '' }, 422],
  ['an unknown grant', { grant_type: 'password' }, 422],
  ['a wrong secret', { grant_type: 'refresh_token', client_secret: 'x', refresh_token: 'y' }, 401],
])('refuses a token request with %s', async (_, fields, status) => {
  expect((await token(fields)).status).toBe(status);
});

it('knows no other path under /oauth', async () => {
  const reply = await sandbox.api('POST', '/oauth/reconnect');
  expect(reply).toMatchObject({ status: 404, body: { message: 'Cannot POST /oauth/reconnect' } });
});
