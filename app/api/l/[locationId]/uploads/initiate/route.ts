import { AppError } from '@/lib/server/http/app-error';
import { methodNotAllowed } from '@/lib/server/http/method-not-allowed';
import { route } from '@/lib/server/http/route';
import { safeFileName } from '@/lib/server/media/file-content';
import { largeFileAddress } from '@/lib/server/media/large-files';
import { maxUploadBytes, maxWhatsAppUploadBytes, uploadProblem } from '@/lib/shared/attachment-rules';
import { signedUploadRequestSchema } from '@/lib/shared/contract/signed-upload';

/**
 * Whether GHL takes one large file, asked before anybody uploads it. The address that it gives stays here: who has it
 * can write the file.
 */
export const POST = route(
  { permission: 'attachment:upload', body: signedUploadRequestSchema, audit: 'attachment.initiate' },
  async ({ ghl, body }) => {
    const file = { ...body, name: safeFileName(body.name) };
    const isWhatsApp = body.channel === 'WHATSAPP';
    const problem = uploadProblem(file, isWhatsApp ? maxWhatsAppUploadBytes : maxUploadBytes);
    if (problem) throw new AppError('bad_request', { message: problem });
    const { uploadId, filePath, expiresAt, maxBytes } = await largeFileAddress(ghl, file);
    return { uploadId, filePath, expiresAt, maxBytes };
  },
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
