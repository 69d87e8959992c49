import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { type Answer, bodyOf, type Call, ok, requireConversation, requireOwnLocation } from './call';
import { FieldCheck } from './fields';
import { addFile, contentTypeOf, fileUrl } from './files';
import type { UploadSession } from './records';
import { httpException, notFound, unauthorized, unprocessable } from './refusal';
import { tooLarge } from './upload';

const lifeMs = 15 * 60_000;
const whatsappBytes = 100 * 1024 * 1024;
const otherBytes = 5 * 1024 * 1024;

/**
 * POST …/upload/initiate. "Internal only" in the documents, so it is refused in the words of GHL's other internal call
 * (#142, a GUESS) until a control opens it.
 */
export function initiateUpload(call: Call): Answer {
  const { location } = call;
  requireAllowed(call);
  const check = new FieldCheck(bodyOf(call));
  const locationId = check.requiredText('locationId');
  const conversationId = check.requiredText('conversationId');
  const fileName = check.requiredText('filename');
  const contentType = check.requiredText('contentType');
  const channel = check.requiredText('channel');
  const size = check.number('fileSize') ?? 0;
  if (check.messages.length > 0) throw unprocessable(check.messages);
  requireOwnLocation(call, locationId);
  requireConversation(call, conversationId);
  const kind = fileName.split('.').at(-1) ?? '';
  if (contentTypeOf(fileName) === undefined) throw httpException(400, `File type ${kind} is not supported`);
  const maxBytes = channel.toUpperCase() === 'WHATSAPP' ? whatsappBytes : otherBytes;
  if (size > maxBytes) throw tooLarge();

  const now = location.now();
  for (const old of location.uploads.values()) if (old.expiresAt < now) location.uploads.delete(old.id);
  const id = randomUUID();
  const session: UploadSession = {
    id,
    conversationId,
    fileName,
    contentType,
    filePath: `location/${location.id}/conversations/${conversationId}/${randomUUID()}.${kind}`,
    signature: randomBytes(32).toString('hex'),
    maxBytes,
    expiresAt: now + lifeMs,
  };
  location.uploads.set(id, session);
  return ok({
    uploadUrl: `${call.baseUrl}/signed-uploads/${location.id}/${id}?X-Goog-Expires=900&X-Goog-Signature=${session.signature}`,
    uploadId: id,
    filePath: session.filePath,
    expiresAt: session.expiresAt,
    maxFileSize: maxBytes,
  });
}

/** POST …/upload/complete: 404 when nothing arrived, and once only. */
export function completeUpload(call: Call): Answer {
  const { location } = call;
  requireAllowed(call);
  const check = new FieldCheck(bodyOf(call));
  const uploadId = check.requiredText('uploadId');
  const filePath = check.requiredText('filePath');
  const locationId = check.requiredText('locationId');
  const conversationId = check.requiredText('conversationId');
  const fileName = check.requiredText('filename');
  if (check.messages.length > 0) throw unprocessable(check.messages);
  requireOwnLocation(call, locationId);
  const session = location.uploads.get(uploadId);
  const bytes = session?.bytes;
  if (session && (session.filePath !== filePath || session.conversationId !== conversationId)) {
    throw httpException(400, 'filePath does not belong to this upload');
  }
  if (!session || !bytes) throw notFound('File not found in storage - upload may have failed or URL expired');
  location.uploads.delete(uploadId);
  const { contentType } = session;
  const file = addFile(location, { name: fileName, contentType, bytes: () => bytes });
  return ok({
    uploadedFiles: { [fileName]: fileUrl(call.baseUrl, location.id, file) },
    metadata: { size: bytes.length, contentType },
  });
}

function requireAllowed(call: Call): void {
  if (!call.location.isSignedUploadAllowed) throw unauthorized('Auth channel OAUTH is not supported');
}
