import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationFilter, ConversationRow } from '@/lib/shared/contract/conversation';
import type { GhlClient } from './client';
import { searchConversations } from './conversation-search';
import { GhlCursorError, GhlShapeError } from './errors';
import { createLimiter, type Limiter } from './limiter';
import { json, type Seen, startUpstream } from './testing/upstream';

type Row = {
  id: string;
  lastMessageDate: number;
  lastMessageType: string;
  lastMessageDirection: string;
  unreadCount: number;
  assignedTo: string | null;
  sort: number[];
  contactId: string;
};
type Upstream = Awaited<ReturnType<typeof startUpstream>>;

const all: ConversationFilter = { status: 'all', sort: 'newest' };
/** Paging through hundreds of lists would use up the budget of an hour. */
const unlimited: Limiter = {
  ...createLimiter(),
  acquire: async () => ({ isGranted: true, settle: () => undefined }),
};

let upstream: Upstream;
let rows: Row[] = [];
let answer: (seen: Seen) => unknown;

beforeAll(async () => {
  upstream = await startUpstream((seen, response) => json(response, answer(seen)));
});
afterAll(() => upstream.close());
beforeEach(() => {
  answer = likeGhl;
  upstream.requests.length = 0;
});

/** GHL's own paging: one exclusive value, at most 100 rows (CONTRACT 1.3). */
function likeGhl({ query }: Seen) {
  const isAscending = query.get('sort') === 'asc';
  const cursor = query.get('startAfterDate');
  const isWanted = (name: string, value: string) => [null, value].includes(query.get(name));
  const filtered = rows.filter(
    (row) =>
      ['all', row.unreadCount > 0 ? 'unread' : 'read'].includes(query.get('status') ?? 'all') &&
      isWanted('lastMessageDirection', row.lastMessageDirection) &&
      isWanted('lastMessageType', row.lastMessageType) &&
      isWanted('assignedTo', row.assignedTo ?? 'unassigned'),
  );
  const ordered = isAscending ? [...filtered].reverse() : filtered;
  const left = ordered.filter(
    ({ sort: [value = 0] }) =>
      cursor === null || (isAscending ? value > Number(cursor) : value < Number(cursor)),
  );
  const limit = Math.min(100, Number(query.get('limit') ?? 20));
  return { conversations: left.slice(0, limit), total: filtered.length, traceId: 't' };
}

function rowsWith(values: number[]): Row[] {
  return [...values]
    .sort((one, other) => other - one)
    .map((value, index) => ({
      id: `c${index}`,
      lastMessageDate: value,
      lastMessageType: 'TYPE_SMS',
      lastMessageDirection: 'inbound',
      unreadCount: 0,
      assignedTo: null,
      sort: [value],
      contactId: `k${index}`,
    }));
}

async function everyRow(filter: ConversationFilter, limit?: number): Promise<ConversationRow[]> {
  const ghl: GhlClient = upstream.client({ limiter: unlimited });
  const found: ConversationRow[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 500; pages += 1) {
    const page = await searchConversations(ghl, filter, { cursor, limit });
    found.push(...page.conversations);
    cursor = page.nextCursor;
    if (cursor === null) return found;
  }
  return expect.unreachable('the list never ends');
}
const ids = (found: { id: string }[]) => found.map(({ id }) => id);

