import { ApiError, api } from '@/lib/client/api';
import { type Job, type JobRequest, jobListSchema, jobSchema } from '@/lib/shared/contract/triage';
import { apiPaths } from '@/lib/shared/paths';

/** How soon a job is looked at again: often enough for a bar that moves. */
const lookMs = 700;
/** The same while our server cannot be reached. */
const retryMs = 5_000;

/** Asks for a change, of one conversation or of many. Posted twice under one client id, it is done once. */
export function postJob(locationId: string, request: JobRequest): Promise<Job> {
  return api(apiPaths.jobs(locationId), { method: 'POST', body: request, schema: jobSchema });
}

/** A job of its own, that puts back what the first one has changed and leaves the rest undone. */
export function postUndo(locationId: string, jobId: string): Promise<Job> {
  return api(apiPaths.jobUndo(locationId, jobId), { method: 'POST', body: {}, schema: jobSchema });
}

/** What is left stays as it is. */
export function stopJob(locationId: string, jobId: string): Promise<Job> {
  return api(apiPaths.job(locationId, jobId), { method: 'DELETE', schema: jobSchema });
}

/** This person's jobs that go on, whichever tab has asked for them. */
export async function readRunningJobs(locationId: string): Promise<Job[]> {
  const { jobs } = await api(`${apiPaths.jobs(locationId)}?mine=running`, { schema: jobListSchema });
  return jobs;
}

function isOver({ state }: Job): boolean {
  return state === 'finished' || state === 'stopped';
}

/** Looks at a job until it is over. A server that cannot be reached is asked again; one that knows no such job is not. */
export async function followJob(
  locationId: string,
  started: Job,
  onProgress: (job: Job) => void,
): Promise<Job> {
  let job = started;
  let waitMs = lookMs;
  while (!isOver(job)) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    try {
      job = await api(apiPaths.job(locationId, job.id), { schema: jobSchema });
      waitMs = lookMs;
      if (!isOver(job)) onProgress(job);
    } catch (error) {
      const isPassing = error instanceof ApiError && (error.status === 0 || error.status >= 500);
      if (!isPassing) throw error;
      waitMs = retryMs;
    }
  }
  return job;
}
