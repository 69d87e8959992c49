import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GhlClient } from '@/lib/server/ghl/client';
import { listUsers } from '@/lib/server/ghl/users';
import { AppError } from '@/lib/server/http/app-error';
import { settingsOf } from '@/lib/server/person/person-settings';
import { type Job, type JobRequest, maxSnoozeMs, typedCountFrom } from '@/lib/shared/contract/triage';
import { can, type Membership } from '@/lib/shared/permissions';
import { targetFilter } from './gather';
import {
  claimJob,
  dropOldJobs,
  itemsOf,
  type JobRow,
  jobById,
  type Place,
  requireJob,
  stopJob,
  unfinishedJobs,
} from './job-store';
import { runJob } from './run-job';
import { claimUndo, isUndoLeft, resumeUndo, undoOf } from './undo-store';

/** What takes longer is answered as it stands: the job goes on without the one who asked. */
const patienceMs = 700;
const undoableMs = 24 * 3600_000;
const maxFailuresShown = 50;
/** Nobody asks about a job that ended so long ago. */
const keptMs = 7 * 24 * 3600_000;

type Asking = { ghl: GhlClient; person: { id: string }; membership: Membership };

/** Begins what is asked for, and answers within a second how far it is. The same id is done once. */
export async function startJob(
  { ghl, person, membership }: Asking,
  request: JobRequest,
): Promise<{ job: Job; isNew: boolean }> {
  await requireSense(ghl, membership, request);
  const place = { locationId: ghl.locationId, personId: person.id };
  const heldUntil = request.change.kind === 'delete' ? await endOfUndo(person.id) : null;
  const { job, isNew } = await claimJob(place, request, heldUntil);
  if (isNew) await dropOldJobs(new Date(Date.now() - keptMs));
  await runPatiently(job);
  return { job: await viewOf(job.id), isNew };
}

/** GHL cannot restore what it deleted: until then it is not asked to. As long as this person wants for everything. */
async function endOfUndo(personId: string): Promise<Date> {
  const { settings } = await settingsOf(personId);
  return new Date(Date.now() + settings.undoSeconds * 1000);
}

/**
 * Takes a job back: what is left of it is not begun, and what it changed becomes what it was. Asked again, it goes on with
 * what could not be put back.
 */
export async function undoJob({ ghl, person }: Asking, jobId: string): Promise<Job> {
  const job = await requireJob({ locationId: ghl.locationId, personId: person.id }, jobId);
  const known = await undoOf(jobId);
  if (!known) {
    if (!isFresh(job)) throw new AppError('conflict', { message: 'It is too long ago to be taken back.' });
    if (job.undoes) throw new AppError('conflict', { message: 'This took something back already.' });
    if (job.change.kind === 'delete' && job.state === 'finished')
      throw new AppError('conflict', { message: 'GoHighLevel cannot bring back what was deleted.' });
    await stopJob(jobId);
  }
  const undo = known ? await taken(known, job) : await claimUndo(job, randomUUID());
  await runPatiently(undo);
  return viewOf(undo.id);
}

async function taken(undo: JobRow, job: JobRow): Promise<JobRow> {
  if (undo.state === 'running' || !isFresh(job) || !(await isUndoLeft(undo))) return undo;
  // Of what ended just now the run may not have ended yet, and would be taken for the new one.
  await runJob(undo.id);
  return resumeUndo(undo);
}

export async function stopRunning({ ghl, person }: Asking, jobId: string): Promise<Job> {
  await requireJob({ locationId: ghl.locationId, personId: person.id }, jobId);
  await stopJob(jobId);
  return viewOf(jobId);
}

export async function jobOf({ ghl, person }: Asking, jobId: string): Promise<Job> {
  await requireJob({ locationId: ghl.locationId, personId: person.id }, jobId);
  return viewOf(jobId);
}

/** What this person has under way here, newest first. */
export async function runningJobs(place: Place): Promise<Job[]> {
  return Promise.all((await unfinishedJobs(place)).map(({ id }) => viewOf(id)));
}

async function runPatiently({ id, state }: JobRow): Promise<void> {
  if (state === 'finished' || state === 'stopped') return;
  const run = runJob(id);
  if (state === 'running') await Promise.race([run, sleep(patienceMs, undefined, { ref: false })]);
}

async function requireSense(
  ghl: GhlClient,
  membership: Membership,
  { change, target }: JobRequest,
): Promise<void> {
  if (target.kind === 'filter') targetFilter(target);
  if (change.kind === 'delete') {
    if (!can(membership, 'conversation:delete')) throw new AppError('forbidden');
    if (target.kind === 'filter')
      throw new AppError('bad_request', {
        message: 'Deleting takes chosen conversations, never everything that matches.',
      });
    const count = target.conversations.length;
    if (count >= typedCountFrom && change.count !== count)
      throw new AppError('bad_request', { message: `Deleting ${count} at once takes their number, typed.` });
  }
  if (change.kind === 'snooze') {
    const aheadMs = change.until - Date.now();
    if (aheadMs <= 0) throw new AppError('bad_request', { message: 'This time is over already.' });
    if (aheadMs > maxSnoozeMs)
      throw new AppError('bad_request', { message: 'A year is the longest that can be snoozed.' });
  }
  if (change.kind === 'assign' && change.userId !== null) {
    const users = await listUsers(ghl);
    if (!users.some(({ id }) => id === change.userId))
      throw new AppError('bad_request', {
        message: 'This person is not a user of the location in GoHighLevel.',
      });
  }
}

async function viewOf(jobId: string): Promise<Job> {
  const job = await jobById(jobId);
  if (!job) throw new AppError('not_found');
  const { counted, failures } = await itemsOf(jobId, maxFailuresShown);
  const countOf = (state: (typeof counted)[number]['state']) =>
    counted.find((each) => each.state === state)?.count ?? 0;
  // Of the failed ones those of which GHL did not say whether it took them.
  const changed = counted.reduce(
    (sum, each) => sum + (each.state === 'done' || each.state === 'failed' ? each.changed : 0),
    0,
  );
  const isOpen = job.state === 'held' || job.state === 'running';
  const undo = await undoOf(jobId);
  const isUndoable = job.change.kind === 'delete' ? isOpen : isOpen || changed > 0;
  return {
    id: job.id,
    change: job.change,
    state: job.state,
    undoes: job.undoes,
    total: counted.reduce((sum, each) => sum + each.count, 0),
    isCounting: !job.isGathered && isOpen,
    done: countOf('done'),
    failed: countOf('failed'),
    failures: failures.map(({ conversationId, message }) => ({ conversationId, message: message ?? '' })),
    problem: job.problem,
    canUndo: isUndoable && isFresh(job) && job.undoes === null && (!undo || (await isUndoLeft(undo))),
  };
}

function isFresh({ createdAt }: JobRow): boolean {
  return Date.now() - createdAt.getTime() < undoableMs;
}