describe('paging', () => {
  it('gives every row once and in order, whatever rows share a value', async () => {
    const values = fc.array(fc.integer({ min: 1_000, max: 1_012 }), { maxLength: 150 });
    const noGroupOver100 = (list: number[]) =>
      list.every((value) => list.filter((other) => other === value).length <= 100);
    await fc.assert(
      fc.asyncProperty(
        values.filter(noGroupOver100),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('newest', 'oldest'),
        async (list, limit, sort) => {
          rows = rowsWith(list);
          const expected = sort === 'oldest' ? ids(rows).reverse() : ids(rows);
          expect(ids(await everyRow({ ...all, sort }, limit))).toEqual(expected);
        },
      ),
      { numRuns: 40, verbose: 1 },
    );
  });

  it('gives a group of 100 equal rows, and what is behind it', async () => {
    rows = rowsWith([...Array(35).fill(3_000), ...Array(100).fill(2_000), ...Array(35).fill(1_000)]);
    expect(ids(await everyRow(all))).toEqual(ids(rows));
  });

  it('gives all of a group that GHL cannot show at once, in parts', async () => {
    rows = rowsWith([3_000, ...Array(600).fill(2_000), ...Array(35).fill(1_000)]).map((row, index) => ({
      ...row,
      unreadCount: index % 4 === 0 ? 1 : 0,
      lastMessageType: ['TYPE_SMS', 'TYPE_EMAIL', 'TYPE_FACEBOOK'][index % 3] ?? '',
      assignedTo: ['u1', 'u2', null][index % 5] ?? null,
    }));
    for (const sort of ['newest', 'oldest'] as const) {
      const found = ids(await everyRow({ ...all, sort }));
      expect(found).toHaveLength(636);
      expect(new Set(found).size).toBe(636);
    }
    const owned = await everyRow({ ...all, assigned: 'u1' });
    expect(owned).toHaveLength(rows.filter(({ assignedTo }) => assignedTo === 'u1').length);
  });

  it('goes on behind a group that no filter divides', async () => {
    rows = rowsWith([3_000, ...Array(140).fill(2_000), ...Array(35).fill(1_000)]);
    const found = ids(await everyRow(all));
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual([...ids(rows).slice(0, 101), ...ids(rows).slice(141)]);
  });

  it('gives 30 rows and the count of all', async () => {
    rows = rowsWith(Array.from({ length: 45 }, (_, index) => index));
    const page = await searchConversations(upstream.client(), all);
    expect(page.conversations).toHaveLength(30);
    expect(page.total).toBe(45);
  });

  it('shows a row without an id, and goes on behind it', async () => {
    rows = rowsWith(Array.from({ length: 40 }, (_, index) => index));
    answer = (seen) => {
      const { conversations, ...rest } = likeGhl(seen);
      return { ...rest, conversations: conversations.map((row, i) => (i === 29 ? { hello: 1 } : row)) };
    };
    const found = await everyRow(all);
    expect(found.filter(({ kind }) => kind === 'unreadable')).toHaveLength(1);
    expect(new Set(ids(found)).size).toBe(found.length);
  });

  it('ends when GHL answers the same page for ever', async () => {
    const first = rowsWith(Array.from({ length: 200 }, (_, index) => index));
    answer = ({ query }) => ({ conversations: first.slice(0, Number(query.get('limit'))), total: 200 });
    expect((await everyRow(all)).length).toBeLessThanOrEqual(200);
    expect(upstream.requests.length).toBeLessThan(20);
  });
});

describe('a cursor', () => {
  it('is refused when it is none, or of another list', async () => {
    rows = rowsWith(Array.from({ length: 40 }, (_, index) => index));
    const { nextCursor } = await searchConversations(upstream.client(), all);
    const starred = { ...all, status: 'starred' } as const;
    upstream.requests.length = 0;
    const tries: [ConversationFilter, string][] = [
      [all, 'nonsense'],
      [all, Buffer.from('{"after":1,"skip":[]}').toString('base64url')],
      [all, Buffer.from('null').toString('base64url')],
      [starred, nextCursor ?? ''],
    ];
    for (const [filter, cursor] of tries) {
      await expect(searchConversations(upstream.client(), filter, { cursor })).rejects.toBeInstanceOf(
        GhlCursorError,
      );
    }
    const elsewhere = upstream.client({ locationId: 'OTHER' });
    await expect(searchConversations(elsewhere, all, { cursor: nextCursor })).rejects.toBeInstanceOf(
      GhlCursorError,
    );
    expect(upstream.requests).toHaveLength(0);
  });
});

describe('the filter', () => {
  it('is asked in the words of GHL', async () => {
    rows = [];
    await searchConversations(upstream.client(), {
      status: 'unread',
      sort: 'oldest',
      q: 'Dana & co',
      assigned: 'unassigned',
      channel: 'google',
      direction: 'inbound',
      createdFrom: 5,
      createdTo: 9,
    });
    expect(Object.fromEntries(upstream.requests[0]?.query ?? [])).toEqual({
      locationId: 'LOCATION1',
      status: 'unread',
      query: 'Dana & co',
      assignedTo: 'unassigned',
      lastMessageType: 'TYPE_GMB',
      lastMessageDirection: 'inbound',
      startDate: '5',
      endDate: '9',
      sortBy: 'last_message_date',
      sort: 'asc',
      limit: '30',
    });
  });

  it('makes equal searches one call', async () => {
    rows = rowsWith([1, 2, 3]);
    const ghl = upstream.client();
    await Promise.all([
      searchConversations(ghl, all),
      searchConversations(ghl, { sort: 'newest', status: 'all', q: undefined }),
    ]);
    await searchConversations(ghl, all);
    expect(upstream.requests).toHaveLength(1);
  });
});

describe('an answer without rows', () => {
  it.each([{}, { conversations: null }, [], { total: 3 }])('is an error when it is %j', async (body) => {
    answer = () => body;
    await expect(searchConversations(upstream.client(), all)).rejects.toBeInstanceOf(GhlShapeError);
  });

  it('is an empty list when GHL says so', async () => {
    answer = () => ({ conversations: [] });
    expect(await searchConversations(upstream.client(), all)).toEqual({
      conversations: [],
      total: 0,
      nextCursor: null,
      isPartial: false,
    });
  });
});
