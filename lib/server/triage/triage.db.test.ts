import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationPage } from '@/lib/shared/contract/conversation';
import type { SavedView } from '@/lib/shared/contract/saved-view';
import { viewCounts } from './counts';
import { listConversations } from './list';
import { savedCounts } from './saved-counts';
import { seen, startParley, type TestLocation, type TestParley } from './testing/parley';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

const done = { kind: 'done' } as const;
const hourMs = 3600_000;
/** The next look at GHL is due. */
const later = () => Date.now() + 11_000;

async function first(location: TestLocation) {
  const [row] = await location.all();
  if (!row) throw new Error('The location is empty');
  return row;
}

describe('what is done', () => {
  it('leaves Open for Done at once, and says who closed it', async () => {
    const location = await parley.location();
    const row = await first(location);
    const job = await location.act(done, [seen(row)]);
    expect(job).toMatchObject({ state: 'finished', total: 1, done: 1, failed: 0, canUndo: true });
    expect(await location.ids()).not.toContain(row.id);
    expect(await location.ids({ view: 'all' })).toContain(row.id);
    const [closed] = await location.all({ view: 'done' });
    expect(closed).toMatchObject({ id: row.id, team: { kind: 'done', byName: 'Mika Kaur' } });
  });

  it('is open again with the next message of the customer, in every view', async () => {
    const location = await parley.location();
    const row = await first(location);
    await location.act(done, [seen(row)]);
    await location.inbound(row.id);
    expect(await location.ids()).toContain(row.id);
    expect(await location.ids({ view: 'done' }, later())).not.toContain(row.id);
  });

  it('is open again with a message of the very millisecond of the newest one seen', async () => {
    const location = await parley.location();
    const rows = await location.all();
    const of = (direction: 'inbound' | 'outbound') =>
      rows.find(({ lastMessage }) => lastMessage.direction === direction);
    for (const row of [of('inbound'), of('outbound')]) {
      if (!row) throw new Error('The location has none');
      await location.act(done, [seen(row)]);
      expect(await location.ids()).not.toContain(row.id);
      await location.inbound(row.id, { dateAdded: row.lastMessage.at });
      expect(await location.ids()).toContain(row.id);
      expect(await location.ids({ view: 'done' }, later())).toEqual([]);
    }
    await location.ids({ view: 'waiting' }, later());
    expect(await location.ids({ view: 'waiting' }, Date.now() + 22_000)).toContain(of('inbound')?.id);
  });

  it('stays done when it is only marked as unread', async () => {
    const location = await parley.location();
    const row = (await location.all()).find(({ unreadCount }) => unreadCount === 0);
    if (!row) throw new Error('The location has none');
    await location.act(done, [seen(row)]);
    await location.ended(await location.act({ kind: 'mark', isUnread: true }, [seen(row)]));
    expect(await location.ids()).not.toContain(row.id);
    expect((await location.all({ view: 'done' })).map(({ unreadCount }) => unreadCount)).toEqual([1]);
  });

  it.each(['workflow', 'bulk_actions'])(
    'is open again although an answer of a %s stands over the message',
    async (source) => {
      const location = await parley.location();
      const row = await first(location);
      await location.act(done, [seen(row)]);
      await location.inbound(row.id);
      await location.outbound(row.id, { source });
      expect(await location.ids()).toContain(row.id);
    },
  );

  it('is open again although the automatic mail is in the same email thread', async () => {
    const location = await parley.location();
    const row = await first(location);
    const opened = await location.inbound(row.id, { type: 'Email', subject: 'Veil' });
    const threadId = (opened as { message: { id: string } }).message.id;
    const [known] = (await location.all({ view: 'all' })).filter(({ id }) => id === row.id);
    if (!known) throw new Error('It is gone');
    await location.act(done, [seen(known)]);
    await location.inbound(row.id, { type: 'Email', subject: 'Re: Veil', threadId });
    await location.outbound(row.id, { type: 'Email', threadId });
    expect(await location.ids()).toContain(row.id);
  });

  it('stays done under automatic answers and events when the customer wrote nothing', async () => {
    const location = await parley.location();
    const row = await first(location);
    await location.act(done, [seen(row)]);
    await location.outbound(row.id);
    await location.outbound(row.id, { type: 'TYPE_ACTIVITY_APPOINTMENT' });
    expect(await location.ids()).not.toContain(row.id);
    expect(await location.ids({ view: 'done' }, later())).toContain(row.id);
  });

  it('is not closed over a message that nobody has seen', async () => {
    const location = await parley.location();
    const row = await first(location);
    await location.inbound(row.id);
    location.ghl.reads.drop(['']);
    const job = await location.ended(await location.act(done, [seen(row)]));
    expect(job).toMatchObject({ done: 0, failed: 1, canUndo: false });
    expect(job.failures[0]?.message).toMatch(/new message/);
    expect(await location.ids()).toContain(row.id);
  });

  it('is shown as open while the thread that may hold a message cannot be read', async () => {
    const location = await parley.location();
    const row = await first(location);
    await location.act(done, [seen(row)]);
    await location.outbound(row.id);
    await location.control('faults', { operation: 'get-messages', kind: 'respond', status: 401, count: 20 });
    expect(await location.ids()).toContain(row.id);
    expect(await location.ids({ view: 'done' }, later())).not.toContain(row.id);
    await parley.control(`locations/${location.ghl.locationId}/faults`, {}, 'DELETE');
    expect(await location.ids()).not.toContain(row.id);
  });
});

