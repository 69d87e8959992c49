import 'server-only';
import { Readable } from 'node:stream';
import type { Recording } from '@/lib/server/ghl/recordings';
import { AppError } from '@/lib/server/http/app-error';
import { fileHeaders, streamOf } from './stored-file';

/** Hours of talk in the largest form that GHL keeps. */
const maxRecordingBytes = 500 * 1024 * 1024;

/** The one part a player asks for, as it asks for it; undefined for anything else, which HTTP lets us ignore. */
export function askedRange(request: Request): string | undefined {
  const range = request.headers.get('range')?.trim() ?? '';
  return /^bytes=(?:\d{1,15}-\d{0,15}|-\d{1,15})$/.test(range) ? range : undefined;
}

/**
 * A recording for a player, with our headers only. Where GHL gave the whole although a part was asked for, the part is
 * cut out here, or no player could seek (CONTRACT 1.8).
 */
export function recordingResponse(request: Request, recording: Recording, name: string): Response {
  const { content, sizeBytes, contentRange } = recording;
  const headers = fileHeaders(`${name}.${recording.ending ?? 'bin'}`);
  if (sizeBytes !== null && sizeBytes > maxRecordingBytes) {
    content.destroy();
    throw new AppError('payload_too_large', {
      message: 'This recording is too large to be played here. Open the conversation in GoHighLevel.',
    });
  }
  const range = askedRange(request);
  if (contentRange !== null) {
    headers['content-range'] = contentRange;
    return answered(request, content, { status: 206, headers, sizeBytes });
  }
  if (sizeBytes === null) return answered(request, content, { status: 200, headers, sizeBytes });
  headers['accept-ranges'] = 'bytes';
  if (range === undefined) return answered(request, content, { status: 200, headers, sizeBytes });
  const part = partOf(range, sizeBytes);
  if (!part) {
    content.destroy();
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${sizeBytes}` },
    });
  }
  headers['content-range'] = `bytes ${part.first}-${part.last}/${sizeBytes}`;
  const cutOut = Readable.from(cut(content, part), { objectMode: false });
  // Also when nobody ever read from it.
  cutOut.once('close', () => content.destroy());
  return answered(request, cutOut, {
    status: 206,
    headers,
    sizeBytes: part.last - part.first + 1,
  });
}

type Part = { first: number; last: number };

/** The bytes that a range means; null when the file has none of them. */
function partOf(range: string, sizeBytes: number): Part | null {
  const [from = '', to = ''] = range.slice('bytes='.length).split('-');
  const first = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  return first <= last ? { first, last } : null;
}

async function* cut(content: Readable, { first, last }: Part): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const chunk of content as AsyncIterable<Uint8Array>) {
    const from = Math.max(0, first - at);
    const to = Math.min(chunk.byteLength, last + 1 - at);
    if (from < to) yield chunk.subarray(from, to);
    at += chunk.byteLength;
    // Ends the download too.
    if (at > last) return;
  }
}

function answered(
  request: Request,
  content: Readable,
  {
    status,
    headers,
    sizeBytes,
  }: { status: number; headers: Record<string, string>; sizeBytes: number | null },
): Response {
  // A body that is destroyed says so as an error, also when nobody listens any more.
  content.on('error', () => {});
  if (sizeBytes !== null) headers['content-length'] = String(sizeBytes);
  if (request.method === 'HEAD') {
    content.destroy();
    return new Response(null, { status, headers });
  }
  return new Response(streamOf(content, maxRecordingBytes), { status, headers });
}
