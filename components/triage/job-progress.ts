import { dismissToast, showToast } from '@/components/ui/toast-store';
import { stopJob } from '@/lib/client/queries/jobs';
import type { Job } from '@/lib/shared/contract/triage';
import { doingWords } from './job-words';

/** Fewer are done before anybody could read of it. */
const worthABar = 5;

const toastId = (job: Job) => `job-${job.id}`;

/** How far a job is, with a way to stop it. It stays until the job is over. Answers whether it is worth one. */
export function showProgress(
  locationId: string,
  job: Job,
  context: { now: number; ownerName: (userId: string) => string },
): boolean {
  if (job.state !== 'running' || job.total < worthABar) return false;
  showToast({
    id: toastId(job),
    text: doingWords(job, context),
    progress: { done: job.done, total: job.total, isAtLeast: job.isCounting },
    durationMs: null,
    action: {
      label: 'Stop',
      onAction: () => {
        stopJob(locationId, job.id).catch((error: Error) =>
          showToast({ tone: 'bad', text: `Could not stop it. ${error.message}` }),
        );
      },
    },
  });
  return true;
}

export function hideProgress(job: Job): void {
  dismissToast(toastId(job));
}
