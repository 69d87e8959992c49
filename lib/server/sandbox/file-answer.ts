import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from './http-body';
import type { World } from './world';

/** GET /files/{locationId}/{fileId}/{name}: without a token, as the public bucket of GHL's attachments. */
export function handleFile(world: World, url: URL, request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  const [, , locationId = '', fileId = ''] = url.pathname.split('/');
  const file = world.location(locationId)?.files.get(fileId);
  if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) {
    sendJson(response, 404, { message: 'No such file' });
    return;
  }
  const bytes = file.bytes();
  const headers = {
    'content-type': file.contentType,
    'cache-control': 'public, max-age=3600',
    'accept-ranges': 'bytes',
    etag: `"${file.id}"`,
  };
  const version = request.headers['if-range'];
  const range = version === undefined || version === headers.etag ? request.headers.range : undefined;
  const part = partOf(range, bytes.length);
  if (part === 'none') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  const given = part ? bytes.subarray(part.first, part.last + 1) : bytes;
  response.writeHead(part ? 206 : 200, {
    ...headers,
    'content-length': String(given.length),
    ...(part ? { 'content-range': `bytes ${part.first}-${part.last}/${bytes.length}` } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : given);
}

/** One part, as the bucket gives it; null for the whole, which also answers what cannot be understood. */
function partOf(range: string | undefined, size: number): { first: number; last: number } | 'none' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first <= last ? { first, last } : 'none';
}
