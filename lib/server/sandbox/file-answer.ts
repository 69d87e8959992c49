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
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-length': String(bytes.length),
    'cache-control': 'public, max-age=3600',
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