describe('what is snoozed', () => {
  it('is away until its time and then back by itself', async () => {
    const location = await parley.location();
    const [later, sooner] = await location.all();
    if (!later || !sooner) throw new Error('The location is empty');
    const until = Date.now() + 3 * hourMs;
    await location.act({ kind: 'snooze', until, endsOnAnswer: true }, [seen(later)]);
    await location.act({ kind: 'snooze', until: until - hourMs, endsOnAnswer: true }, [seen(sooner)]);
    expect(await location.ids({ view: 'snoozed' })).toEqual([sooner.id, later.id]);
    expect(await location.ids()).not.toContain(later.id);
    expect(await location.ids({ view: 'snoozed' }, until - hourMs)).toEqual([later.id]);
    expect(await location.ids({ view: 'snoozed' }, until)).toEqual([]);
    expect(await location.ids()).toEqual(expect.arrayContaining([later.id, sooner.id]));
  });

  it.each([true, false])('comes back when they answer, if that was wished: %s', async (endsOnAnswer) => {
    const location = await parley.location();
    const row = await first(location);
    const until = Date.now() + hourMs;
    await location.act({ kind: 'snooze', until, endsOnAnswer }, [seen(row)]);
    await location.inbound(row.id);
    expect((await location.ids()).includes(row.id)).toBe(endsOnAnswer);
    expect(await location.ids({}, until)).toContain(row.id);
  });
});

describe('who waits', () => {
  it('waits since the first message that no person answered, longest first', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 3 });
    const [a, b] = await location.all();
    if (!a || !b) throw new Error('The location is empty');
    const at = Date.now() - hourMs;
    for (const { id } of [a, b]) await location.outbound(id, { source: 'app', dateAdded: at - 1000 });
    await location.inbound(a.id, { dateAdded: at + 2000 });
    await location.inbound(b.id, { dateAdded: at });
    await location.outbound(b.id, { dateAdded: at + 500 });
    await location.inbound(b.id, { dateAdded: at + 5000 });
    const found = await location.all({ view: 'waiting' });
    expect(found.map(({ id, waitingSince, waitsAtLeast }) => [id, waitingSince, waitsAtLeast])).toEqual([
      [b.id, at, undefined],
      [a.id, at + 2000, undefined],
    ]);
    await location.outbound(b.id, { source: 'app', dateAdded: at + 6000 });
    expect(await location.ids({ view: 'waiting' }, later())).toEqual([a.id]);
    await location.act(done, [{ id: a.id, seenUpTo: at + 2000 }]);
    expect(await location.ids({ view: 'waiting' }, later())).toEqual([]);
  });
});

