import { z } from 'zod';
import { getConversation } from '@/lib/server/ghl/conversations';
import { addInboundMessage } from '@/lib/server/ghl/logged-messages';
import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { checkedUrls } from '@/lib/server/media/given-urls';
import { loggedUnclear, onceOrUnclear } from '@/lib/server/outbox/unclear';
import { loggedMessageSchema } from '@/lib/shared/contract/logged-message';

/** Writes down what the contact said by the location's own provider. */
export const POST = route(
  {
    permission: 'message:log',
    params: z.object({ conversationId: idSchema }),
    body: loggedMessageSchema,
    audit: 'message.log',
  },
  async ({ ghl, params: { conversationId }, body }) => {
    checkedUrls(body.attachmentUrls, ghl.baseUrl);
    const { contactId } = await getConversation(ghl, conversationId);
    if (!contactId) {
      throw new AppError('bad_request', { message: 'This conversation has no contact in GoHighLevel.' });
    }
    const place = { conversationId, contactId };
    return onceOrUnclear(() => addInboundMessage(ghl, place, body), loggedUnclear);
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
