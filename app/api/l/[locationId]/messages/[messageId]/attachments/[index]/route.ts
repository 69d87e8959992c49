import { z } from 'zod';
import { getMessageWithUrls } from '@/lib/server/ghl/messages';
import { AppError } from '@/lib/server/http/app-error';
import { idSchema, indexSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { streamStoredFile } from '@/lib/server/media/stored-file';

export const GET = route(
  { permission: 'conversation:read', params: z.object({ messageId: idSchema, index: indexSchema }) },
  async ({ ghl, params: { messageId, index } }) => {
    const { message, attachmentUrls } = await getMessageWithUrls(ghl, messageId);
    const url = attachmentUrls[index];
    const name = message.attachments[index]?.name;
    if (!url || !name) throw new AppError('not_found');
    return streamStoredFile(url, name, new URL(ghl.baseUrl).origin);
  },
);
