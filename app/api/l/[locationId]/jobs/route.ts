import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { runningJobs, startJob } from '@/lib/server/triage/jobs/jobs';
import { jobRequestSchema } from '@/lib/shared/contract/triage';

const query = z.strictObject({ mine: z.literal('running').optional() });

/** What this person has under way. */
export const GET = route({ permission: 'conversation:read', query }, async ({ locationId, person }) => ({
  jobs: await runningJobs({ locationId, personId: person.id }),
}));

/** One change of one conversation or of many. Deleting needs a right of its own. */
export const POST = route(
  { permission: 'conversation:mark', body: jobRequestSchema, audit: 'conversation.change' },
  async ({ body, trail, ...context }) => {
    trail.action = `conversation.${body.change.kind}`;
    trail.target = body.clientId;
    const { job, isNew } = await startJob(context, body);
    if (!isNew) trail.action = null;
    return job;
  },
);

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT };
