import 'server-only';
import { type Answer, type Call, ok } from './call';
import { addFile, contentTypeOf, fileUrl } from './files';
import { parseMultipart } from './multipart';
import { Refusal } from './refusal';

const maxMediaBytes = 25 * 1024 * 1024;

/** POST /medias/upload-file: the file is in `file` (CONTRACT 4). Any kind is taken, of unknown ones as plain bytes. */
export function uploadMedia(call: Call): Answer {
  const parts = parseMultipart(call.raw, call.contentType);
  if (!parts) throw new Refusal(400, { statusCode: 400, message: 'Multipart: Boundary not found' });
  const file = parts.find((part) => part.name === 'file' && part.fileName !== undefined);
  if (!file)
    throw new Refusal(400, { statusCode: 400, message: 'No file found in file', error: 'Bad Request' });
  if (file.content.length > maxMediaBytes) {
    throw new Refusal(413, { statusCode: 413, message: 'File size is too large' });
  }
  const named = parts.find((part) => part.name === 'name' && part.fileName === undefined);
  const name = named?.content.toString('utf8').trim() || (file.fileName ?? 'file');
  // Copied: a slice would keep the whole request body in memory for as long as the file lives.
  const bytes = Buffer.from(file.content);
  const contentType = contentTypeOf(name) ?? 'application/octet-stream';
  const record = addFile(call.location, { name, contentType, bytes: () => bytes });
  return ok({ fileId: record.id, url: fileUrl(call.baseUrl, call.location.id, record) });
}
