import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/server/db/database';
import { jobItems, jobs } from '@/lib/server/db/triage-schema';
import { getConversation, readConversationAnew, writeConversation } from '@/lib/server/ghl/conversations';
import { seen, startParley, type TestLocation, type TestParley } from '@/lib/server/triage/testing/parley';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { ConversationChange } from '@/lib/shared/contract/triage';
import { jobOf, stopRunning, undoJob } from './jobs';
import { runJob } from './run-job';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

const star = { kind: 'star', isStarred: true } as const;

async function firstRow(location: TestLocation): Promise<Conversation> {
  const [row] = await location.all();
  if (!row) throw new Error('The location is empty');
  return row;
}

async function undone(location: TestLocation, jobId: string) {
  return location.ended(await undoJob(location.context, jobId));
}

/** A job as a process leaves it that ends while GHL is asked to change the first row. */
async function interruptedJob(
  location: TestLocation,
  change: ConversationChange,
  rows: readonly Conversation[],
  { createdAt = new Date(), isDeleted = false }: { createdAt?: Date; isDeleted?: boolean } = {},
) {
  const id = crypto.randomUUID();
  const { locationId } = location.ghl;
  const target = { kind: 'ids' as const, conversations: rows.map(seen) };
  const db = await database();
  await db.insert(jobs).values({
    id,
    locationId,
    personId: 'mika',
    change,
    target,
    state: 'running',
    isGathered: true,
    createdAt,
  });
  await db.insert(jobItems).values(
    rows.map((row, position) => ({
      jobId: id,
      position,
      conversationId: row.id,
      state: position > 0 ? ('queued' as const) : isDeleted ? ('done' as const) : ('doing' as const),
      before: position > 0 || isDeleted ? null : { isStarred: false },
    })),
  );
  return id;
}

