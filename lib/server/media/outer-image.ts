import 'server-only';
import { Agent, type Dispatcher, request as fetchOuter } from 'undici';
import { AppError } from '@/lib/server/http/app-error';
import { remember } from '@/lib/server/remember';
import type { Door } from './door';
import { imageEnding, signBytes } from './image-ending';
import { createSlots, type Slots } from './slots';
import { fileHeaders } from './stored-file';

const connectMs = 3000;
const headersMs = 5000;
const totalMs = 20_000;
export const maxImageBytes = 10 * 1024 * 1024;
const maxRedirects = 3;
/** At a time, for the whole server: what strangers' servers can make us hold open. */
const maxParallel = 8;
const maxWaiting = 400;

/** Says who asks and nothing else: no cookie, no referrer, nothing about the reader. */
const askingHeaders = {
  accept: 'image/webp,image/png,image/jpeg,image/gif',
  'user-agent': 'Mozilla/5.0 (compatible; Parley)',
};

type Options = { signal: AbortSignal; door: Door; slots?: Slots; maxMs?: number };

/**
 * A picture from the server of a stranger, streamed with our own headers only. Each address on the way is checked and
 * connected to as it was checked; what is not made of pixels does not come through.
 */
export async function outerImage(address: string, options: Options): Promise<Response> {
  const { door, signal, slots = sharedSlots(), maxMs = totalMs } = options;
  const release = await slots.take(signal).catch((cause: unknown) => {
    throw notGiven(cause);
  });
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(maxMs)]);
  let letGo = release;
  try {
    const { body, end } = await follow(address, door, deadline);
    letGo = () => {
      end();
      release();
    };
    const chunks: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
    const beginning = await readBeginning(chunks);
    const ending = imageEnding(beginning);
    if (!ending) throw notGiven();
    // Also when the reader neither reads nor leaves.
    deadline.addEventListener('abort', letGo, { once: true });
    return new Response(streamed(beginning, chunks, letGo), { headers: fileHeaders(`image.${ending}`) });
  } catch (error) {
    letGo();
    throw notGiven(error);
  }
}

function streamed(
  beginning: Buffer,
  chunks: AsyncIterator<Buffer>,
  letGo: () => void,
): ReadableStream<Uint8Array> {
  let sizeBytes = beginning.byteLength;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(beginning);
    },
    async pull(controller) {
      try {
        const next = await chunks.next();
        if (next.done) {
          letGo();
          return controller.close();
        }
        sizeBytes += next.value.byteLength;
        if (sizeBytes > maxImageBytes) throw new AppError('payload_too_large');
        controller.enqueue(next.value);
      } catch (error) {
        letGo();
        throw error;
      }
    },
    cancel: letGo,
  });
}

type Arrived = { body: Dispatcher.ResponseData['body']; end: () => void };

async function follow(address: string, door: Door, deadline: AbortSignal): Promise<Arrived> {
  let url = parsed(address);
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    if (!door.allows(url)) throw notGiven();
    const { statusCode, headers, body, end } = await ask(url, door, deadline);
    const { location } = headers;
    if (![301, 302, 303, 307, 308].includes(statusCode) || typeof location !== 'string') {
      const refusal = refusalOf(statusCode, headers);
      if (!refusal) return { body, end };
      end();
      throw refusal;
    }
    end();
    const next = parsed(location, url);
    if (url.protocol === 'https:' && next.protocol !== 'https:') throw notGiven();
    url = next;
  }
  throw notGiven();
}

/** A client of its own for each question: no connection is shared, and it goes to the addresses that were checked. */
async function ask(url: URL, door: Door, deadline: AbortSignal) {
  try {
    const places = await inTime(
      door.locate(url.hostname),
      AbortSignal.any([deadline, AbortSignal.timeout(connectMs)]),
    );
    const agent = new Agent({
      connect: {
        timeout: connectMs,
        lookup: (_hostname, { all }, answer) => {
          const [first] = places;
          if (all) answer(null, places);
          else if (first) answer(null, first.address, first.family);
        },
      },
      headersTimeout: headersMs,
      pipelining: 0,
    });
    const answer = await fetchOuter(url, {
      dispatcher: agent,
      signal: deadline,
      headers: askingHeaders,
    }).catch((cause: unknown) => {
      void agent.destroy();
      throw cause;
    });
    // A body that is destroyed says so as an error, also when nobody listens any more.
    answer.body.on('error', () => {});
    return {
      ...answer,
      end: () => {
        answer.body.destroy();
        void agent.destroy();
      },
    };
  } catch (cause) {
    throw notGiven(cause);
  }
}

function refusalOf(statusCode: number, headers: Dispatcher.ResponseData['headers']): AppError | null {
  if (statusCode !== 200) return notGiven();
  // Packed bytes could be a thousand times as many.
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return notGiven();
  return Number(headers['content-length'] ?? 0) > maxImageBytes ? new AppError('payload_too_large') : null;
}

function parsed(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw notGiven();
  return new URL(address, base);
}

function inTime<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}

async function readBeginning(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let beginning = Buffer.alloc(0);
  while (beginning.length < signBytes) {
    const next = await chunks.next();
    if (next.done) break;
    beginning = Buffer.concat([beginning, next.value]);
  }
  return beginning;
}

/** One sentence for all that can be wrong: what a stranger's server says of itself is not worth repeating. */
function notGiven(cause?: unknown): AppError {
  if (cause instanceof AppError) return cause;
  return new AppError('not_found', { message: 'The server of this image did not give it.', cause });
}

function sharedSlots(): Slots {
  return remember('image-slots', () => createSlots(maxParallel, maxWaiting));
}
