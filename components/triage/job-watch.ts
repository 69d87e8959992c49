import type { QueryClient } from '@tanstack/react-query';
import { dismissToast, showToast, type Toast } from '@/components/ui/toast-store';
import { followJob, readRunningJobs } from '@/lib/client/queries/jobs';
import { reloadLists } from '@/lib/client/queries/own-changes';
import type { createUndoStack } from '@/lib/client/triage/undo-stack';
import type { Job } from '@/lib/shared/contract/triage';
import { hideProgress, showProgress } from './job-progress';
import { didWords, undoneWords } from './job-words';

type Context = { now: number; ownerName: (userId: string) => string };

type WatchOptions = {
  queryClient: QueryClient;
  locationId: string;
  /** What this tab follows already. */
  ownJobs: Set<string>;
  stack: ReturnType<typeof createUndoStack>;
  context: () => Context;
  undoAction: (id: string) => NonNullable<Toast['action']>;
  startUndo: (jobId: string) => Promise<Job>;
  sayEnd: (job: Job) => void;
  sayNotRestored: (id: string, what: string, reason: string, onAgain?: () => void) => void;
};

/** Follows the jobs of this person that another tab, or this one before it was loaded anew, has asked for. */
export function createJobWatch(options: WatchOptions) {
  const { queryClient, locationId, ownJobs, stack, context, startUndo, sayNotRestored } = options;

  async function running(): Promise<void> {
    const jobs = await readRunningJobs(locationId).catch(() => []);
    for (const job of jobs) if (!ownJobs.has(job.id)) void watch(job);
  }

  async function watch(job: Job): Promise<void> {
    ownJobs.add(job.id);
    const withdraw = job.state === 'held' ? offerUndo(job) : null;
    showProgress(locationId, job, context());
    try {
      const over = await followJob(locationId, job, (known) => {
        if (known.state !== 'held') withdraw?.();
        showProgress(locationId, known, context());
      });
      withdraw?.();
      hideProgress(over);
      options.sayEnd(over);
      await reloadLists(queryClient, locationId);
    } catch {
      withdraw?.();
      hideProgress(job);
    }
  }

  /** GHL has not heard of it yet, and cannot restore it once it has. Answers how to stop offering. */
  function offerUndo(job: Job): () => void {
    stack.push({ id: job.id, undo: () => void takeBack(job) });
    showToast({
      id: job.id,
      text: didWords(job.change, totalWords(job), context()),
      durationMs: null,
      action: options.undoAction(job.id),
    });
    return () => {
      stack.forget(job.id);
      dismissToast(job.id);
    };
  }

  async function takeBack(job: Job): Promise<void> {
    try {
      const over = await followJob(locationId, await startUndo(job.id), () => undefined);
      if (over.failed > 0) sayNotRestored(job.id, totalWords(job), over.failures[0]?.message ?? '');
      else sayTakenBack(job, job.id, context());
    } catch (error) {
      sayNotRestored(job.id, totalWords(job), reasonOf(error), () => void takeBack(job));
    }
  }

  return { running };
}

/** A deletion that was called off before GHL heard of it, in this tab or in another. */
export function isTakenBack({ change, state, done, failed }: Job): boolean {
  return change.kind === 'delete' && state === 'stopped' && done === 0 && failed === 0;
}

export function sayTakenBack(job: Job, id: string, context: Context): void {
  showToast({ id: `${id}-undone`, text: undoneWords(job.change, totalWords(job), context) });
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

function totalWords({ total }: Job): string {
  return total === 1 ? '1 conversation' : `${total} conversations`;
}
