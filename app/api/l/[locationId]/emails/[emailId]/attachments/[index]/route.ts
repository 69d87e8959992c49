import { z } from 'zod';
import { getEmailWithUrls } from '@/lib/server/ghl/emails';
import { AppError } from '@/lib/server/http/app-error';
import { idSchema, indexSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { streamStoredFile } from '@/lib/server/media/stored-file';

export const GET = route(
  { permission: 'conversation:read', params: z.object({ emailId: idSchema, index: indexSchema }) },
  async ({ ghl, params: { emailId, index } }) => {
    const { email, attachmentUrls } = await getEmailWithUrls(ghl, emailId);
    const url = attachmentUrls[index];
    const name = email.attachments[index]?.name;
    if (!url || !name) throw new AppError('not_found');
    return streamStoredFile(url, name, new URL(ghl.baseUrl).origin);
  },
);
