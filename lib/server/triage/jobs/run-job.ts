import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { ghlFor } from '@/lib/server/connection/connection';
import type { GhlClient } from '@/lib/server/ghl/client';
import { log } from '@/lib/server/logger';
import { remember } from '@/lib/server/remember';
import type { ConversationChange } from '@/lib/shared/contract/triage';
import { changeTeam, type TeamChange } from './change-team';
import { gather } from './gather';
import {
  isTaken,
  itemCount,
  itemsUnderWay,
  type JobRow,
  jobById,
  leaveJob,
  moveJob,
  putBack,
  stopJob,
  takeJob,
  unfinishedJobs,
} from './job-store';
import { isHopeless, pauseMs, words, wordsFor } from './job-words';
import { nextItems } from './next-items';
import { runInGhl, settleUnderWay } from './run-in-ghl';
import { addUndoItems } from './undo-store';

/** Our own tables take a chunk in one step. */
const teamChunk = 100;
const maxGatherFailures = 3;
/** As with a message that could not leave in time. */
const maxOverdueMs = 15 * 60_000;
const lookAgainMs = 50;

/** Runs a job to its end, once: asked again while it runs, the answer is the same run. */
export function runJob(jobId: string): Promise<void> {
  const runs = runningNow();
  const running = runs.get(jobId);
  if (running) return running;
  const run = runToEnd(jobId)
    .catch(async (error: unknown) => {
      log('error', 'job.failed', { error });
      // Where not even that can be written, the next start finds it and goes on.
      await stopJob(jobId, wordsFor(error)).catch(() => undefined);
    })
    .then(() => leaveJob(jobId).catch(() => undefined))
    .finally(() => runs.delete(jobId));
  runs.set(jobId, run);
  return run;
}

/** What was not finished goes on, and what an instance that is gone has left. */
export async function resumeJobs(): Promise<void> {
  for (const job of await unfinishedJobs()) void runJob(job.id);
}

async function runToEnd(jobId: string): Promise<void> {
  const job = await takeJob(jobId);
  if (!job) return;
  if (job.change.kind === 'delete' && isOverdue(job)) {
    await stopJob(jobId, words.overdue);
    return;
  }
  if (job.state === 'held') {
    await sleep(Math.max(0, (job.heldUntil?.getTime() ?? 0) - Date.now()), undefined, { ref: false });
    if (!(await moveJob(jobId, 'held', 'running'))) return;
  } else if (job.state !== 'running') return;
  const ghl = await ghlFor(job.locationId);
  if (!ghl) {
    await stopJob(jobId, 'This location is not connected any more.');
    return;
  }
  await settleInterrupted(ghl, job);
  if (!job.isGathered) await gatherAll(ghl, job);
  // A single act is a person's click; many wait behind everybody's clicks.
  const priority = (await itemCount(jobId)) === 1 ? 'person' : 'bulk';
  if (isOfTeam(job.change)) await runOfTeam(ghl, job, job.change, priority);
  else await runInGhl(ghl, job, job.change, priority);
  await moveJob(jobId, 'running', 'finished');
}

async function runOfTeam(
  ghl: GhlClient,
  job: JobRow,
  change: TeamChange,
  priority: 'person' | 'bulk',
): Promise<void> {
  for (;;) {
    const items = await nextItems(job, teamChunk);
    if (items.length === 0) return;
    await changeTeam(ghl, job, change, items, priority);
  }
}

/** What a restart cut off. Of our own tables nothing was written; of GHL's it is read what was, not guessed. */
async function settleInterrupted(ghl: GhlClient, job: JobRow): Promise<void> {
  const items = await itemsUnderWay(job.id);
  const isReadable = !isOfTeam(job.change) && job.undoes === null;
  const begun = items.filter(({ before }) => isReadable && before !== null);
  await putBack(
    job.id,
    items.filter((item) => !begun.includes(item)).map(({ position }) => position),
  );
  if (!isOfTeam(job.change)) await settleUnderWay(ghl, job, job.change, begun);
}

async function gatherAll(ghl: GhlClient, job: JobRow): Promise<void> {
  if (job.undoes) {
    // What is under way right now comes to its end first.
    while ((await isTaken(job.undoes)) && (await itemsUnderWay(job.undoes)).length > 0)
      await sleep(lookAgainMs, undefined, { ref: false });
    return addUndoItems(job, words.deleted);
  }
  for (let failures = 0; job.target?.kind === 'filter'; ) {
    try {
      return await gather(ghl, (await jobById(job.id)) ?? job, job.target);
    } catch (error) {
      failures += 1;
      const waitMs = pauseMs(error);
      if (waitMs === null && (failures === maxGatherFailures || isHopeless(error))) throw error;
      await sleep(waitMs ?? 1_000, undefined, { ref: false });
    }
  }
}

/** Nobody is there any more to undo what a server deletes that was away. */
function isOverdue({ heldUntil }: JobRow): boolean {
  return heldUntil !== null && Date.now() - heldUntil.getTime() > maxOverdueMs;
}

function runningNow(): Map<string, Promise<void>> {
  return remember('job-runs', () => new Map<string, Promise<void>>());
}

function isOfTeam(change: ConversationChange): change is TeamChange {
  return change.kind === 'done' || change.kind === 'open' || change.kind === 'snooze';
}
