import { z } from 'zod';
import { downloadTranscription } from '@/lib/server/ghl/transcriptions';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { fileHeaders } from '@/lib/server/media/stored-file';

/** The transcript as GHL writes it, to keep. */
export const GET = route(
  { permission: 'conversation:read', params: z.object({ messageId: idSchema }) },
  async ({ ghl, params: { messageId } }) => {
    const text = await downloadTranscription(ghl, messageId);
    const headers = fileHeaders(`transcription-${messageId}.txt`);
    return new Response(text, { headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } });
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
