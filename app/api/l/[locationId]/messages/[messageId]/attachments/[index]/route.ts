import { z } from 'zod';
import { getMessageWithUrls } from '@/lib/server/ghl/messages';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema, indexSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { streamAttachment } from '@/lib/server/media/stored-file';

export const GET = route(
  { permission: 'conversation:read', params: z.object({ messageId: idSchema, index: indexSchema }) },
  async ({ request, ghl, params: { messageId, index } }) => {
    const { message, attachmentUrls } = await getMessageWithUrls(ghl, messageId);
    return streamAttachment(request, ghl, { ...message, attachmentUrls }, index);
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
