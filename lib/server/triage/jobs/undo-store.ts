import 'server-only';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { jobItems, jobs } from '@/lib/server/db/triage-schema';
import { AppError } from '@/lib/server/http/app-error';
import type { JobRow } from './job-store';

/** The job that takes another back: one for each, whoever asks how often. */
export async function claimUndo(undone: JobRow, id: string): Promise<JobRow> {
  const db = await database();
  const { locationId, personId, change } = undone;
  await db
    .insert(jobs)
    .values({
      id,
      locationId,
      personId,
      change,
      state: 'running',
      undoes: undone.id,
      isGathered: false,
      createdAt: new Date(),
    })
    .onConflictDoNothing();
  const found = await undoOf(undone.id);
  if (!found) throw new AppError('internal');
  return found;
}

export async function undoOf(jobId: string): Promise<JobRow | null> {
  const db = await database();
  const [job] = await db.select().from(jobs).where(eq(jobs.undoes, jobId));
  return job ?? null;
}

/**
 * What an undo has to take back: of what was really changed, how it was. Also of what a restart cut off and of what GHL
 * gave no answer about, since it may have been changed. What nobody can bring back stands there as failed.
 */
export async function addUndoItems(undo: JobRow, lost: string): Promise<void> {
  const db = await database();
  const isDelete = undo.change.kind === 'delete';
  const [state, message, wanted] = isDelete
    ? [sql`'failed'`, sql`${lost}`, sql`state in ('done', 'doing')`]
    : [sql`'queued'`, sql`null`, sql`state in ('done', 'doing', 'failed') and before is not null`];
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      insert into job_items (job_id, position, conversation_id, seen_up_to, state, before, message)
      select ${undo.id}, position, conversation_id, seen_up_to, ${state}, before, ${message} from job_items
      where job_id = ${undo.undoes} and ${wanted}
      on conflict do nothing`);
    await tx.update(jobs).set({ isGathered: true }).where(eq(jobs.id, undo.id));
  });
}

/** Whether an undo that is over left something as it was that may still be put back. */
export async function isUndoLeft(undo: JobRow): Promise<boolean> {
  if (undo.change.kind === 'delete' || undo.state === 'running') return false;
  if (!undo.isGathered) return true;
  const db = await database();
  const found = await db.select({ at: jobItems.position }).from(jobItems).where(leftOf(undo.id)).limit(1);
  return found.length > 0;
}

/** Goes on with an undo that failed in part or was stopped. */
export async function resumeUndo(undo: JobRow): Promise<JobRow> {
  const db = await database();
  return db.transaction(async (tx) => {
    const [resumed] = await tx
      .update(jobs)
      .set({ state: 'running', problem: null })
      .where(and(eq(jobs.id, undo.id), inArray(jobs.state, ['finished', 'stopped'])))
      .returning();
    // Somebody else was quicker: it runs already.
    if (!resumed) return { ...undo, state: 'running' };
    await tx.update(jobItems).set({ state: 'queued', message: null }).where(leftOf(undo.id));
    return resumed;
  });
}

function leftOf(undoId: string) {
  return and(
    eq(jobItems.jobId, undoId),
    inArray(jobItems.state, ['failed', 'skipped']),
    isNotNull(jobItems.before),
  );
}
