import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { and, count, desc, eq, inArray, isNotNull, isNull, lt, not, or, sql } from 'drizzle-orm';
import { database, type Transaction } from '@/lib/server/db/database';
import { instanceId, isPresent } from '@/lib/server/db/instances';
import { jobItems, jobs } from '@/lib/server/db/triage-schema';
import { AppError } from '@/lib/server/http/app-error';
import type { JobRequest } from '@/lib/shared/contract/triage';

export type JobRow = typeof jobs.$inferSelect;
export type ItemRow = typeof jobItems.$inferSelect;
export type Place = { locationId: string; personId: string };
type NewItem = { conversationId: string; seenUpTo: number };

/** What a chunk of an insert holds at most: each row is several parameters. */
const insertChunk = 500;

/** Makes the job of a request, or answers the one that its id made before. Another request of the same id is refused. */
export async function claimJob(
  { locationId, personId }: Place,
  { clientId, change, target }: JobRequest,
  heldUntil: Date | null,
): Promise<{ job: JobRow; isNew: boolean }> {
  const db = await database();
  const made = await db.transaction(async (tx) => {
    const [job] = await tx
      .insert(jobs)
      .values({
        id: clientId,
        locationId,
        personId,
        change,
        target,
        state: heldUntil ? 'held' : 'running',
        heldUntil,
        isGathered: target.kind === 'ids',
        createdAt: new Date(),
      })
      .onConflictDoNothing()
      .returning();
    if (job && target.kind === 'ids')
      await insertItems(
        tx,
        job.id,
        target.conversations.map(({ id, seenUpTo }) => ({ conversationId: id, seenUpTo: seenUpTo ?? 0 })),
      );
    return job;
  });
  if (made) return { job: made, isNew: true };
  const [job] = await db.select().from(jobs).where(eq(jobs.id, clientId));
  const isSame =
    job?.locationId === locationId &&
    job.personId === personId &&
    isDeepStrictEqual([job.change, job.target], [change, target]);
  if (!job || !isSame) throw new AppError('conflict');
  return { job, isNew: false };
}

export async function jobById(id: string): Promise<JobRow | null> {
  const db = await database();
  const [job] = await db.select().from(jobs).where(eq(jobs.id, id));
  return job ?? null;
}

/** A job of this very person here. */
export async function requireJob(place: Place, id: string): Promise<JobRow> {
  const job = await jobById(id);
  if (job?.locationId === place.locationId && job.personId === place.personId) return job;
  throw new AppError('not_found');
}

export async function unfinishedJobs(place?: Place): Promise<JobRow[]> {
  const db = await database();
  const mine = place && and(eq(jobs.locationId, place.locationId), eq(jobs.personId, place.personId));
  return db
    .select()
    .from(jobs)
    .where(and(inArray(jobs.state, ['held', 'running']), mine))
    .orderBy(desc(jobs.createdAt));
}

/** Adds what a filter matches, and where to go on, in one step: a restart neither loses nor repeats any. */
export async function addItems(
  jobId: string,
  items: readonly NewItem[],
  progress: Partial<Pick<JobRow, 'gatherCursor' | 'isGathered'>>,
): Promise<void> {
  const db = await database();
  await db.transaction(async (tx) => {
    await insertItems(tx, jobId, items);
    await tx.update(jobs).set(progress).where(eq(jobs.id, jobId));
  });
}

/** The next items, for this caller alone; none when the job was stopped. */
export async function claimItems(jobId: string, limit: number): Promise<ItemRow[]> {
  const db = await database();
  const next = db
    .select({ position: jobItems.position })
    .from(jobItems)
    .innerJoin(jobs, eq(jobs.id, jobItems.jobId))
    .where(and(eq(jobItems.jobId, jobId), eq(jobItems.state, 'queued'), eq(jobs.state, 'running')))
    .orderBy(jobItems.position)
    .limit(limit)
    // Without it two that ask at once would both be given the same ones.
    .for('update', { of: jobItems, skipLocked: true });
  return db
    .update(jobItems)
    .set({ state: 'doing' })
    .where(and(eq(jobItems.jobId, jobId), inArray(jobItems.position, next)))
    .returning();
}

export async function itemsUnderWay(jobId: string): Promise<ItemRow[]> {
  const db = await database();
  return db
    .select()
    .from(jobItems)
    .where(and(eq(jobItems.jobId, jobId), eq(jobItems.state, 'doing')));
}

export async function updateItem(
  { jobId, position }: Pick<ItemRow, 'jobId' | 'position'>,
  values: Partial<Pick<ItemRow, 'state' | 'before' | 'message'>>,
): Promise<void> {
  const db = await database();
  await db
    .update(jobItems)
    .set(values)
    .where(and(eq(jobItems.jobId, jobId), eq(jobItems.position, position)));
}