describe('waiting', () => {
  it('goes on under a bulk message and a note of the team, and since before a mail that nags', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 2 });
    const [a, b] = await location.all();
    if (!a || !b) throw new Error('The location is empty');
    const at = Date.now() - hourMs;
    for (const { id } of [a, b]) await location.outbound(id, { source: 'app', dateAdded: at - 1000 });
    await location.inbound(a.id, { dateAdded: at });
    await location.outbound(a.id, { source: 'bulk_actions', dateAdded: at + 1 });
    await location.outbound(a.id, { type: 'TYPE_INTERNAL_COMMENT', source: 'app', dateAdded: at + 2 });
    const mail = { type: 'Email', subject: 'Veil' };
    const first = await location.inbound(b.id, { ...mail, dateAdded: at - 10 });
    const threadId = (first as { message: { id: string } }).message.id;
    await location.inbound(b.id, { ...mail, dateAdded: at + 5, threadId });
    const found = await location.all({ view: 'waiting' });
    expect(found.map(({ id, waitingSince }) => [id, waitingSince])).toEqual([
      [b.id, at - 10],
      [a.id, at],
    ]);
  });

  it('shows the last 60 days and says so; asked for all of it, older ones too', async () => {
    const ago = (days: number) => Date.now() - days * 24 * hourMs;
    const location = await parley.location({ preset: 'empty', conversations: 120, messages: 120 });
    const everything = await location.all({ view: 'all' });
    const isOld = (at: number | null) => (at ?? 0) < ago(60);
    const inbound = everything.filter(({ lastMessage }) => lastMessage.direction === 'inbound');
    const old = inbound.filter(({ lastMessage }) => isOld(lastMessage.at));
    expect(old.length).toBeGreaterThan(0);
    const recent = await listConversations(location.ghl, {
      view: 'waiting',
      status: 'all',
      sort: 'newest',
      reach: 'recent',
    });
    expect(recent.total).toBe(inbound.length - old.length);
    expect(recent.since).toBeGreaterThan(ago(61));
    await location.ids({ view: 'waiting', reach: 'all' }, later());
    expect((await location.ids({ view: 'waiting', reach: 'all' }, Date.now() + 22_000)).sort()).toEqual(
      inbound.map(({ id }) => id).sort(),
    );
  });
});

