import 'server-only';
import { Readable } from 'node:stream';
import { AppError } from '@/lib/server/http/app-error';

/** A file on its way, whole or in part. */
type Source = {
  content: Readable;
  /** Of what comes: the whole or the part. Null when nobody says. */
  sizeBytes: number | null;
  /** Where the part stands, as a `Content-Range` header says it; null: what comes is the whole. */
  contentRange: string | null;
};

type Part = { first: number; last: number };

/** The one part a player asks for, as it asks for it; undefined for anything else, which HTTP lets us ignore. */
export function askedRange(request: Request): string | undefined {
  const range = request.headers.get('range')?.trim() ?? '';
  return /^bytes=(?:\d{1,15}-\d{0,15}|-\d{1,15})$/.test(range) ? range : undefined;
}

/**
 * A file as it was asked for, with `headers` and what its length needs. Where the whole comes although a part was asked
 * for, the part is cut out here, or no player could seek. At most a few chunks of it are in memory at a time.
 */
export function rangedResponse(
  request: Request,
  source: Source,
  options: { range: string | undefined; headers: Record<string, string>; maxBytes: number },
): Response {
  const { content, sizeBytes, contentRange } = source;
  const { range, maxBytes } = options;
  const headers = { ...options.headers };
  if (contentRange !== null) {
    headers['accept-ranges'] = 'bytes';
    headers['content-range'] = contentRange;
    return answered(request, content, { status: 206, headers, sizeBytes, maxBytes });
  }
  if (sizeBytes === null) return answered(request, content, { status: 200, headers, sizeBytes, maxBytes });
  headers['accept-ranges'] = 'bytes';
  if (range === undefined) return answered(request, content, { status: 200, headers, sizeBytes, maxBytes });
  const part = partOf(range, sizeBytes);
  if (!part) {
    content.destroy();
    return outOfRange(headers, sizeBytes);
  }
  headers['content-range'] = `bytes ${part.first}-${part.last}/${sizeBytes}`;
  const cutOut = Readable.from(cut(content, part), { objectMode: false });
  // Also when nobody ever read from it.
  cutOut.once('close', () => content.destroy());
  return answered(request, cutOut, {
    status: 206,
    headers,
    sizeBytes: part.last - part.first + 1,
    maxBytes,
  });
}

/** The answer to a part that the file does not have. */
export function outOfRange(headers: Record<string, string>, sizeBytes: number): Response {
  return new Response(null, {
    status: 416,
    headers: { ...headers, 'accept-ranges': 'bytes', 'content-range': `bytes */${sizeBytes}` },
  });
}

/**
 * Where the part stands that came for `range`, and how large the whole is. Null when it is not what was asked for:
 * another part would be played at the wrong place.
 */
export function givenPart(
  contentRange: string,
  range: string,
): (Part & { wholeBytes: number | null }) | null {
  const said = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(contentRange);
  if (!said) return null;
  const [first, last] = [Number(said[1]), Number(said[2])];
  const wholeBytes = said[3] === '*' ? null : Number(said[3]);
  if (last < first || (wholeBytes !== null && last >= wholeBytes)) return null;
  const [from = '', to = ''] = range.slice('bytes='.length).split('-');
  const isAsked =
    from === ''
      ? wholeBytes === null || first === Math.max(0, wholeBytes - Number(to))
      : first === Number(from) && (to === '' || last <= Number(to));
  return isAsked ? { first, last, wholeBytes } : null;
}

/** Whether as many bytes are announced as the part has; who announces none may be right. */
export function hasSize({ first, last }: Part, sizeBytes: number | null): boolean {
  return sizeBytes === null || sizeBytes === last - first + 1;
}

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
    maxBytes,
  }: { status: number; headers: Record<string, string>; sizeBytes: number | null; maxBytes: number },
): Response {
  // A body that is destroyed says so as an error, also when nobody listens any more.
  content.on('error', () => {});
  if (sizeBytes !== null) headers['content-length'] = String(sizeBytes);
  if (request.method === 'HEAD') {
    content.destroy();
    return new Response(null, { status, headers });
  }
  // More than was announced would be taken for the beginning of the next answer.
  return new Response(streamOf(content, sizeBytes ?? maxBytes), { status, headers });
}

/** Not `Readable.toWeb`: of a download that is broken off it makes an error that ends the process. */
function streamOf(body: Readable, maxBytes: number): ReadableStream<Uint8Array> {
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
