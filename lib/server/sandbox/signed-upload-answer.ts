import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './http-body';
import type { World } from './world';

/** PUT to the signed address: the bucket's side of an upload, which answers in XML and takes no token. */
export async function handleSignedUpload(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, , locationId = '', uploadId = ''] = url.pathname.split('/');
  const location = world.location(locationId);
  const session = location?.uploads.get(uploadId);
  const body = await readBody(request, session?.maxBytes ?? 0);
  if (request.method !== 'PUT') return refuse(response, 405, 'MethodNotAllowed');
  if (!location || !session || url.searchParams.get('X-Goog-Signature') !== session.signature) {
    return refuse(response, 403, 'SignatureDoesNotMatch');
  }
  if (location.now() > session.expiresAt) return refuse(response, 400, 'ExpiredToken');
  // The type is part of what was signed.
  if (request.headers['content-type'] !== session.contentType) {
    return refuse(response, 403, 'SignatureDoesNotMatch');
  }
  if (body === 'too large') return refuse(response, 400, 'EntityTooLarge');
  session.bytes = body;
  response.writeHead(200, { 'content-length': '0' }).end();
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml; charset=UTF-8' });
  response.end(`<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code></Error>`);
}
