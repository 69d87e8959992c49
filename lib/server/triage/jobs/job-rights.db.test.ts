import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/server/db/database';
import { auditLog, memberships, people } from '@/lib/server/db/schema';
import { seen, startParley, type TestParley } from '@/lib/server/triage/testing/parley';
import { undoJob } from './jobs';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

const star = { kind: 'star', isStarred: true } as const;

async function setMika(values: { role?: 'admin' | 'agent' | 'viewer'; removedAt?: Date | null }) {
  const db = await database();
  const { role = 'admin', removedAt = null } = values;
  await db.update(memberships).set({ role }).where(eq(memberships.personId, 'mika'));
  await db.update(people).set({ removedAt }).where(eq(people.id, 'mika'));
}
afterEach(() => setMika({}));

describe('who loses the right to a job while it runs', () => {
  it.each([[{ role: 'viewer' }], [{ removedAt: new Date() }]] as const)(
    'changes nothing more: %j',
    async (loss) => {
      const location = await parley.location({ preset: 'empty', conversations: 12 });
      const rows = await location.all();
      await parley.control('latency', { ms: 400, locationId: location.ghl.locationId });
      const job = await location.act(star, rows.map(seen));
      expect(job.state).toBe('running');
      await setMika(loss);
      const ended = await location.ended(job);
      expect(ended.state).toBe('stopped');
      expect(ended.problem).toMatch(/no right/);
      expect(ended.done).toBeLessThan(rows.length);
      expect(await location.calls('update-conversation')).toBe(ended.done);
      const db = await database();
      const lines = await db.select().from(auditLog).where(eq(auditLog.target, job.id));
      expect(lines).toEqual([
        expect.objectContaining({ action: 'conversation.star', result: 'forbidden', personId: 'mika' }),
      ]);
    },
  );

  it('deletes nothing that was still held', async () => {
    const location = await parley.location();
    const rows = await location.all();
    const job = await location.act({ kind: 'delete' }, rows.map(seen));
    expect(job.state).toBe('held');
    await setMika({ role: 'agent' });
    expect((await location.ended(job)).state).toBe('stopped');
    expect(await location.calls('delete-conversation')).toBe(0);
  });

  it('takes nothing back any more', async () => {
    const location = await parley.location();
    const [row] = await location.all();
    if (!row) throw new Error('The location is empty');
    const job = await location.ended(await location.act(star, [seen(row)]));
    await setMika({ role: 'viewer' });
    const undo = await location.ended(await undoJob(location.context, job.id));
    expect(undo).toMatchObject({ state: 'stopped', done: 0 });
    expect(await location.calls('update-conversation')).toBe(1);
  });
});
