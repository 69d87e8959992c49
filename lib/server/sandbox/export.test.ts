import 'server-only';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, listAt, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox({ conversations: 300, messages: 3_000 });
  await sandbox.control('POST', `locations/${sandbox.locationId}/rate-limit`, { enabled: false });
});
afterAll(() => sandbox.close());

type Place = { locationId: string; token: string };

function exportPage(query: Record<string, string>, place: Place = sandbox) {
  const params = new URLSearchParams({ locationId: place.locationId, ...query });
  return sandbox.api('GET', `/conversations/messages/export?${params}`, {
    headers: { authorization: `Bearer ${place.token}` },
  });
}

async function exportAll(query: Record<string, string>, place: Place = sandbox): Promise<unknown[]> {
  const all: unknown[] = [];
  let cursor: unknown;
  do {
    const page = await exportPage(typeof cursor === 'string' ? { ...query, cursor } : query, place);
    expect(page.status).toBe(200);
    all.push(...listAt(page.body, 'messages'));
    expect(at(page.body, 'total')).toBeGreaterThanOrEqual(all.length);
    cursor = at(page.body, 'nextCursor');
  } while (cursor !== null);
  return all;
}

const idsOf = (messages: unknown[]) => messages.map((message) => textAt(message, 'id'));

async function everyMessage({ locationId, token }: Place): Promise<unknown[]> {
  const headers = { authorization: `Bearer ${token}` };
  const all: unknown[] = [];
  let after = '';
  for (;;) {
    const path = `/conversations/search?locationId=${locationId}&limit=100${after}`;
    const rows = listAt((await sandbox.api('GET', path, { headers })).body, 'conversations');
    for (const row of rows) {
      const truth = await sandbox.control('GET', `locations/${locationId}/snapshot/${textAt(row, 'id')}`);
      all.push(...listAt(truth.body, 'messages'));
    }
    if (rows.length < 100) return all;
    after = `&startAfterDate=${String(at(rows.at(-1), 'sort', 0))}`;
  }
}

async function fresh(body: Record<string, unknown>): Promise<Place> {
  const made = await sandbox.control('POST', 'locations', body);
  const place = { locationId: textAt(made.body, 'id'), token: textAt(made.body, 'token') };
  await sandbox.control('POST', `locations/${place.locationId}/rate-limit`, { enabled: false });
  return place;
}

