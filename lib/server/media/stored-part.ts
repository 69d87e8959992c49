import 'server-only';
import type { Readable } from 'node:stream';
import { Agent, request as fetchFile } from 'undici';
import { AppError } from '@/lib/server/http/app-error';
import { remember } from '@/lib/server/remember';
import { askedRange, givenPart, hasSize } from './byte-ranges';

/** Far above what GHL takes as an attachment. */
export const maxFileBytes = 100 * 1024 * 1024;
/** Time for a file of that size over a slow line; a reader that stops reading holds a connection no longer. */
const totalMs = 5 * 60_000;
/** Per host. What comes on top waits. */
const maxConnections = 32;

const strongEtag = /^"[\x21\x23-\x7e]{0,200}"$/;

type Found = {
  isOutOfRange: false;
  content: Readable;
  sizeBytes: number | null;
  contentRange: string | null;
  etag: string | null;
  /** The part that is still to be cut out of the whole. */
  range: string | undefined;
};
type Missed = { isOutOfRange: true; wholeBytes: number; etag: string | null };

/**
 * The file, or the part of it that the request asks for where its keeper gives parts. With `If-Range` a part counts
 * only while the file is still the one that it names; a date instead of a name never does.
 */
export async function fetchPart(request: Request, target: URL): Promise<Found | Missed> {
  const version = request.headers.get('if-range')?.trim();
  const range = version === undefined || strongEtag.test(version) ? askedRange(request) : undefined;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(totalMs)]);
  const file = await ask(target, range, version, signal);
  if (version === undefined || range === undefined || file.etag === version) return file;
  if (!file.isOutOfRange && file.contentRange === null) return { ...file, range: undefined };
  // A part of another version than the reader has begun with: the whole of this one, then.
  if (!file.isOutOfRange) file.content.destroy();
  return ask(target, undefined, undefined, signal);
}

async function ask(
  target: URL,
  range: string | undefined,
  version: string | undefined,
  signal: AbortSignal,
): Promise<Found | Missed> {
  const answer = await fetchFile(target, {
    dispatcher: agent(),
    signal,
    headers: range === undefined ? {} : { range, ...(version === undefined ? {} : { 'if-range': version }) },
  }).catch((cause: unknown) => {
    throw new AppError('ghl_unavailable', { cause });
  });
  const { body: content, statusCode } = answer;
  const header = (name: string) => {
    const value = answer.headers[name];
    return typeof value === 'string' ? value : null;
  };
  // A body that is destroyed says so as an error, also when nobody listens any more.
  content.on('error', () => {});
  const etag = strongEtag.test(header('etag') ?? '') ? header('etag') : null;
  const length = header('content-length');
  const sizeBytes = length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null;
  const whole = /^bytes \*\/(\d{1,15})$/.exec(header('content-range') ?? '');
  if (statusCode === 416 && range !== undefined && whole) {
    content.destroy();
    return { isOutOfRange: true, wholeBytes: Number(whole[1]), etag };
  }
  const contentRange = statusCode === 206 ? (header('content-range') ?? '') : null;
  const part = contentRange !== null && range !== undefined ? givenPart(contentRange, range) : null;
  const refusal = refusalOf({ statusCode, sizeBytes, part, encoding: header('content-encoding') });
  if (refusal) {
    content.destroy();
    throw refusal;
  }
  const partBytes = part ? part.last - part.first + 1 : sizeBytes;
  return { isOutOfRange: false, content, sizeBytes: partBytes, contentRange, etag, range };
}

function refusalOf({
  statusCode,
  sizeBytes,
  part,
  encoding,
}: {
  statusCode: number;
  sizeBytes: number | null;
  part: ReturnType<typeof givenPart>;
  encoding: string | null;
}): AppError | null {
  if (statusCode === 404) return new AppError('not_found');
  if (statusCode !== 200 && statusCode !== 206) return new AppError('ghl_unavailable');
  // Never asked for: what is packed is not what its name says, and has other bytes at each place.
  if (encoding !== null && encoding !== 'identity') return new AppError('ghl_unreadable');
  const isWrongPart = statusCode === 206 && (!part || !hasSize(part, sizeBytes));
  if (isWrongPart) return new AppError('ghl_unreadable');
  const wholeBytes = part ? (part.wholeBytes ?? part.last) : (sizeBytes ?? 0);
  if (wholeBytes <= maxFileBytes) return null;
  return new AppError('payload_too_large', {
    message: 'This file is too large to be shown here. Open the conversation in GoHighLevel.',
  });
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
