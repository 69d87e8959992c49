import 'server-only';
import type { Readable } from 'node:stream';
import { Agent, request as fetchFile } from 'undici';
import type { GhlClient } from '@/lib/server/ghl/client';
import { AppError } from '@/lib/server/http/app-error';
import { remember } from '@/lib/server/remember';
import { fileEnding } from '@/lib/shared/attachment-rules';
import { safeFileName } from './file-content';

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

/** Far above what GHL takes as an attachment. */
const maxFileBytes = 100 * 1024 * 1024;
/** Time for a file of that size over a slow line; a reader that stops reading holds a connection no longer. */
const totalMs = 5 * 60_000;
/** Per host. What comes on top waits. */
const maxConnections = 32;

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
 * Streams a file that GHL's own data names, with our headers only. `ghlOrigin` is where this location's GHL (or
 * sandbox) lives; no credential is ever sent along and no redirect followed.
 */
export async function streamStoredFile(
  request: Request,
  url: string,
  name: string,
  ghlOrigin: string,
): Promise<Response> {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (!target || !isFetchable(target, ghlOrigin)) {
    throw new AppError('not_found', {
      message: 'This file is kept outside GoHighLevel. Open the conversation there to see it.',
    });
  }
  const headers = fileHeaders(name);
  const answer = await fetchFile(target, {
    dispatcher: agent(),
    signal: AbortSignal.any([request.signal, AbortSignal.timeout(totalMs)]),
  }).catch((cause: unknown) => {
    throw new AppError('ghl_unavailable', { cause });
  });
  const { body, statusCode } = answer;
  // A body that is destroyed says so as an error, also when nobody listens any more.
  body.on('error', () => {});
  const length = answer.headers['content-length'];
  const refusal = refusalOf(statusCode, Number(length ?? 0));
  if (refusal) {
    body.destroy();
    throw refusal;
  }
  if (typeof length === 'string') headers['content-length'] = length;
  if (request.method === 'HEAD') {
    body.destroy();
    return new Response(null, { headers });
  }
  return new Response(streamOf(body), { headers });
}

function refusalOf(status: number, sizeBytes: number): AppError | null {
  if (status !== 200) return new AppError(status === 404 ? 'not_found' : 'ghl_unavailable');
  if (sizeBytes <= maxFileBytes) return null;
  return new AppError('payload_too_large', {
    message: 'This file is too large to be shown here. Open the conversation in GoHighLevel.',
  });
}

/** Not `Readable.toWeb`: of a download that is broken off it makes an error that ends the process. */
export function streamOf(body: Readable, maxBytes = maxFileBytes): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  let isCancelled = false;
  let sizeBytes = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next();
      if (isCancelled) return;
      if (next.done) return controller.close();
      sizeBytes += next.value.byteLength;
      if (sizeBytes > maxBytes) {
        body.destroy();
        return controller.error(new AppError('payload_too_large'));
      }
      controller.enqueue(next.value);
    },
    cancel() {
      isCancelled = true;
      body.destroy();
    },
  });
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

function agent(): Agent {
  return remember(
    'file-agent',
    () =>
      new Agent({
        connect: { timeout: 3000 },
        headersTimeout: 10_000,
        bodyTimeout: 10_000,
        connections: maxConnections,
      }),
  );
}
