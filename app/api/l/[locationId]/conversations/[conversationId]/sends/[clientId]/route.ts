import { z } from 'zod';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { actOnSend, dismissSend } from '@/lib/server/outbox/acts';
import { sendActSchema } from '@/lib/shared/contract/send';

const params = z.object({ conversationId: idSchema, clientId: z.uuid() });

/** What a person decides about a send that is there. */
export const POST = route(
  { permission: 'message:send', params, body: sendActSchema, audit: 'message.act' },
  ({ locationId, params, person, body, trail }) => {
    trail.action = `message.${body.act}`;
    const place = { locationId, conversationId: params.conversationId };
    return actOnSend({ place, personId: person.id }, params.clientId, body);
  },
);

/** Puts away what was dealt with. */
export const DELETE = route(
  { permission: 'message:send', params, audit: 'message.dismiss' },
  ({ locationId, params }) =>
    dismissSend({ locationId, conversationId: params.conversationId }, params.clientId),
);

export { methodNotAllowed as GET, methodNotAllowed as PATCH, methodNotAllowed as PUT };
