import { initiateUpload } from '@/lib/server/ghl/signed-uploads';
import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { safeFileName } from '@/lib/server/media/file-content';
import { maxUploadBytes, maxWhatsAppUploadBytes, uploadProblem } from '@/lib/shared/attachment-rules';
import { signedUploadRequestSchema } from '@/lib/shared/contract/signed-upload';

/** An address to put one large file at. Whether GHL gives one to this location is only known by asking. */
export const POST = route(
  { permission: 'attachment:upload', body: signedUploadRequestSchema, audit: 'attachment.initiate' },
  ({ ghl, body }) => {
    const file = { ...body, name: safeFileName(body.name) };
    const isWhatsApp = body.channel === 'WHATSAPP';
    const problem = uploadProblem(file, isWhatsApp ? maxWhatsAppUploadBytes : maxUploadBytes);
    if (problem) throw new AppError('bad_request', { message: problem });
    return initiateUpload(ghl, file);
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
