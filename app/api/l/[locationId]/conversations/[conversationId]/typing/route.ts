import { z } from 'zod';
import { getVisitorId } from '@/lib/server/ghl/contacts';
import { getConversation } from '@/lib/server/ghl/conversations';
import { showTyping } from '@/lib/server/ghl/typing';
import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';

/** Tells the visitor of a live chat that somebody writes. Not in the audit log: it is said every few seconds. */
export const POST = route(
  {
    permission: 'message:send',
    params: z.object({ conversationId: idSchema }),
    body: z.strictObject({ isTyping: z.boolean() }),
  },
  async ({ ghl, params: { conversationId }, body }) => {
    const { contactId } = await getConversation(ghl, conversationId);
    const visitorId = contactId && (await getVisitorId(ghl, contactId));
    if (!visitorId) throw new AppError('bad_request', { message: 'This contact is not in a live chat.' });
    await showTyping(ghl, { conversationId, visitorId, isTyping: body.isTyping });
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
