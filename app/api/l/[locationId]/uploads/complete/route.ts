import { completeUpload } from '@/lib/server/ghl/signed-uploads';
import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { safeFileName } from '@/lib/server/media/file-content';
import { recordUpload } from '@/lib/server/outbox/uploads';
import { isPathOf, signedUploadSchema } from '@/lib/shared/contract/signed-upload';

/** Makes the file that was put there one that can be sent. Its address stays here, as with any upload. */
export const POST = route(
  { permission: 'attachment:upload', body: signedUploadSchema, audit: 'attachment.upload' },
  async ({ ghl, locationId, person, body }) => {
    const { conversationId } = body;
    if (!isPathOf(body.filePath, { locationId, conversationId })) {
      throw new AppError('bad_request', { message: 'This file was not put there for this conversation.' });
    }
    const name = safeFileName(body.name);
    const { url, sizeBytes } = await completeUpload(ghl, { ...body, name });
    const place = { locationId, conversationId, personId: person.id };
    return recordUpload(place, { name, sizeBytes: sizeBytes ?? 0, url });
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