describe('taking back', () => {
  it('puts back what GHL gave no answer about', async () => {
    const location = await parley.location();
    const row = await firstRow(location);
    // Known from a moment ago: the look at what became of it is what fails.
    await getConversation(location.ghl, row.id);
    await location.control('faults', { operation: 'update-conversation', kind: 'reset-after' });
    await location.control('faults', { operation: 'get-conversation', kind: 'respond', count: 9 });
    const job = await location.ended(await location.act(star, [seen(row)]));
    expect(job).toMatchObject({ done: 0, failed: 1, canUndo: true });
    expect(job.failures[0]?.message).toMatch(/did not say/);
    await fetch(`${location.ghl.baseUrl}/__sandbox/locations/${location.ghl.locationId}/faults`, {
      method: 'DELETE',
    });
    expect((await readConversationAnew(location.ghl, row.id)).isStarred).toBe(true);
    expect(await undone(location, job.id)).toMatchObject({ done: 1, failed: 0 });
    expect((await readConversationAnew(location.ghl, row.id)).isStarred).toBe(false);
  });

  it('says which ones GHL had deleted already', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 2 });
    const rows = await location.all();
    const [gone, left] = rows;
    if (!gone || !left) throw new Error('The location is empty');
    const id = await interruptedJob(location, { kind: 'delete' }, rows, { isDeleted: true });
    await fetch(`${location.ghl.baseUrl}/conversations/${gone.id}`, {
      method: 'DELETE',
      headers: location.headers,
    });
    const undo = await undone(location, id);
    expect(undo).toMatchObject({ state: 'finished', total: 1, done: 0, failed: 1 });
    expect(undo.failures[0]).toMatchObject({ conversationId: gone.id });
    expect(await location.ids()).toEqual([left.id]);
  });

  it('asks anew since when they wait, also where an answer has opened it meanwhile', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 1 });
    const { id } = await firstRow(location);
    const at = Date.now() - 3600_000;
    await location.outbound(id, { source: 'app', dateAdded: at - 1000 });
    await location.inbound(id, { dateAdded: at });
    const waiting = async (aheadMs: number) =>
      (await location.all({ view: 'waiting' }, Date.now() + aheadMs)).map(({ waitingSince }) => waitingSince);
    expect(await waiting(0)).toEqual([at]);
    const job = await location.act({ kind: 'done' }, [{ id, seenUpTo: at }]);
    await location.inbound(id, { dateAdded: at + 5000 });
    expect(await waiting(11_000)).toEqual([at + 5000]);
    expect(await undone(location, job.id)).toMatchObject({ done: 1, failed: 0 });
    expect(await waiting(22_000)).toEqual([at]);
  });

  it('goes on with what could not be put back, when it is asked for again', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 3 });
    const rows = await location.all();
    const job = await location.ended(await location.act(star, rows.map(seen)));
    const starred = async () => (await location.all()).filter(({ isStarred }) => isStarred).length;
    await location.control('faults', { operation: 'update-conversation', kind: 'respond', status: 422 });
    expect(await undone(location, job.id)).toMatchObject({ total: 3, done: 2, failed: 1 });
    expect(await starred()).toBe(1);
    expect(await jobOf(location.context, job.id)).toMatchObject({ canUndo: true });
    expect(await undone(location, job.id)).toMatchObject({ state: 'finished', total: 3, done: 3, failed: 0 });
    expect(await starred()).toBe(0);
    expect(await jobOf(location.context, job.id)).toMatchObject({ canUndo: false });
    const calls = await location.calls('update-conversation');
    await undone(location, job.id);
    expect(await location.calls('update-conversation')).toBe(calls);
  });

  it('goes on where it was stopped', async () => {
    const location = await parley.location({ preset: 'empty', conversations: 12 });
    const rows = await location.all();
    const job = await location.ended(await location.act(star, rows.map(seen)));
    await parley.control('latency', { ms: 400, locationId: location.ghl.locationId });
    const undo = await undoJob(location.context, job.id);
    await stopRunning(location.context, undo.id);
    const stopped = await location.ended(undo);
    await parley.control('latency', { ms: 0, locationId: location.ghl.locationId });
    expect(stopped.state).toBe('stopped');
    expect(stopped.done).toBeLessThan(12);
    expect(await undone(location, job.id)).toMatchObject({ id: undo.id, state: 'finished', done: 12 });
    expect((await location.all()).some(({ isStarred }) => isStarred)).toBe(false);
  });

  it('is refused a day later', async () => {
    const location = await parley.location();
    const row = await firstRow(location);
    const id = await interruptedJob(location, star, [row], {
      createdAt: new Date(Date.now() - 25 * 3600_000),
    });
    await runJob(id);
    await expect(undoJob(location.context, id)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('what a restart cut off', () => {
  it.each([
    ['held', 60_000, 'finished', 1],
    ['held', 3600_000, 'stopped', 0],
    ['running', 3600_000, 'stopped', 0],
  ] as const)('is not deleted long after: %s for %i ms', async (state, agoMs, expected, done) => {
    const location = await parley.location();
    const row = await firstRow(location);
    const id = await interruptedJob(location, { kind: 'delete' }, [row]);
    const db = await database();
    await db
      .update(jobs)
      .set({ state, heldUntil: new Date(Date.now() - agoMs) })
      .where(eq(jobs.id, id));
    await db.update(jobItems).set({ state: 'queued', before: null }).where(eq(jobItems.jobId, id));
    await runJob(id);
    expect(await jobOf(location.context, id)).toMatchObject({ state: expected, done });
    expect(await location.calls('delete-conversation')).toBe(done);
  });

  it('is waited for when GHL says that it is too much, and loses no way back', async () => {
    const location = await parley.location();
    const row = await firstRow(location);
    const id = await interruptedJob(location, star, [row]);
    await writeConversation(location.ghl, row.id, { isStarred: true });
    await location.control('faults', {
      operation: 'get-conversation',
      kind: 'respond',
      status: 429,
      count: 6,
      headers: { 'x-ratelimit-interval-milliseconds': '50' },
    });
    await runJob(id);
    expect(await jobOf(location.context, id)).toMatchObject({ done: 1, failed: 0, canUndo: true });
    expect(await location.calls('update-conversation')).toBe(1);
  });
});