describe('a list', () => {
  it('of 500 conversations of one and the same time loses none in Open, with some done among them', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 500, sameTimestamp: 500 });
    const everything = await location.all({ view: 'all' });
    expect(new Set(everything.map(({ id }) => id)).size).toBe(500);
    const closed = everything.filter((_, index) => index % 3 === 0);
    await location.ended(await location.act(done, closed.map(seen)));
    const open = await location.ids();
    expect(open).toHaveLength(500 - closed.length);
    expect(new Set([...open, ...closed.map(({ id }) => id)]).size).toBe(500);
  });

  it('stops after five pages of what is done, says so, and goes on from there', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 560 });
    const everything = await location.all({ view: 'all' });
    await location.ended(await location.act(done, everything.slice(0, 550).map(seen)));
    const filter = { view: 'open', status: 'all', sort: 'newest', reach: 'recent' } as const;
    const page = await listConversations(location.ghl, filter);
    expect(page).toMatchObject({ conversations: [], isPartial: true, total: 10, isTotalAtLeast: true });
    const rest = await listConversations(location.ghl, filter, { cursor: page.nextCursor });
    expect(rest.conversations).toHaveLength(10);
    expect(rest).toMatchObject({ isPartial: false, nextCursor: null });
  });

  it('takes several channels, several owners and tags, each row once and in order', async () => {
    const location = await parley.location({ preset: 'demo', conversations: 400, sameTimestamp: 120 });
    const everything = await location.all({ view: 'all' });
    const channel = everything.filter(({ lastMessage }) =>
      ['TYPE_SMS', 'TYPE_WHATSAPP', 'TYPE_EMAIL'].includes(lastMessage.type),
    );
    const several = await location.all({ view: 'all', channel: ['sms', 'whatsapp', 'email'] });
    expect(several.map(({ id }) => id).sort()).toEqual(channel.map(({ id }) => id).sort());
    const times = several.map(({ lastMessage }) => lastMessage.at ?? 0);
    expect(times).toEqual([...times].sort((one, other) => other - one));
    const owner = everything.find(({ assignedTo }) => assignedTo)?.assignedTo ?? '';
    const owned = everything.filter(({ assignedTo }) => assignedTo === null || assignedTo === owner);
    const mineOrNobodys = await location.ids({ view: 'all', assigned: [owner, 'unassigned'] });
    expect(mineOrNobodys.sort()).toEqual(owned.map(({ id }) => id).sort());
    const tag = everything.find(({ tags }) => tags.length > 0)?.tags[0] ?? '';
    const tagged = everything.filter(({ tags }) => tags.includes(tag));
    expect((await location.ids({ tags: [tag.toUpperCase()] })).sort()).toEqual(
      tagged.map(({ id }) => id).sort(),
    );
  });

  it('counts exactly what GHL can show at once, and says "at least" beyond that', async () => {
    const person = { email: 'mika@northloom.example', ghlUserId: null };
    for (const [conversations, isAtLeast] of [
      [78, false],
      [130, true],
    ] as const) {
      const location = await parley.location({ preset: 'empty', conversations });
      const oldest = (await location.all()).at(-1);
      if (!oldest) throw new Error('The location is empty');
      await location.act(done, [seen(oldest)]);
      location.ghl.reads.drop(['']);
      const expected = { count: conversations - 1, isAtLeast };
      expect((await viewCounts(location.ghl, person)).open).toEqual(expected);
      const filter = { view: 'open', status: 'all', sort: 'newest', reach: 'recent' } as const;
      const page = await listConversations(location.ghl, filter, { limit: 5 });
      expect(page).toMatchObject({ total: conversations - 1, isTotalAtLeast: isAtLeast });
    }
  });

  it('counts saved views as the list would, and leaves out what nobody can count', async () => {
    const location = await parley.location({ preset: 'demo' });
    const everything = await location.all({ view: 'all' });
    await location.ended(await location.act(done, everything.slice(0, 3).map(seen)));
    const searches = {
      channels: '?channel=email,sms',
      nobodys: '?view=all&assigned=unassigned',
      closed: '?view=done&direction=inbound',
      tagged: '?tags=vip',
      days: '?from=2026-01-01',
      own: '?view=mine&channel=sms',
    };
    const saved = Object.entries(searches).map(([id, search]) => savedView(id, search));
    const nobody = { email: 'nobody@northloom.example', ghlUserId: null };
    const counts = await savedCounts(location.ghl, nobody, saved);
    const exactly = async (wanted: Parameters<typeof location.ids>[0]) => ({
      count: (await location.ids(wanted)).length,
      isAtLeast: false,
    });
    expect(Object.keys(counts).sort()).toEqual(['channels', 'closed', 'nobodys']);
    expect(counts.nobodys).toEqual(await exactly({ view: 'all', assigned: ['unassigned'] }));
    expect(counts.closed).toEqual(await exactly({ view: 'done', direction: 'inbound' }));
    expect(counts.channels).toEqual(await exactly({ channel: ['email', 'sms'] }));
  });

  it('never says fewer have a tag than there are', async () => {
    const location = await parley.location({ preset: 'demo', conversations: 400 });
    const everything = await location.all({ view: 'all' });
    const holders = (tag: string) => everything.filter(({ tags }) => tags.includes(tag)).length;
    const tags = everything.flatMap((row) => row.tags).sort((one, other) => holders(other) - holders(one));
    const tag = tags[0] ?? '';
    const count = holders(tag);
    const filter = { view: 'all', status: 'all', sort: 'newest', reach: 'recent' } as const;
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: ConversationPage = await listConversations(
        location.ghl,
        { ...filter, tags: [tag] },
        { cursor, limit: 2 },
      );
      if (page.isTotalAtLeast) expect(page.total).toBeLessThanOrEqual(count);
      else expect(page.total).toBe(count);
      cursor = page.nextCursor;
      pages += 1;
    } while (cursor !== null);
    expect(pages).toBeGreaterThan(1);
  });

  it('filters what is done by the same rules, and counts every view', async () => {
    const location = await parley.location({ preset: 'demo' });
    const everything = await location.all({ view: 'all' });
    await location.ended(await location.act(done, everything.map(seen)));
    for (const filter of [
      { status: 'unread' },
      { status: 'starred' },
      { channel: ['sms', 'email'] },
      { direction: 'inbound' },
      { q: 'an' },
      { q: '503' },
      { assigned: ['unassigned'] },
    ] as const) {
      const byGhl = await location.ids({ ...structuredClone(filter), view: 'all' } as never);
      const byUs = await location.ids({ ...structuredClone(filter), view: 'done' } as never);
      expect([filter, byUs.sort()]).toEqual([filter, byGhl.sort()]);
    }
    location.ghl.reads.drop(['']);
    const counts = await viewCounts(location.ghl, { email: 'mika@northloom.example', ghlUserId: null });
    expect(counts).toMatchObject({
      all: { count: everything.length, isAtLeast: false },
      done: { count: everything.length, isAtLeast: false },
      open: { count: 0, isAtLeast: false },
      mine: { count: 0 },
      unread: { count: 0 },
      starred: { count: everything.filter(({ isStarred }) => isStarred).length },
      waiting: { count: 0 },
      snoozed: { count: 0 },
    });
  });
});

function savedView(id: string, search: string): SavedView {
  return { id, name: id, search, isShared: false, isMine: true, authorName: null, canChange: true };
}
