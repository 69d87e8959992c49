import { z } from 'zod';
import { getEmailWithUrls } from '@/lib/server/ghl/emails';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema, indexSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { streamAttachment } from '@/lib/server/media/stored-file';

export const GET = route(
  { permission: 'conversation:read', params: z.object({ emailId: idSchema, index: indexSchema }) },
  async ({ request, ghl, params: { emailId, index } }) => {
    const { email, attachmentUrls } = await getEmailWithUrls(ghl, emailId);
    return streamAttachment(request, ghl, { ...email, attachmentUrls }, index);
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
