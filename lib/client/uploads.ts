import * as z from 'zod/mini';
import { type SendChannel, type Upload, uploadSchema } from '@/lib/shared/contract/send';
import { apiPaths } from '@/lib/shared/paths';
import { ApiError, api, apiErrorFrom, offlineWriteMessage } from './api';

type Target = {
  locationId: string;
  conversationId: string;
  channel: SendChannel;
  signal: AbortSignal;
};

/** Throws where GHL does not take a file of this size from the location, before a byte of it is sent. */
export async function announceLargeFile(file: File, target: Target): Promise<void> {
  await api(apiPaths.uploadInitiation(target.locationId), {
    method: 'POST',
    body: {
      conversationId: target.conversationId,
      name: file.name,
      contentType: 'application/octet-stream',
      sizeBytes: file.size,
      channel: 'WHATSAPP',
    },
    schema: z.unknown(),
    signal: target.signal,
  });
}

type Progress = { onProgress: (share: number) => void };
/** Of a snippet: it goes with every conversation. */
type SnippetTarget = Pick<Target, 'locationId' | 'signal'> & { snippet: '1' };

/** Uploads one file. `fetch` cannot tell how far it has come, so this is an XMLHttpRequest. */
export function uploadFile(
  file: File,
  { locationId, onProgress, signal, ...place }: (Target | SnippetTarget) & Progress,
): Promise<Upload> {
  const query = new URLSearchParams({ ...place, name: file.name });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${apiPaths.uploads(locationId)}?${query}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      const json = readJson(request.responseText);
      const parsed = uploadSchema.safeParse(json);
      if (request.status === 200 && parsed.success) resolve(parsed.data);
      else reject(apiErrorFrom(json, request.status));
    };
    request.onerror = () => reject(new ApiError('offline', offlineWriteMessage, 0));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
