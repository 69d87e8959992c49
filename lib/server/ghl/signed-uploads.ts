import 'server-only';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { type GhlClient, uploadTotalMs } from './client';
import { httpError } from './error-body';
import { GhlHttpError, GhlShapeError } from './errors';
import { exchange } from './exchange';
import { callInfo, checkedId } from './operations';
import { isRecord, unwrapped, wireAny, wireCount, wireObject, wireText, wireTexts, wireTime } from './wire';

export type SignedUpload = {
  uploadId: string;
  /** Where the file goes, by PUT, without any token. Whoever has it can write that one file. */
  uploadUrl: string;
  filePath: string;
  expiresAt: number | null;
  maxBytes: number | null;
};

/** GHL's name for it is free; its ids, and the path it keeps the file under, are what `completeUpload` needs. */
const initiatedSchema = z.object({
  uploadUrl: wireText,
  uploadId: wireText,
  filePath: wireText,
  expiresAt: wireTime,
  maxFileSize: wireCount,
});

const completedSchema = z.object({
  uploadedFiles: wireAny,
  metadata: wireObject(z.object({ size: wireCount })),
});

/**
 * An address to put one large file at: 100 MB for WhatsApp, else 5 MB. GHL calls this internal (CONTRACT 1.7), so a
 * refusal is to be expected, and the plain upload the way out.
 */
export async function initiateUpload(
  ghl: GhlClient,
  file: {
    conversationId: string;
    name: string;
    contentType: string;
    sizeBytes: number;
    channel: string;
  },
): Promise<SignedUpload> {
  const operation = 'initiate-file-upload';
  const answer = await ghl.call(operation, {
    body: {
      locationId: ghl.locationId,
      conversationId: checkedId(operation, 'conversationId', file.conversationId),
      filename: file.name,
      contentType: file.contentType,
      fileSize: file.sizeBytes,
      channel: file.channel,
    },
    schema: z.unknown(),
  });
  const { data } = initiatedSchema.safeParse(unwrapped(answer, 'data'));
  const { uploadId, uploadUrl, filePath } = data ?? {};
  if (!uploadId || !filePath) throw new GhlShapeError(callInfo(operation), { field: 'uploadId' });
  if (!uploadUrl || !isFileAddress(uploadUrl, ghl.baseUrl)) {
    throw new GhlShapeError(callInfo(operation), { field: 'uploadUrl' });
  }
  return {
    uploadId,
    uploadUrl,
    filePath,
    expiresAt: data?.expiresAt ?? null,
    maxBytes: data?.maxFileSize ?? null,
  };
}

/** Puts the file at its address, as it comes and without any token: the address is the right to do so. */
export async function putSigned(
  { uploadUrl }: Pick<SignedUpload, 'uploadUrl'>,
  file: { content: Readable; contentType: string; sizeBytes: number },
  signal: AbortSignal,
): Promise<void> {
  const call = { ...callInfo('initiate-file-upload'), method: 'PUT', path: '(signed address)' };
  const answer = await exchange(call, {
    method: 'PUT',
    url: uploadUrl,
    headers: { 'content-type': file.contentType, 'content-length': String(file.sizeBytes) },
    body: file.content,
    timeouts: { headersMs: uploadTotalMs, bodyMs: 10_000, totalMs: uploadTotalMs },
    signal,
  });
  if (answer.status >= 200 && answer.status < 300) return;
  throw httpError(call, { status: answer.status, body: null, retryAfterMs: null });
}

/** Whether GHL said that this location gets no such addresses at all, and not that this one file is no good. */
export function isInternalOnly(error: unknown): boolean {
  return (
    error instanceof GhlHttpError &&
    [401, 403, 404, 405, 410].includes(error.status) &&
    error.kind !== 'token'
  );
}

/** The address to send the file from, once it is where `initiateUpload` said. */
export async function completeUpload(
  ghl: GhlClient,
  file: { conversationId: string; uploadId: string; filePath: string; name: string },
): Promise<{ url: string; sizeBytes: number | null }> {
  const operation = 'complete-file-upload';
  const answer = await ghl.call(operation, {
    body: {
      uploadId: checkedId(operation, 'uploadId', file.uploadId),
      filePath: file.filePath,
      locationId: ghl.locationId,
      conversationId: checkedId(operation, 'conversationId', file.conversationId),
      filename: file.name,
    },
    schema: z.unknown(),
  });
  const { data } = completedSchema.safeParse(unwrapped(answer, 'data'));
  const files = data?.uploadedFiles;
  const urls = wireTexts.parse(isRecord(files) ? Object.values(files) : files);
  const url = urls.find((text) => isFileAddress(text, ghl.baseUrl));
  if (!url) throw new GhlShapeError(callInfo(operation), { field: 'uploadedFiles' });
  return { url, sizeBytes: data?.metadata?.size ?? null };
}

/** https of a host with a name on its usual port, or the sandbox itself: what GHL answers leads to no address within. */
function isFileAddress(text: string, baseUrl: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password) return false;
  if (url.origin === new URL(baseUrl).origin) return true;
  const hasName =
    /\.[a-z][a-z0-9-]*$/i.test(url.hostname) && !/\.(?:local|internal|localhost)$/i.test(url.hostname);
  return url.protocol === 'https:' && url.port === '' && hasName;
}
