import { z } from 'zod';
import { cancelScheduledEmail } from '@/lib/server/ghl/scheduled';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';

/** Takes back an email that was to be sent later. */
export const DELETE = route(
  { permission: 'message:send', params: z.object({ emailId: idSchema }), audit: 'message.unschedule' },
  ({ ghl, params }) => cancelScheduledEmail(ghl, params.emailId),
);

export {
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
