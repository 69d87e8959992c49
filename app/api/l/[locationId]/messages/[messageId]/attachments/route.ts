import { z } from 'zod';
import { setMessageAttachments } from '@/lib/server/ghl/logged-messages';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { checkedUrls } from '@/lib/server/media/given-urls';
import { attachmentChangeSchema } from '@/lib/shared/contract/logged-message';

/** Replaces the files of a logged call. */
export const PUT = route(
  {
    permission: 'message:log',
    params: z.object({ messageId: idSchema }),
    body: attachmentChangeSchema,
    audit: 'message.attach',
  },
  ({ ghl, params, body }) =>
    setMessageAttachments(ghl, params.messageId, checkedUrls(body.attachmentUrls, ghl.baseUrl)),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
};
