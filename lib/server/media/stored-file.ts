import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { AppError } from '@/lib/server/http/app-error';
import { fileEnding } from '@/lib/shared/attachment-rules';
import { outOfRange, rangedResponse } from './byte-ranges';
import { safeFileName } from './file-content';
import { fetchPart, maxFileBytes } from './stored-part';

/** Where GHL keeps files. Anything else that a message points at is not fetched: it could be any address at all. */
const fileHosts = new Set([
  'storage.googleapis.com',
  'firebasestorage.googleapis.com',
  'assets.cdn.filesafe.space',
  'services.leadconnectorhq.com',
]);

/** What a browser may draw by itself; every other file is only ever downloaded. */
const shownTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

/** The file at a place of a message or a mail: the browser names the place, only GHL's own data the address. */
export function streamAttachment(
  request: Request,
  ghl: GhlClient,
  files: { attachments: { name: string }[]; attachmentUrls: string[] },
  index: number,
): Promise<Response> {
  const url = files.attachmentUrls[index];
  const name = files.attachments[index]?.name;
  if (!url || !name) throw new AppError('not_found');
  return streamStoredFile(request, url, name, new URL(ghl.baseUrl).origin);
}

/**
 * Streams a file that GHL's own data names, or the part of it that is asked for, with our headers only. `ghlOrigin` is
 * where this location's GHL (or sandbox) lives; no credential is ever sent along and no redirect followed.
 */
export async function streamStoredFile(
  request: Request,
  url: string,
  name: string,
  ghlOrigin: string,
): Promise<Response> {
  const target = storedFileUrl(url, ghlOrigin);
  if (!target) {
    throw new AppError('not_found', {
      message: 'This file is kept outside GoHighLevel. Open the conversation there to see it.',
    });
  }
  const file = await fetchPart(request, target);
  const headers = fileHeaders(name);
  if (file.etag) headers.etag = file.etag;
  if (file.isOutOfRange) return outOfRange(headers, file.wholeBytes);
  return rangedResponse(request, file, { range: file.range, headers, maxBytes: maxFileBytes });
}

/** The address as one that GHL keeps files at; null for any other. */
export function storedFileUrl(url: string, ghlOrigin: string): URL | null {
  const target = URL.canParse(url) ? new URL(url) : null;
  return target && isFetchable(target, ghlOrigin) ? target : null;
}

function isFetchable(url: URL, ghlOrigin: string): boolean {
  if (url.username || url.password) return false;
  // What lives on this computer, the sandbox, has other things at the same address than files.
  if (url.origin === ghlOrigin) return !isLoopback(url) || url.pathname.startsWith('/files/');
  return url.protocol === 'https:' && url.port === '' && fileHosts.has(url.hostname);
}

function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || url.hostname.startsWith('127.');
}

/** How a file is given out: by its name's ending shown or only downloaded, and never run, kept or guessed at. */
export function fileHeaders(name: string): Record<string, string> {
  const safe = safeFileName(name);
  const type = shownTypes[fileEnding(safe)];
  const disposition = type ? 'inline' : 'attachment';
  return {
    'content-type': type ?? 'application/octet-stream',
    'content-disposition': `${disposition}; filename="${safe.replace(/[^\x20-\x7e]/g, '_').replace(/[\\"%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  };
}
