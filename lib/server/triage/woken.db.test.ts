import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listUsers } from '@/lib/server/ghl/users';
import { listQuerySchema } from '@/lib/shared/contract/conversation-list';
import { viewCounts } from './counts';
import { undoJob } from './jobs/jobs';
import { listConversations } from './list';
import { endWoken } from './states';
import { seen, startParley, type TestLocation, type TestParley } from './testing/parley';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

const hourMs = 3600_000;
const everything = listQuerySchema.parse({});

/** A location whose last conversations were put off, and what they are at the time when that is over. */
async function withSnoozed(count: number, { conversations = 8, tied = 0 } = {}) {
  const location = await parley.location({ preset: 'empty', conversations, sameTimestamp: tied });
  const rows = await location.all();
  const until = Date.now() + hourMs;
  const away = rows.slice(-count);
  for (const [index, row] of away.entries())
    await location.act({ kind: 'snooze', until: until + index, endsOnAnswer: false }, [seen(row)]);
  const after = until + count;
  return { location, rows, until, after, away: away.map(({ id }) => id), last: away.at(-1)?.id ?? '' };
}

async function pages(location: TestLocation, now: number, limit: number): Promise<string[][]> {
  const found: string[][] = [];
  let cursor: string | null = null;
  location.ghl.reads.drop(['']);
  do {
    const page = await listConversations(location.ghl, everything, { cursor, limit, now });
    found.push(page.conversations.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

describe('what comes back from a snooze', () => {
  it('stands first in Open, the last one back above, and says when its snooze ended', async () => {
    const { location, rows, until, after, away } = await withSnoozed(2);
    const open = await location.all({}, after);
    const others = rows.map(({ id }) => id).filter((id) => !away.includes(id));
    expect(open.map(({ id }) => id)).toEqual([...away.toReversed(), ...others]);
    expect(open[0]?.team).toEqual({ kind: 'open', snoozeEndedAt: until + 1 });
    expect(open[2]?.team).toEqual({ kind: 'open' });
    expect(await location.ids({ view: 'all' }, after)).toEqual(rows.map(({ id }) => id));
  });

  it('is in no page twice and missing in none, by pages of any size', async () => {
    const { location, rows, after, away } = await withSnoozed(5, { conversations: 40, tied: 30 });
    const ids = rows.map(({ id }) => id).toSorted();
    for (const limit of [1, 7, 30]) {
      const found = await pages(location, after, limit);
      expect(found[0]?.slice(0, 5)).toEqual(away.toReversed());
      expect([limit, found.flat().toSorted()]).toEqual([limit, ids]);
    }
  });

  it('is not lost when somebody looks at it between two pages', async () => {
    const { location, after, last } = await withSnoozed(1, { conversations: 20 });
    location.ghl.reads.drop(['']);
    const first = await listConversations(location.ghl, everything, { limit: 5, now: after });
    expect(first.conversations[0]?.id).toBe(last);
    await endWoken(location.ghl.locationId, last);
    const options = { cursor: first.nextCursor, limit: 30, now: after };
    const rest = await listConversations(location.ghl, everything, options);
    expect(rest.conversations.at(-1)?.id).toBe(last);
  });

  it('stands in lists with a filter where it matches, and in no other', async () => {
    const { location, after, last } = await withSnoozed(1);
    const [{ id: user = '' } = {}] = await listUsers(location.ghl);
    await location.ended(
      await location.act({ kind: 'assign', userId: user }, [{ id: last, seenUpTo: null }]),
    );
    expect((await location.ids({ assigned: [user] }, after))[0]).toBe(last);
    expect(await location.ids({ assigned: ['unassigned'] }, after)).not.toContain(last);
  });

  it('goes to its own place once somebody has looked', async () => {
    const { location, rows, after, last } = await withSnoozed(1);
    expect((await location.ids({}, after))[0]).toBe(last);
    await endWoken(location.ghl.locationId, last);
    expect(await location.ids({}, after)).toEqual(rows.map(({ id }) => id));
  });

  it.each([{ kind: 'star', isStarred: true }, { kind: 'mark', isUnread: true }, { kind: 'open' }] as const)(
    'goes to its own place once somebody has acted on it: %j',
    async (change) => {
      const { location, after, last } = await withSnoozed(1);
      expect((await location.ids({}, after))[0]).toBe(last);
      await location.ended(await location.act(change, [{ id: last, seenUpTo: null }]));
      expect((await location.ids({}, after)).at(-1)).toBe(last);
    },
  );

  it('is back on top when an act that took it away is undone', async () => {
    const { location, rows, after, last } = await withSnoozed(1);
    const row = rows.at(-1);
    if (!row || (await location.ids({}, after))[0] !== last) throw new Error('It has not come back');
    const job = await location.ended(await location.act({ kind: 'done' }, [seen(row)]));
    expect(await location.ids({}, after)).not.toContain(last);
    await location.ended(await undoJob(location.context, job.id));
    expect((await location.ids({}, after))[0]).toBe(last);
  });

  it('stands there until the customer or a person writes, not for what a machine sends', async () => {
    const { location, after, last } = await withSnoozed(1);
    const woken = async () => (await location.all({}, after)).find(({ id }) => id === last)?.team;
    await location.outbound(last, { source: 'workflow', dateAdded: after + 1 });
    expect(await woken()).toHaveProperty('snoozeEndedAt');
    await location.inbound(last, { dateAdded: after + 2 });
    expect(await woken()).toEqual({ kind: 'open' });
    expect((await location.ids({}, after))[0]).toBe(last);
  });

  it('counts as open, and as nothing else', async () => {
    const { location, after } = await withSnoozed(3);
    location.ghl.reads.drop(['']);
    const person = { email: 'nobody@northloom.example', ghlUserId: null };
    const counts = await viewCounts(location.ghl, person, { now: after });
    expect(counts).toMatchObject({ open: { count: 8, isAtLeast: false }, snoozed: { count: 0 } });
    const page = await listConversations(location.ghl, everything, { now: after });
    expect(page).toMatchObject({ total: 8 });
    expect(page.isTotalAtLeast ?? false).toBe(false);
  });
});
