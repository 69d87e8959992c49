import 'server-only';
import { type Answer, type Call, ok, requireOwnLocation } from './call';
import { addFile, contentTypeOf, fileUrl } from './files';
import { type FormPart, parseMultipart } from './multipart';
import { forbiddenLocation, httpException, Refusal } from './refusal';

export const maxUploadBytes = 25 * 1024 * 1024;

/** POST /conversations/messages/upload: the file is in `fileAttachment` (CONTRACT 1.7). */
export function uploadFiles(call: Call): Answer {
  const parts = parseMultipart(call.raw, call.contentType);
  if (!parts) throw new Refusal(400, { status: 400, message: 'Multipart: Boundary not found' });
  const field = (name: string): string | undefined =>
    parts.find((part) => part.name === name && part.fileName === undefined)?.content.toString('utf8');

  const locationId = field('locationId');
  if (locationId !== undefined) requireOwnLocation(call, locationId);
  requireTarget(call, field('conversationId'), field('contactId'));
  const files = parts.filter((part) => part.fileName !== undefined && part.name === 'fileAttachment');
  if (files.length === 0) throw new Refusal(400, { status: 400, message: 'No file found in fileAttachment' });

  const uploadedFiles: Record<string, string> = {};
  for (const file of files) uploadedFiles[file.fileName ?? 'file'] = store(call, file);
  return ok({ uploadedFiles });
}

/** An unknown conversation is a 500 with this text, not a 404 (CONTRACT 1.7, issue #39). */
function requireTarget(call: Call, conversationId: string | undefined, contactId: string | undefined): void {
  if (conversationId) {
    if (call.location.conversations.has(conversationId)) return;
    if (call.otherLocations.some((other) => other.conversations.has(conversationId)))
      throw forbiddenLocation();
    throw new Refusal(500, { statusCode: 500, message: `Conversation with id ${conversationId} not found` });
  }
  if (contactId && call.location.contacts.has(contactId)) return;
  throw httpException(
    400,
    contactId ? `Contact with id ${contactId} not found` : 'conversationId is required',
  );
}

function store(call: Call, file: FormPart): string {
  const name = file.fileName ?? 'file';
  const contentType = contentTypeOf(name);
  if (contentType === undefined)
    throw new Refusal(415, { status: 415, message: 'File type is not supported' });
  if (file.content.length > maxUploadBytes) throw tooLarge();
  // Copied: a slice would keep the whole request body in memory for as long as the file lives.
  const bytes = Buffer.from(file.content);
  const record = addFile(call.location, { name, contentType, bytes: () => bytes });
  return fileUrl(call.baseUrl, call.location.id, record);
}

export function tooLarge(): Refusal {
  return new Refusal(413, { status: 413, message: 'File size is too large' });
}
