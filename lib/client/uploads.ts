import { type Upload, uploadSchema } from '@/lib/shared/contract/send';
import { apiPaths } from '@/lib/shared/paths';
import { ApiError, apiErrorFrom, offlineWriteMessage } from './api';

type UploadOptions = { onProgress: (share: number) => void; signal: AbortSignal };

/** Uploads one file for a conversation. `fetch` cannot tell how far it has come, so this is an XMLHttpRequest. */
export function uploadFile(
  locationId: string,
  conversationId: string,
  file: File,
  { onProgress, signal }: UploadOptions,
): Promise<Upload> {
  const query = new URLSearchParams({ conversationId, name: file.name });
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
