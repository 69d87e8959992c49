import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { undoJob } from '@/lib/server/triage/jobs/jobs';

const params = z.object({ jobId: z.uuid() });

export const POST = route(
  { permission: 'conversation:mark', params, body: z.strictObject({}), audit: 'conversation.undo' },
  ({ params, ...context }) => undoJob(context, params.jobId),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
