import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ledger } from './ledger';
import { type Relay, startRelay } from './relay';
import { repaired } from './schemas';
import type { Waiver } from './waiver';

/** Of one document, as GHL would send it if it were as documented. */
const subtypeRefusal = { statusCode: 401, message: 'Invalid JWT', error: 'Unauthorized' };
const conversation = {
  id: 'C1',
  contactId: 'P1',
  locationId: 'L1',
  deleted: false,
  inbox: true,
  type: 1,
  unreadCount: 0,
};
const versionHeader = { version: '2021-04-15' };

/** What the server behind the relay answers next. */
let next: { status: number; type: string; body: string };
let ledger: Ledger;
let relay: Relay;

const server = createServer((_request, response) => {
  response.writeHead(next.status, { 'content-type': next.type });
  response.end(next.body);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  relay = await startRelay(`http://127.0.0.1:${port}`, (exchange) => ledger.enter('client', exchange));
});

afterAll(async () => {
  await relay.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

type Wanted = { path?: string; init?: RequestInit; status?: number; type?: string; body?: unknown };

/** The lines of the account after one exchange; all of it is as documented but for what the test gives. */
async function accountOf(wanted: Wanted, waivers: Waiver[] = []): Promise<string[]> {
  const { path = '/conversations/C1', init, status = 200, type = 'application/json' } = wanted;
  const body = 'body' in wanted ? wanted.body : conversation;
  next = { status, type, body: typeof body === 'string' ? body : JSON.stringify(body) };
  ledger = new Ledger({ common: waivers, ofSdk: [] });
  const headers = { ...versionHeader, ...init?.headers };
  expect((await fetch(`${relay.url}${path}`, { ...init, headers })).status).toBe(status);
  return ledger.unwaived();
}

function post(body: unknown, type = 'application/json'): RequestInit {
  return { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) };
}

const made = { locationId: 'L1', contactId: 'P1' };
const createPath = '/conversations/';
const created = {
  success: true,
  conversation: { ...conversation, dateUpdated: '', dateAdded: '', lastMessageDate: '' },
};
const search = '/conversations/search?locationId=L1';
const found = { conversations: [], total: 0 };

describe('the account of requests and answers', () => {
  it.each<[string, Wanted]>([
    ['an answer', {}],
    ['a refusal', { status: 401, body: subtypeRefusal }],
    ['a query', { path: `${search}&limit=20&status=unread`, body: found }],
    ['a list in a query', { path: `${search}&sort=asc`, body: found }],
  ])('is empty for %s as documented', async (_name, wanted) => {
    expect(await accountOf(wanted)).toEqual([]);
  });

  it.each<[string, Wanted, string]>([
    [
      'a field that is missing',
      { body: { ...conversation, inbox: undefined } },
      'answer 200 /inbox: required',
    ],
    ['a field of another type', { body: { ...conversation, type: 'SMS' } }, 'answer 200 /type: type'],
    ['a null', { body: { ...conversation, type: null } }, 'answer 200 /type: type'],
    ['a field that is not named', { body: { ...conversation, mood: 1 } }, 'answer 200 /mood: field'],
    [
      'an item of a list',
      { path: search, body: { ...found, conversations: [{}] } },
      '/conversations/*/id: required',
    ],
    ['a status', { status: 418, body: {} }, 'answer 418: status'],
    ['another success than the documented', { status: 202, body: {} }, 'answer 202 /id: required'],
    ['a refusal’s shape', { status: 401, body: { message: [] } }, 'answer 401 /message: type'],
    ['an answer that is not JSON', { type: 'text/html', body: '<p>' }, 'answer 200: content type'],
    ['an answer that is cut off', { body: '{"id":' }, 'answer 200: content type'],
    ['a Version', { init: { headers: { version: 'v3' } } }, 'request header Version: enum'],
    ['a query that is missing', { path: '/conversations/search', body: found }, 'query locationId: required'],
    ['a query that nobody knows', { path: `${search}&page=2`, body: found }, 'query page: field'],
    ['a query of another type', { path: `${search}&limit=many`, body: found }, 'query limit: type'],
    ['a query of another word', { path: `${search}&status=gone`, body: found }, 'query status: enum'],
    [
      'a body’s field that is missing',
      { path: createPath, init: post({ locationId: 'L1' }), status: 201, body: created },
      'request body /contactId: required',
    ],
    [
      'a body’s field that is not named',
      { path: createPath, init: post({ ...made, mood: 1 }), status: 201, body: created },
      'request body /mood: field',
    ],
    [
      'a body that is missing',
      { path: createPath, init: { method: 'POST' }, status: 201, body: created },
      'request body: required',
    ],
    [
      'a body of another content type',
      { path: createPath, init: post(made, 'text/plain'), status: 201, body: created },
      'request content type: enum',
    ],
  ])('names %s', async (_name, wanted, line) => {
    expect(await accountOf(wanted)).toContainEqual(expect.stringContaining(line));
  });

  it('checks what is inside an envelope that the document does not know', async () => {
    const path = '/conversations/messages/M1';
    expect(await accountOf({ path, body: { message: { id: 1 } } })).toContainEqual(
      expect.stringContaining('answer 200 /message/id: type'),
    );
    expect(await accountOf({ path, body: { id: 'M1' } })).toContainEqual(
      expect.stringContaining('answer 200: envelope'),
    );
  });

  it('repairs one schema, the only one that cannot be read as it is', () => {
    expect(repaired).toEqual(['conversations.json']);
  });

  it('notes what no document has', async () => {
    await accountOf({ path: '/conversations/C1/mood', body: {} });
    expect([...ledger.undocumented]).toEqual(['GET /conversations/C1/mood']);
  });

  it('lets pass what a waiver names, and tells of one that nothing needed', async () => {
    const waiver: Waiver = {
      operations: ['get-conversation', 'get-message'],
      where: ['answer 200 /inbox', 'answer 200 /unreadCount'],
      rule: 'required',
      says: 'required',
      real: 'absent',
      contract: 'CONTRACT 1.2',
    };
    const body = { ...conversation, inbox: undefined };
    expect(await accountOf({ body }, [waiver])).toEqual([]);
    expect(await ledger.unused()).toEqual([
      'required of answer 200 /inbox: answer 200 /unreadCount',
      'required of answer 200 /inbox: get-message',
    ]);
    expect(await accountOf({ body: { ...body, inbox: 'yes' } }, [waiver])).toHaveLength(1);
  });
});