describe('an export', () => {
  it('gives every message but email once, newest first, and the same when the threads are open', async () => {
    const first = await exportAll({ limit: '500' });
    const dates = first.map((message) => textAt(message, 'dateAdded'));
    expect([...dates].sort().reverse()).toEqual(dates);
    const truth = (await everyMessage(sandbox)).filter(
      (message) => at(message, 'messageType') !== 'TYPE_EMAIL',
    );
    expect(new Set(idsOf(first))).toEqual(new Set(idsOf(truth)));
    expect(first).toHaveLength(truth.length);
    expect(idsOf(await exportAll({ limit: '500' }))).toEqual(idsOf(first));
    expect(at((await exportPage({})).body, 'total')).toBe(first.length);
  });

  it.each(['createdAt', 'updatedAt'])(
    'loses nothing where dates tie, sorted by %s both ways',
    async (sortBy) => {
      const place = await fresh({ preset: 'empty', messages: 400, sameTimestamp: 40 });
      const down = idsOf(await exportAll({ limit: '13', sortBy }, place));
      const up = idsOf(await exportAll({ limit: '17', sortBy, sortOrder: 'asc' }, place));
      expect(new Set(down).size).toBe(400);
      expect(down).toHaveLength(400);
      expect(new Set(up)).toEqual(new Set(down));
      expect(up).toHaveLength(400);
    },
  );

  it('keeps to a channel, a conversation, a contact and a range of dates', async () => {
    const types = async (channel: string) =>
      new Set((await exportAll({ channel, limit: '500' })).map((message) => at(message, 'messageType')));
    expect(await types('Email')).toEqual(new Set(['TYPE_EMAIL']));
    expect(await types('WhatsApp')).toEqual(new Set(['TYPE_WHATSAPP']));
    expect(await types('Call')).toEqual(new Set(['TYPE_CALL', 'TYPE_VOICEMAIL', 'TYPE_CAMPAIGN_VOICEMAIL']));
    const rows = await sandbox.api('GET', `/conversations/search?locationId=${sandbox.locationId}&limit=1`);
    const row = at(rows.body, 'conversations', 0);
    const conversationId = textAt(row, 'id');
    const contactId = textAt(row, 'contactId');
    const byContact = await exportAll({ contactId });
    expect(byContact.length).toBeGreaterThan(3);
    expect(new Set(byContact.map((message) => at(message, 'contactId')))).toEqual(new Set([contactId]));
    expect(idsOf(await exportAll({ conversationId }))).toEqual(idsOf(byContact));
    expect(await exportAll({ conversationId: 'nowhere' })).toEqual([]);
    const [startDate, endDate] = ['2026-10-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'];
    const range = await exportAll({ startDate, endDate, limit: '500' });
    const inside = (await exportAll({ limit: '500' })).filter((message) => {
      const date = textAt(message, 'dateAdded');
      return date >= startDate && date <= endDate;
    });
    expect(range.length).toBeGreaterThan(10);
    expect(idsOf(range)).toEqual(idsOf(inside));
  });

  it('by update shows first what changed last', async () => {
    const path = `/conversations/search?locationId=${sandbox.locationId}&query=Devon`;
    const contactId = textAt((await sandbox.api('GET', path)).body, 'conversations', 0, 'contactId');
    const send = async (message: string) => {
      const body = { type: 'SMS', contactId, message };
      return textAt((await sandbox.api('POST', '/conversations/messages', { body })).body, 'messageId');
    };
    // Two of one moment are in the order of their ids.
    sandbox.advance(1);
    const older = await send('First');
    sandbox.advance(1_500);
    const newer = await send('Second');
    sandbox.advance(900);
    const newest = async (sortBy: string) =>
      idsOf(listAt((await exportPage({ sortBy, limit: '10' })).body, 'messages')).slice(0, 2);
    expect(await newest('createdAt')).toEqual([newer, older]);
    expect(await newest('updatedAt')).toEqual([newer, older]);
    const provider = await sandbox.control('POST', `locations/${sandbox.locationId}/provider`, {});
    const body = { type: 'Custom', contactId, message: 'x', conversationProviderId: at(provider.body, 'id') };
    const sent = await sandbox.api('POST', '/conversations/messages', { body });
    sandbox.advance(60_000);
    const last = await send('Third');
    sandbox.advance(60_000);
    const id = textAt(sent.body, 'messageId');
    await sandbox.api('PUT', `/conversations/messages/${id}/status`, { body: { status: 'read' } });
    expect(await newest('createdAt')).toEqual([last, id]);
    expect(await newest('updatedAt')).toEqual([id, last]);
  });
});

describe('a cursor', () => {
  it('gives the same page again and lives two minutes from its page on', async () => {
    const cursorOf = (body: unknown) => ({ cursor: textAt(body, 'nextCursor'), limit: '10' });
    const first = await exportPage({ limit: '10' });
    sandbox.advance(110_000);
    const second = await exportPage(cursorOf(first.body));
    const again = await exportPage(cursorOf(first.body));
    expect(idsOf(listAt(again.body, 'messages'))).toEqual(idsOf(listAt(second.body, 'messages')));
    sandbox.advance(110_000);
    expect((await exportPage(cursorOf(second.body))).status).toBe(200);
    sandbox.advance(121_000);
    expect(await exportPage(cursorOf(second.body))).toMatchObject({
      status: 400,
      body: { message: 'Invalid or expired cursor' },
    });
    expect((await exportPage({ cursor: 'eyJub3QiOiJvdXJzIn0=' })).status).toBe(400);
    expect((await exportPage({ cursor: 'not base64 at all' })).status).toBe(400);
  });
});

it.each([
  [{ limit: '9' }, 422],
  [{ limit: '501' }, 422],
  [{ limit: 'many' }, 422],
  [{ sortBy: 'name' }, 422],
  [{ sortOrder: 'up' }, 422],
  [{ channel: 'Pigeon' }, 422],
  [{ startDate: 'yesterday' }, 422],
  [{ locationId: 'elsewhere' }, 403],
  [{ locationId: '' }, 422],
])('refuses %j', async (query, status) => {
  const reply = await exportPage(query);
  expect(reply.status).toBe(status);
  expect(typeof at(reply.body, 'traceId')).toBe('string');
});
