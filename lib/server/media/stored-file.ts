import 'server-only';
import { Readable } from 'node:stream';
import { Agent, request } from 'undici';
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
  mp4: 'video/mp4',
};

/**
 * Streams a file that GHL's own data names, with our headers only. `ghlOrigin` is where this location's GHL (or
 * sandbox) lives; no credential is ever sent along and no redirect followed.
 */
export async function streamStoredFile(url: string, name: string, ghlOrigin: string): Promise<Response> {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (!target || !isFetchable(target, ghlOrigin)) {
    throw new AppError('not_found', {
      message: 'This file is kept outside GoHighLevel. Open the conversation there to see it.',
    });
  }
  const answer = await request(target, { dispatcher: agent(), maxRedirections: 0 } as Parameters<
    typeof request
  >[1]).catch((cause: unknown) => {
    throw new AppError('ghl_unavailable', { cause });
  });
  if (answer.statusCode !== 200) {
    await answer.body.dump();
    throw new AppError(answer.statusCode === 404 ? 'not_found' : 'ghl_unavailable');
  }
  const length = answer.headers['content-length'];
  return new Response(Readable.toWeb(answer.body) as ReadableStream<Uint8Array>, {
    headers: { ...headersFor(name), ...(typeof length === 'string' ? { 'content-length': length } : {}) },
  });
}

function isFetchable(url: URL, ghlOrigin: string): boolean {
  if (url.username || url.password) return false;
  if (url.origin === ghlOrigin) return true;
  return url.protocol === 'https:' && url.port === '' && fileHosts.has(url.hostname);
}

function headersFor(name: string): Record<string, string> {
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
    () => new Agent({ connect: { timeout: 3000 }, headersTimeout: 10_000, bodyTimeout: 10_000 }),
  );
}
