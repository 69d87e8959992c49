import { z } from 'zod';
import { uploadAttachment } from '@/lib/server/ghl/uploads';
import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { bodyBytes, idSchema } from '@/lib/server/http/parse';
import { route } from '@/lib/server/http/route';
import { contentMatchesEnding, safeFileName } from '@/lib/server/media/file-content';
import { recordUpload } from '@/lib/server/outbox/uploads';
import { maxUploadBytes, uploadProblem } from '@/lib/shared/attachment-rules';

const querySchema = z.strictObject({ conversationId: idSchema, name: z.string().min(1).max(300) });

/** The raw file is the body. It is judged here by name, size and content before GHL sees it. */
export const POST = route(
  { permission: 'attachment:upload', query: querySchema, audit: 'attachment.upload' },
  async ({ request, ghl, locationId, person, query }) => {
    // Not a type that a form can send, so no other site can make a browser post here without asking first.
    if (request.headers.get('content-type') !== 'application/octet-stream') {
      throw new AppError('unsupported_media_type', { message: 'The body must be application/octet-stream.' });
    }
    const name = safeFileName(query.name);
    const content = await bodyBytes(request, maxUploadBytes);
    const problem = uploadProblem({ name, sizeBytes: content.byteLength });
    if (problem) throw new AppError('bad_request', { message: problem });
    if (!contentMatchesEnding(name, content)) {
      throw new AppError('unsupported_media_type', {
        message: `"${name}" is not what its ending says, so it is not sent.`,
      });
    }
    const { url } = await uploadAttachment(ghl, { conversationId: query.conversationId, name, content });
    return recordUpload(
      { locationId, conversationId: query.conversationId, personId: person.id },
      { name, sizeBytes: content.byteLength, url },
    );
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
