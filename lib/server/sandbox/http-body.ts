import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Reads a whole body. Beyond the limit it is read but not kept, so that the sender gets an answer and not a reset. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > maxBytes ? 'too large' : Buffer.concat(chunks);
}

/** undefined for an empty body, and a broken one is told apart by the thrown SyntaxError. */
export function parseJson(raw: Buffer): unknown {
  const text = raw.toString('utf8');
  return text.trim() === '' ? undefined : JSON.parse(text);
}

export function bytesOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
}

/** A Buffer goes out as it is, with the content-type its headers give. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const bytes = bytesOf(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(bytes.length),
    ...headers,
  });
  response.end(bytes);
}

/** A wait that does not keep the process alive. */
export async function pause(ms: number): Promise<void> {
  if (ms > 0) await wait(ms, undefined, { ref: false });
}
