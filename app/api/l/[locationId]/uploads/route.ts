import { z } from 'zod';
import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { safeFileName } from '@/lib/server/media/file-content';
import { incomingFile } from '@/lib/server/media/incoming-file';
import { passOn } from '@/lib/server/media/pass-on';
import { recordUpload, requireUploadRoom } from '@/lib/server/outbox/uploads';
import { maxBytesOn, noFilesReason } from '@/lib/shared/attachment-rules';
import { sendChannels } from '@/lib/shared/contract/send';

const name = z.string().min(1).max(300);
const querySchema = z.union([
  z.strictObject({ name, conversationId: idSchema, channel: z.enum(sendChannels).optional() }),
  /** Of a snippet: for every conversation, on every channel. */
  z.strictObject({ name, snippet: z.literal('1') }),
]);

/** The raw file is the body. It is judged here by name, length and beginning before GHL sees it, and passed on as it comes. */
export const POST = route(
  { permission: 'attachment:upload', query: querySchema, audit: 'attachment.upload' },
  async ({ request, ghl, locationId, person, query }) => {
    // Not a type that a form can send, so no other site can make a browser post here without asking first.
    if (request.headers.get('content-type') !== 'application/octet-stream') {
      throw new AppError('unsupported_media_type', { message: 'The body must be application/octet-stream.' });
    }
    const { conversationId, channel } =
      'snippet' in query
        ? { conversationId: null, channel: null }
        : { conversationId: query.conversationId, channel: query.channel ?? null };
    const noFiles = channel && noFilesReason(channel);
    if (noFiles) throw new AppError('bad_request', { message: noFiles });
    const name = safeFileName(query.name);
    const file = await incomingFile(request, { name, maxBytes: maxBytesOn(channel) });
    await requireUploadRoom(person.id, file.sizeBytes).catch((error: unknown) => {
      file.content.destroy();
      throw error;
    });
    const target = { conversationId, name, personId: person.id, signal: request.signal };
    const { url } = await passOn(ghl, file, target);
    const { sizeBytes } = file;
    return recordUpload({ locationId, conversationId, personId: person.id }, { name, sizeBytes, url });
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
