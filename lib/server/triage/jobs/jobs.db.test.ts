import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/server/db/database';
import { auditLog } from '@/lib/server/db/schema';
import { jobItems, jobs } from '@/lib/server/db/triage-schema';
import { readConversationAnew, writeConversation } from '@/lib/server/ghl/conversations';
import { listUsers } from '@/lib/server/ghl/users';
import { seen, startParley, type TestLocation, type TestParley } from '@/lib/server/triage/testing/parley';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { jobOf, runningJobs, startJob, stopRunning, undoJob } from './jobs';
import { resumeJobs, runJob } from './run-job';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

const done = { kind: 'done' } as const;
const read = { kind: 'mark', isUnread: false } as const;
const star = { kind: 'star', isStarred: true } as const;

/** By GHL's own answer, without search and without what we remember. */
async function values(location: TestLocation, rows: readonly Conversation[]) {
  return Promise.all(
    rows.map(async ({ id }) => {
      const { unreadCount, isStarred, assignedTo } = await readConversationAnew(location.ghl, id);
      return { id, unreadCount, isStarred, assignedTo };
    }),
  );
}

async function undone(location: TestLocation, jobId: string) {
  return location.ended(await undoJob(location.context, jobId));
}

describe('an act on many', () => {
  it.each([
    [read],
    [{ kind: 'mark', isUnread: true }],
    [star],
    [{ kind: 'star', isStarred: false }],
    [{ kind: 'assign', userId: 'first' }],
    [{ kind: 'assign', userId: null }],
  ] as const)('is taken back to exactly what each one was: %j', async (wished) => {
    const location = await parley.location({ preset: 'demo' });
    const all = await location.all({ view: 'all' });
    const rows = [
      all.find(({ unreadCount }) => unreadCount > 1),
      all.find(({ isStarred, unreadCount }) => isStarred && unreadCount === 0),
      all.find(({ isStarred, assignedTo }) => !isStarred && assignedTo === null),
    ].filter((row) => row !== undefined);
    expect(rows).toHaveLength(3);
    const before = await values(location, rows);
    const [user] = await listUsers(location.ghl);
    const change = wished.kind === 'assign' && wished.userId ? { ...wished, userId: user?.id ?? '' } : wished;
    const job = await location.ended(await location.act(change, rows.map(seen)));
    expect(job).toMatchObject({ state: 'finished', done: 3, failed: 0, canUndo: true });
    expect(await values(location, rows)).not.toEqual(before);
    expect(await undone(location, job.id)).toMatchObject({ state: 'finished', failed: 0, undoes: job.id });
    location.ghl.reads.drop(['']);
    expect(await values(location, rows)).toEqual(before);
    expect(await jobOf(location.context, job.id)).toMatchObject({ canUndo: false });
  });

  it('of the team gives each one back its own state of before', async () => {
    const location = await parley.location();
    const rows = await location.all();
    const [a, b, c] = rows;
    if (!a || !b || !c) throw new Error('The location is empty');
    const until = Date.now() + 3600_000;
    await location.act({ kind: 'snooze', until, endsOnAnswer: true }, [seen(a)]);
    await location.act(done, [seen(b)]);
    const snoozed = await location.all({ view: 'snoozed' });
    const closed = await location.all({ view: 'done' });
    const job = await location.ended(await location.act(done, rows.map(seen)));
    expect(await location.ids()).toEqual([]);
    // What was done already is not changed, and so is not taken back.
    expect((await undone(location, job.id)).total).toBe(rows.length - 1);
    expect(await location.all({ view: 'snoozed' })).toEqual(snoozed);
    expect(await location.all({ view: 'done' })).toEqual(closed);
    const reopen = await location.ended(await location.act({ kind: 'open' }, rows.map(seen)));
    expect(await location.ids()).toHaveLength(rows.length);
    await undone(location, reopen.id);
    expect(await location.all({ view: 'snoozed' })).toEqual(snoozed);
  });

  it('says in words what could not be changed, and takes back the rest', async () => {
    const location = await parley.location();
    const rows = (await location.all()).slice(0, 5);
    const [gone, refused] = rows;
    if (!gone || !refused) throw new Error('The location is empty');
    await fetch(`${location.ghl.baseUrl}/conversations/${gone.id}`, {
      method: 'DELETE',
      headers: location.headers,
    });
    location.ghl.reads.drop(['']);
    const job = await location.ended(await location.act(star, rows.map(seen)));
    expect(job).toMatchObject({ total: 5, done: 4, failed: 1 });
    expect(job.failures).toEqual([
      { conversationId: gone.id, message: 'It is not in GoHighLevel any more.' },
    ]);
    await writeConversation(location.ghl, refused.id, { isStarred: false });
    expect(await undone(location, job.id)).toMatchObject({ total: 4, done: 4, failed: 0 });
    expect((await values(location, rows.slice(1))).every(({ isStarred }) => !isStarred)).toBe(true);
  });

  it('says what it cannot take back, because somebody else has changed it since', async () => {
    const location = await parley.location();
    const rows = (await location.all()).slice(0, 3);
    const [other, third] = rows;
    if (!other || !third) throw new Error('The location is empty');
    const job = await location.act(done, rows.map(seen));
    await location.act({ kind: 'snooze', until: Date.now() + 3600_000, endsOnAnswer: false }, [seen(other)]);
    const undo = await undone(location, job.id);
    expect(undo).toMatchObject({ total: 3, done: 2, failed: 1 });
    expect(undo.failures[0]?.conversationId).toBe(other.id);
    expect(await location.ids({ view: 'snoozed' })).toEqual([other.id]);
  });

  it('waits when GHL says that it is too much, and loses none', async () => {
    const location = await parley.location();
    const rows = await location.all();
    await location.control('faults', {
      operation: 'update-conversation',
      kind: 'respond',
      status: 429,
      count: 2,
      headers: { 'x-ratelimit-interval-milliseconds': '100' },
    });
    const job = await location.ended(await location.act(star, rows.map(seen)));
    expect(job).toMatchObject({ done: rows.length, failed: 0 });
  });

  it('stops at the first refusal that all the others would get too', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 30 });
    const rows = await location.all();
    await location.control('token', { removeScopes: ['conversations.write'] });
    const job = await location.ended(await location.act(star, rows.map(seen)));
    expect(job).toMatchObject({ state: 'stopped', done: 0 });
    expect(job.problem).toMatch(/right/);
    expect(await location.calls('update-conversation')).toBeLessThan(10);
  });

  it('reads what GHL did where the answer never came, and does not write twice', async () => {
    const location = await parley.location();
    const [row] = await location.all();
    if (!row) throw new Error('The location is empty');
    await location.control('faults', { operation: 'update-conversation', kind: 'reset-after' });
    const job = await location.ended(await location.act(star, [seen(row)]));
    expect(job).toMatchObject({ done: 1, failed: 0, canUndo: true });
    expect(await location.calls('update-conversation')).toBe(1);
  });
});

