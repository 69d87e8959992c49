import 'server-only';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { z } from 'zod';
import type { GhlClient, ReadOptions } from './client';
import { GhlShapeError } from './errors';
import { multipartBody } from './multipart';
import { callInfo, checkedId } from './operations';
import { isRecord, wireAny, wireTexts } from './wire';

type UploadFile = {
  conversationId: string;
  name: string;
  contentType?: string;
  /** A stream is passed on as it comes; it is never held in memory as a whole. */
  content: Uint8Array | Readable | ReadableStream<Uint8Array>;
  /** Of a stream: when given, a stream that turns out longer or shorter fails instead of being cut. */
  sizeBytes?: number;
};

/**
 * Puts a file where GHL can send it from, and answers its address, which is for `sendMessage` only. It is attached
 * to nothing yet: stopping half way leaves nothing behind (CONTRACT 1.7).
 */
export async function uploadAttachment(
  ghl: GhlClient,
  file: UploadFile,
  options: ReadOptions = {},
): Promise<{ url: string }> {
  const operation = 'upload-file-attachments';
  const fields = {
    conversationId: checkedId(operation, 'conversationId', file.conversationId),
    locationId: ghl.locationId,
  };
  const body = multipartBody(fields, { ...file, field: 'fileAttachment', content: sourceOf(file.content) });
  const { uploadedFiles } = await ghl.call(operation, {
    raw: body,
    schema: z.object({ uploadedFiles: wireAny }),
    ...options,
  });
  // An object from file name to address, or a list of addresses.
  const urls = wireTexts.parse(isRecord(uploadedFiles) ? Object.values(uploadedFiles) : uploadedFiles);
  const url = urls.find((text) => /^https?:\/\//i.test(text));
  if (!url) throw new GhlShapeError(callInfo(operation), { field: 'uploadedFiles' });
  return { url };
}

function sourceOf(content: UploadFile['content']): Uint8Array | Readable {
  if (content instanceof Uint8Array || content instanceof Readable) return content;
  return Readable.fromWeb(content);
}
