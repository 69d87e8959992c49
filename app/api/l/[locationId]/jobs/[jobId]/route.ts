import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { jobOf, stopRunning } from '@/lib/server/triage/jobs/jobs';

const params = z.object({ jobId: z.uuid() });

export const GET = route({ permission: 'conversation:read', params }, ({ params, ...context }) =>
  jobOf(context, params.jobId),
);

/** Stops it: what is not begun stays as it is, what is done stays done. */
export const DELETE = route(
  { permission: 'conversation:mark', params, audit: 'conversation.stop' },
  ({ params, ...context }) => stopRunning(context, params.jobId),
);

export { methodNotAllowed as PATCH, methodNotAllowed as POST, methodNotAllowed as PUT };
