import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recoverInterruptedSends } from '@/lib/server/outbox/recover';
import { listSends } from '@/lib/server/outbox/sends';
import { resumeJobs, runJob } from '@/lib/server/triage/jobs/run-job';
import { seen, startParley, type TestParley } from '@/lib/server/triage/testing/parley';
import { sendRequestSchema } from '@/lib/shared/contract/send';
import { database } from './database';
import { startBeating } from './instances';
import { instances } from './schema';
import { sends } from './send-schema';
import { jobItems, jobs } from './triage-schema';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
  await startBeating();
});
afterAll(() => parley.stop());

/** Another process on the same database. */
async function colleague() {
  const db = await database();
  const id = crypto.randomUUID();
  await db.insert(instances).values({ id, seenAt: sql`now()` });
  return {
    id,
    end: () =>
      db.update(instances).set({ seenAt: sql`now() - interval '31 seconds'` }).where(eq(instances.id, id)),
  };
}

describe('of two processes on one database', () => {
  it('one leaves a job alone that the other is at, and goes on with it once that is gone', async () => {
    const location = await parley.location();
    const db = await database();
    const other = await colleague();
    const rows = (await location.all()).filter(({ isStarred }) => !isStarred).slice(0, 3);
    const id = crypto.randomUUID();
    const change = { kind: 'star', isStarred: true } as const;
    await db.insert(jobs).values({
      id,
      locationId: location.ghl.locationId,
      personId: 'mika',
      change,
      target: { kind: 'ids', conversations: rows.map(seen) },
      state: 'running',
      isGathered: true,
      holder: other.id,
      createdAt: new Date(),
    });
    await db.insert(jobItems).values(
      rows.map((row, position) => ({
        jobId: id,
        position,
        conversationId: row.id,
        // Its call is under way over there.
        state: position === 0 ? ('doing' as const) : ('queued' as const),
        before: position === 0 ? { isStarred: false } : null,
      })),
    );
    await runJob(id);
    await resumeJobs();
    expect(await location.calls('update-conversation')).toBe(0);
    await other.end();
    const states = async () => {
      await runJob(id);
      return db.select({ state: jobItems.state }).from(jobItems).where(eq(jobItems.jobId, id));
    };
    // The first may still be the run that found the other one there.
    await expect.poll(states).toEqual(rows.map(() => ({ state: 'done' })));
    expect((await location.all()).filter((row) => rows.some((one) => one.id === row.id))).toEqual(
      rows.map(() => expect.objectContaining({ isStarred: true })),
    );
  });

  it('one calls a send of the other unclear only once that is gone', async () => {
    const db = await database();
    const other = await colleague();
    const place = { locationId: 'L1', conversationId: 'c1' };
    const clientId = crypto.randomUUID();
    const now = new Date();
    await db.insert(sends).values({
      ...place,
      clientId,
      personId: 'mika',
      request: sendRequestSchema.parse({ clientId, channel: 'SMS', text: 'Hello' }),
      state: 'sending',
      attempts: 1,
      holder: other.id,
      createdAt: now,
      updatedAt: now,
    });
    await recoverInterruptedSends();
    expect(await listSends(place, 'p1')).toMatchObject([{ state: 'sending' }]);
    await other.end();
    await recoverInterruptedSends();
    expect(await listSends(place, 'p1')).toMatchObject([
      { state: 'unclear', error: { code: 'interrupted' } },
    ]);
  });
});
