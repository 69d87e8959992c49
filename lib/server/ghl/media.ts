import 'server-only';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { GhlClient, ReadOptions } from './client';
import { GhlShapeError } from './errors';
import { multipartBody } from './multipart';
import { callInfo } from './operations';
import { wireText } from './wire';

/** Puts a file into the location's media library, at most 25 MB, where its address is open to all (CONTRACT 1.7, 4). */
export async function uploadMedia(
  ghl: GhlClient,
  file: { name: string; contentType?: string; content: Uint8Array | Readable; sizeBytes?: number },
  options: ReadOptions = {},
): Promise<{ id: string; url: string }> {
  const operation = 'upload-media-content';
  const { fileId, url } = await ghl.call(operation, {
    raw: multipartBody({}, { ...file, field: 'file' }),
    schema: z.object({ fileId: wireText, url: wireText }),
    ...options,
  });
  if (!fileId) throw new GhlShapeError(callInfo(operation), { field: 'fileId' });
  if (!url || !/^https?:\/\//i.test(url)) throw new GhlShapeError(callInfo(operation), { field: 'url' });
  return { id: fileId, url };
}
