import { z } from 'zod';
import { getRecording } from '@/lib/server/ghl/recordings';
import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { askedRange } from '@/lib/server/media/byte-ranges';
import { recordingResponse } from '@/lib/server/media/recording';

/** The sound of a call or voicemail, as a player asks for it. It comes from GHL itself, never from an address in a message. */
export const GET = route(
  { permission: 'conversation:read', params: z.object({ messageId: idSchema }) },
  async ({ request, ghl, params: { messageId } }) => {
    const range = askedRange(request);
    const recording = await getRecording(ghl, messageId, { range, signal: request.signal });
    if (!recording) throw new AppError('not_found', { message: 'There is no recording of this call.' });
    return recordingResponse(request, recording, `recording-${messageId}`);
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