describe('a job', () => {
  it('is one, however often its id is sent; another request of the same id is refused', async () => {
    const location = await parley.location();
    const rows = await location.all();
    const id = crypto.randomUUID();
    await Promise.all([1, 2, 3].map(() => location.act(star, rows.map(seen), id)));
    expect(await location.ended(await location.act(star, rows.map(seen), id))).toMatchObject({
      id,
      done: rows.length,
    });
    expect(await location.calls('update-conversation')).toBe(rows.length);
    await expect(location.act(read, rows.map(seen), id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('takes everything that a filter matches, except what is left out and what is newer than was seen', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 130 });
    const rows = await location.all();
    const [newest, left] = rows;
    if (!newest || !left) throw new Error('The location is empty');
    const seenUpTo = newest.lastMessage.at;
    await location.inbound(newest.id);
    location.ghl.reads.drop(['']);
    const { job } = await startJob(location.context, {
      clientId: crypto.randomUUID(),
      change: done,
      target: { kind: 'filter', search: 'view=open', exceptIds: [left.id], seenUpTo },
    });
    expect(await location.ended(job)).toMatchObject({ total: 129, done: 128, failed: 1, isCounting: false });
    expect((await location.ids()).sort()).toEqual([newest.id, left.id].sort());
  });

  it('leaves open what has come in after the act, where the order of the list tells nothing', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 4 });
    const [late, ...rest] = await location.all({ sort: 'oldest' });
    if (!late) throw new Error('The location is empty');
    // By GHL's clock a moment later than by ours: as if it came in while the pages were read.
    await location.inbound(late.id, { dateAdded: Date.now() + 60_000 });
    location.ghl.reads.drop(['']);
    const { job } = await startJob(location.context, {
      clientId: crypto.randomUUID(),
      change: done,
      target: { kind: 'filter', search: 'sort=oldest', exceptIds: [], seenUpTo: null },
    });
    expect(await location.ended(job)).toMatchObject({ total: 4, done: rest.length, failed: 1 });
    expect(await location.ids()).toEqual([late.id]);
  });

  it('can be stopped: what is not begun stays as it was, and undo takes back what was done', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 12 });
    const rows = await location.all();
    await parley.control('latency', { ms: 400, locationId: location.ghl.locationId });
    const job = await location.act(star, rows.map(seen));
    expect(job.state).toBe('running');
    expect(await runningJobs({ locationId: location.ghl.locationId, personId: 'mika' })).toHaveLength(1);
    await stopRunning(location.context, job.id);
    const ended = await location.ended(job);
    await parley.control('latency', { ms: 0, locationId: location.ghl.locationId });
    expect(ended.state).toBe('stopped');
    expect(ended.done).toBeGreaterThan(0);
    expect(ended.done).toBeLessThan(rows.length);
    const starred = async () => (await values(location, rows)).filter(({ isStarred }) => isStarred).length;
    expect(await starred()).toBe(ended.done);
    await undone(location, job.id);
    expect(await starred()).toBe(0);
  });

  it('goes on after a restart; a call that was under way is read, not repeated', async () => {
    const location = await parley.location();
    const rows = (await location.all()).slice(0, 4);
    const [made, notMade] = rows;
    if (!made || !notMade) throw new Error('The location is empty');
    const { locationId } = location.ghl;
    const id = crypto.randomUUID();
    const db = await database();
    const target = { kind: 'ids' as const, conversations: rows.map(seen) };
    await db.insert(jobs).values({
      id,
      locationId,
      personId: 'mika',
      change: star,
      target,
      state: 'running',
      isGathered: true,
      createdAt: new Date(),
    });
    await db.insert(jobItems).values(
      rows.map((row, position) => ({
        jobId: id,
        position,
        conversationId: row.id,
        state: position < 2 ? ('doing' as const) : ('queued' as const),
        before: position < 2 ? { isStarred: false } : null,
      })),
    );
    await writeConversation(location.ghl, made.id, { isStarred: true });
    await resumeJobs();
    await runJob(id);
    const job = await jobOf(location.context, id);
    expect(job).toMatchObject({ state: 'finished', done: 4, failed: 0 });
    expect(await location.calls('update-conversation')).toBe(4);
    await undone(location, id);
    expect((await values(location, rows)).every(({ isStarred }) => !isStarred)).toBe(true);
  });
});