/** Many items of one job at once. */
export async function settleItems(tx: Transaction, items: readonly ItemRow[]): Promise<void> {
  const values = items.map(({ position, state, before, message }) => ({ position, state, before, message }));
  await tx.execute(sql`
    update job_items set state = v.state, before = v.before, message = v.message
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as v(position int, state text, before jsonb, message text)
    where job_id = ${items[0]?.jobId} and job_items.position = v.position`);
}

/** What was claimed and not begun after all is in the queue again, or skipped when the job was stopped meanwhile. */
export async function putBack(jobId: string, positions: readonly number[]): Promise<void> {
  const db = await database();
  if (positions.length === 0) return;
  await db
    .update(jobItems)
    .set({
      state: sql`case when exists (select 1 from jobs where id = ${jobId} and state = 'stopped')
        then 'skipped' else 'queued' end`,
    })
    .where(and(eq(jobItems.jobId, jobId), inArray(jobItems.position, [...positions])));
}

/** Ends a job before its time: what was not begun stays as it was. False: it had ended already. */
export async function stopJob(jobId: string, problem: string | null = null): Promise<boolean> {
  const db = await database();
  return db.transaction(async (tx) => {
    const stopped = await tx
      .update(jobs)
      .set({ state: 'stopped', problem })
      .where(and(eq(jobs.id, jobId), inArray(jobs.state, ['held', 'running'])))
      .returning({ id: jobs.id });
    await tx
      .update(jobItems)
      .set({ state: 'skipped' })
      .where(and(eq(jobItems.jobId, jobId), eq(jobItems.state, 'queued')));
    return stopped.length > 0;
  });
}

/** The job, for this instance to run; null while another one does, or when it is over. */
export async function takeJob(id: string): Promise<JobRow | null> {
  const db = await database();
  const [job] = await db
    .update(jobs)
    .set({ holder: instanceId() })
    .where(
      and(
        eq(jobs.id, id),
        inArray(jobs.state, ['held', 'running']),
        or(isNull(jobs.holder), eq(jobs.holder, instanceId()), not(isPresent(jobs.holder))),
      ),
    )
    .returning();
  return job ?? null;
}

/** Nobody runs it any more, whatever became of it. */
export async function leaveJob(id: string): Promise<void> {
  const db = await database();
  await db
    .update(jobs)
    .set({ holder: null })
    .where(and(eq(jobs.id, id), eq(jobs.holder, instanceId())));
}

/** Whether an instance that is there is running it. */
export async function isTaken(id: string): Promise<boolean> {
  const db = await database();
  const found = await db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.id, id), isPresent(jobs.holder)));
  return found.length > 0;
}

/** Moves a job on, unless it was stopped meanwhile. */
export async function moveJob(jobId: string, from: JobRow['state'], to: JobRow['state']): Promise<boolean> {
  const db = await database();
  const moved = await db
    .update(jobs)
    .set({ state: to })
    .where(and(eq(jobs.id, jobId), eq(jobs.state, from)))
    .returning({ id: jobs.id });
  return moved.length > 0;
}

export async function dropOldJobs(before: Date): Promise<void> {
  const db = await database();
  await db.delete(jobs).where(and(lt(jobs.createdAt, before), inArray(jobs.state, ['finished', 'stopped'])));
}

export async function itemCount(jobId: string): Promise<number> {
  const db = await database();
  const [found] = await db.select({ count: count() }).from(jobItems).where(eq(jobItems.jobId, jobId));
  return found?.count ?? 0;
}

/** How many items are in each state, how many were really changed, and the first failures. */
export async function itemsOf(jobId: string, maxFailures: number) {
  const db = await database();
  const inJob = eq(jobItems.jobId, jobId);
  const counted = await db
    .select({ state: jobItems.state, count: count(), changed: count(jobItems.before) })
    .from(jobItems)
    .where(inJob)
    .groupBy(jobItems.state);
  const failures = await db
    .select({ conversationId: jobItems.conversationId, message: jobItems.message })
    .from(jobItems)
    .where(and(inJob, eq(jobItems.state, 'failed'), isNotNull(jobItems.message)))
    .orderBy(jobItems.position)
    .limit(maxFailures);
  return { counted, failures };
}

async function insertItems(tx: Transaction, jobId: string, items: readonly NewItem[]): Promise<void> {
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${jobItems.position}), -1)::int` })
    .from(jobItems)
    .where(eq(jobItems.jobId, jobId));
  const first = (last?.position ?? -1) + 1;
  for (let at = 0; at < items.length; at += insertChunk) {
    const chunk = items.slice(at, at + insertChunk);
    await tx
      .insert(jobItems)
      .values(
        chunk.map((item, index) => ({
          jobId,
          position: first + at + index,
          state: 'queued' as const,
          ...item,
        })),
      )
      .onConflictDoNothing();
  }
}
