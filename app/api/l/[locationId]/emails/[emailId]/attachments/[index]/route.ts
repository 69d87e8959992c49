import { z } from 'zod';
import { getEmailWithUrls } from '@/lib/server/ghl/emails';
import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema, indexSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { streamStoredFile } from '@/lib/server/media/stored-file';

export const GET = route(
  { permission: 'conversation:read', params: z.object({ emailId: idSchema, index: indexSchema }) },
  async ({ request, ghl, params: { emailId, index } }) => {
    const { email, attachmentUrls } = await getEmailWithUrls(ghl, emailId);
    const url = attachmentUrls[index];
    const name = email.attachments[index]?.name;
    if (!url || !name) throw new AppError('not_found');
    return streamStoredFile(request, url, name, new URL(ghl.baseUrl).origin);
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