describe('deleting', () => {
  const remove = { kind: 'delete' } as const;

  it('is held, and undone within that time it never reaches GHL', async () => {
    const location = await parley.location();
    const rows = (await location.all()).slice(0, 3);
    const job = await location.act(remove, rows.map(seen));
    expect(job).toMatchObject({ state: 'held', done: 0, canUndo: true });
    const undo = await undone(location, job.id);
    expect(undo).toMatchObject({ state: 'finished', failed: 0 });
    expect(await jobOf(location.context, job.id)).toMatchObject({ state: 'stopped', done: 0 });
    expect(await location.calls('delete-conversation')).toBe(0);
  });

  it('happens after that time, shows in every list at once, and has a line in the audit log each', async () => {
    const location = await parley.location();
    const { locationId } = location.ghl;
    const [row, other] = await location.all();
    if (!row || !other) throw new Error('The location is empty');
    await location.control('search-lag', { ms: 60_000 });
    const job = await location.ended(await location.act(remove, [seen(row)]));
    expect(job).toMatchObject({ state: 'finished', done: 1, canUndo: false });
    expect(await location.ids({ view: 'all' })).not.toContain(row.id);
    await expect(undoJob(location.context, job.id)).rejects.toMatchObject({ code: 'conflict' });
    const db = await database();
    const lines = (await db.select().from(auditLog)).filter((line) => line.locationId === locationId);
    expect(lines).toEqual([
      expect.objectContaining({ action: 'conversation.deleted', target: row.id, personId: 'mika' }),
    ]);
  });

  it('of many takes their number', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 11 });
    const rows = (await location.all()).map(seen);
    for (const change of [remove, { ...remove, count: 10 }])
      await expect(location.act(change, rows)).rejects.toMatchObject({ code: 'bad_request' });
    const job = await location.act({ ...remove, count: 11 }, rows);
    expect(job).toMatchObject({ state: 'held', total: 11 });
    await undone(location, job.id);
  });

  it('takes chosen conversations only, and the right to it', async () => {
    const location = await parley.location();
    const [row] = await location.all();
    if (!row) throw new Error('The location is empty');
    const request = { clientId: crypto.randomUUID(), change: remove } as const;
    const ids = { kind: 'ids' as const, conversations: [seen(row)] };
    await expect(
      startJob(location.context, { ...request, target: { kind: 'filter', search: '', exceptIds: [] } }),
    ).rejects.toMatchObject({ code: 'bad_request' });
    const agent = { ...location.context, membership: { role: 'agent', grants: [] } as const };
    await expect(startJob(agent, { ...request, target: ids })).rejects.toMatchObject({ code: 'forbidden' });
    const granted = { ...agent, membership: { role: 'agent', grants: ['conversation:delete'] } as const };
    const { job } = await startJob(granted, { ...request, target: ids });
    expect(job.state).toBe('held');
    await undone(location, job.id);
  });
});

describe('what makes no sense', () => {
  it.each([
    [{ kind: 'snooze', until: 1, endsOnAnswer: false }],
    [{ kind: 'snooze', until: Date.now() + 400 * 86_400_000, endsOnAnswer: false }],
    [{ kind: 'assign', userId: 'nobody0000000000001' }],
  ] as const)('is refused before anything is done: %j', async (change) => {
    const location = await parley.location();
    await expect(location.act(change, [{ id: 'x', seenUpTo: 0 }])).rejects.toMatchObject({
      code: 'bad_request',
    });
  });

  it('gives no state to a conversation that is not of this location', async () => {
    const location = await parley.location();
    const elsewhere = await parley.location();
    const [foreign] = await elsewhere.all();
    if (!foreign) throw new Error('The location is empty');
    const job = await location.ended(
      await location.act(done, [seen(foreign), { id: 'unknown0000000000001', seenUpTo: 1 }]),
    );
    expect(job).toMatchObject({ done: 0, failed: 2 });
    expect(await elsewhere.ids()).toContain(foreign.id);
  });
});
