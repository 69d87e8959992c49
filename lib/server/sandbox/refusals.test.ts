import 'server-only';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at, listAt, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

let sandbox: TestSandbox;
let searchPath: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  searchPath = `/conversations/search?locationId=${sandbox.locationId}`;
});
afterAll(() => sandbox.close());

const control = (name: string, body: unknown) =>
  sandbox.control('POST', `locations/${sandbox.locationId}/${name}`, body);

/** fetch() cannot send a Host of its own choice or no User-Agent at all. */
function rawGet(path: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(`${sandbox.url}${path}`, { headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    call.on('error', reject);
    call.end();
  });
}

it.each([
  ['an unknown version', { version: '2020-01-01' }, 401, 'version header is invalid'],
  [
    'an unknown private token',
    { authorization: 'Bearer pit-nobody' },
    401,
    'Invalid Private Integration token',
  ],
  ['an unknown token', { authorization: 'Bearer eyJhbGciOi' }, 401, 'Invalid JWT'],
  ['no token', { authorization: '' }, 401, 'Invalid JWT'],
])('refuses %s', async (_, headers, status, message) => {
  const reply = await sandbox.api('GET', searchPath, { headers });
  expect(reply).toMatchObject({ status, body: { statusCode: 401, message } });
  expect(typeof at(reply.body, 'traceId')).toBe('string');
});

it('asks for the Version header except at the email endpoints', async () => {
  const headers = { authorization: `Bearer ${sandbox.token}`, 'user-agent': 'parley-test/1.0' };
  const refused = await rawGet(searchPath, headers);
  expect(refused.status).toBe(401);
  expect(refused.text).toContain('version header was not found.');
  expect((await rawGet('/conversations/messages/email/unknown', headers)).status).toBe(404);
  for (const version of ['2021-07-28', '2023-02-21', 'v3']) {
    expect((await sandbox.api('GET', searchPath, { headers: { version } })).status).toBe(200);
  }
});

it('turns away the agents of scripts with a page, not with JSON', async () => {
  const agents: Record<string, string>[] = [{ 'user-agent': 'python-requests/2.32' }, {}];
  for (const agent of agents) {
    const headers: Record<string, string> = {
      authorization: `Bearer ${sandbox.token}`,
      version: 'v3',
      ...agent,
    };
    const blocked = await rawGet(searchPath, headers);
    expect(blocked.status).toBe(403);
    expect(blocked.text).toContain('1010');
  }
});

it('refuses by scope, and says so without saying the token is bad', async () => {
  await control('token', { removeScopes: ['conversations/message.readonly'] });
  const reply = await sandbox.api('GET', '/conversations/messages/any');
  expect(reply).toMatchObject({
    status: 401,
    body: { message: 'The token is not authorized for this scope.' },
  });
  expect((await sandbox.api('GET', searchPath)).status).toBe(200);
  await control('token', { revoked: true });
  expect(at((await sandbox.api('GET', searchPath)).body, 'message')).toBe(
    'Invalid Private Integration token',
  );
  await control('token', { revoked: false });
});

it('keeps the locations apart', async () => {
  const other = sandbox.locations[1];
  const foreign = { authorization: `Bearer ${other?.token}` };
  const search = await sandbox.api('GET', searchPath, { headers: foreign });
  expect(search).toMatchObject({
    status: 403,
    body: { message: 'The token does not have access to this location.' },
  });
  const row = at((await sandbox.api('GET', searchPath)).body, 'conversations', 0);
  const direct = `/conversations/${textAt(row, 'id')}`;
  expect((await sandbox.api('GET', direct, { headers: foreign })).status).toBe(403);
  expect(
    (await sandbox.api('GET', `/contacts/${textAt(row, 'contactId')}`, { headers: foreign })).status,
  ).toBe(403);
});

it('answers unknown paths and unknown ids apart', async () => {
  const path = await sandbox.api('GET', '/conversations/preferences/of-nobody');
  expect(path.body).toMatchObject({
    statusCode: 404,
    error: 'Not Found',
    message: 'Cannot GET /conversations/preferences/of-nobody',
  });
  expect((await sandbox.api('GET', '/conversations/nowhere')).body).toMatchObject({
    status: 404,
    message: 'Conversation with id nowhere not found',
  });
  expect((await sandbox.api('GET', '/conversations/search')).status).toBe(422);
  expect((await sandbox.api('GET', `${searchPath}&sort=up`)).status).toBe(422);
});

describe('the rate limit', () => {
  beforeEach(() => sandbox.advance(20_000));

  it('is 100 in any 10 s, with the recorded headers', async () => {
    const first = await sandbox.api('GET', searchPath);
    expect(first.headers.get('x-ratelimit-max')).toBe('100');
    expect(first.headers.get('x-ratelimit-interval-milliseconds')).toBe('10000');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('99');
    expect(first.headers.get('x-ratelimit-limit-daily')).toBe('200000');
    expect(Number(first.headers.get('x-ratelimit-daily-reset'))).toBeLessThanOrEqual(86_400_000);
    const rest = await Promise.all(Array.from({ length: 100 }, () => sandbox.api('GET', searchPath)));
    expect(rest.filter((reply) => reply.status === 429)).toHaveLength(1);
    sandbox.advance(10_000);
    expect((await sandbox.api('GET', searchPath)).status).toBe(200);
  });

  it('can be changed and switched off', async () => {
    await control('rate-limit', { max: 1 });
    expect((await sandbox.api('GET', searchPath)).status).toBe(200);
    expect((await sandbox.api('GET', searchPath)).status).toBe(429);
    await control('rate-limit', { enabled: false });
    expect((await sandbox.api('GET', searchPath)).status).toBe(200);
    await control('rate-limit', { max: 100, enabled: true });
  });
});

describe('who may use the controls', () => {
  it('refuses a foreign Host and any Origin', async () => {
    expect((await rawGet('/__sandbox/info', {})).status).toBe(200);
    expect((await rawGet('/__sandbox/info', { host: 'localhost:1' })).status).toBe(200);
    expect((await rawGet('/__sandbox/info', { host: 'evil.example' })).status).toBe(403);
    expect((await rawGet('/__sandbox/info', { host: '127.0.0.1.evil.example' })).status).toBe(403);
    expect((await rawGet('/__sandbox/info', { origin: 'http://127.0.0.1:3000' })).status).toBe(403);
  });

  it('never logs a token', async () => {
    const log = await sandbox.control('GET', `locations/${sandbox.locationId}/requests`);
    expect(listAt(log.body, 'requests').length).toBeGreaterThan(0);
    expect(JSON.stringify(log.body)).not.toContain(sandbox.token);
  });
});
