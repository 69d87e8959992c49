import 'server-only';
import type { Readable } from 'node:stream';
import { Agent, type Dispatcher, request } from 'undici';
import { type CallInfo, GhlError, GhlShapeError, GhlTimeoutError } from './errors';
import { networkError } from './network-error';
import type { AnswerHeaders } from './rate-headers';

export type Timeouts = { headersMs: number; bodyMs: number; totalMs: number };

export type Exchange = {
  method: Dispatcher.HttpMethod;
  url: string;
  headers: Record<string, string>;
  body?: string | Uint8Array | Readable;
  timeouts: Timeouts;
  signal?: AbortSignal;
  /** Called when the status has arrived: GHL has counted the call. */
  onHeaders?(headers: AnswerHeaders): void;
};

type Begun = { status: number; headers: AnswerHeaders };
export type Answer = Begun & { text: string };
/** `content` is there only after a success, and is the reader's to end; `text` is what a refusal says. */
export type StreamedAnswer = Begun & { content: Readable | null; text: string };

/** Far above any page of GHL's; a longer answer is cut off rather than kept in memory. */
const maxAnswerBytes = 20 * 1024 * 1024;

/**
 * One request and its whole answer: no repeats, no redirects followed. Throws the signal's reason when aborted,
 * else one of our errors. Not `fetch`: Next's is patched and caches.
 */
export async function exchange(call: CallInfo, wanted: Exchange): Promise<Answer> {
  const controller = new AbortController();
  const { signal, timeouts } = wanted;
  const onAbort = () => controller.abort(signal?.reason);
  if (signal?.aborted) throw signal.reason;
  signal?.addEventListener('abort', onAbort, { once: true });
  const outOfTime = new GhlTimeoutError(call, { wasWritten: true });
  const timer = setTimeout(() => controller.abort(outOfTime), timeouts.totalMs);
  try {
    const { body, ...begun } = await begin(wanted, controller.signal);
    return { ...begun, text: await readText(call, body) };
  } catch (error) {
    throw known(call, error, controller.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** As `exchange`, but a success is handed on as it comes. The total time and the signal hold until its end. */
export async function exchangeStream(call: CallInfo, wanted: Exchange): Promise<StreamedAnswer> {
  const controller = new AbortController();
  const { signal, timeouts } = wanted;
  if (signal?.aborted) throw signal.reason;
  const onAbort = () => controller.abort(signal?.reason);
  const outOfTime = new GhlTimeoutError(call, { wasWritten: true });
  const timer = setTimeout(() => controller.abort(outOfTime), timeouts.totalMs);
  const release = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const { body, ...begun } = await begin(wanted, controller.signal);
    if (begun.status < 200 || begun.status >= 300) {
      const text = await readText(call, body);
      release();
      return { ...begun, content: null, text };
    }
    body.once('close', release);
    // A body that is destroyed says so as an error, also when nobody listens any more.
    body.on('error', () => {});
    return { ...begun, content: body, text: '' };
  } catch (error) {
    release();
    throw known(call, error, controller.signal);
  }
}

async function begin(wanted: Exchange, signal: AbortSignal): Promise<Begun & { body: Readable }> {
  const { statusCode, headers, body } = await request(wanted.url, {
    method: wanted.method,
    headers: wanted.headers,
    body: wanted.body,
    headersTimeout: wanted.timeouts.headersMs,
    bodyTimeout: wanted.timeouts.bodyMs,
    signal,
    dispatcher: sharedAgent(),
  });
  wanted.onHeaders?.(headers);
  return { status: statusCode, headers, body };
}

function known(call: CallInfo, error: unknown, signal: AbortSignal): unknown {
  if (error instanceof GhlError) return error;
  return signal.aborted ? signal.reason : networkError(call, error);
}

async function readText(call: CallInfo, body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxAnswerBytes) throw new GhlShapeError(call, { field: '(answer too large)' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** One pool of connections a process: Next bundles modules several times, `globalThis` exists once. */
function sharedAgent(): Agent {
  const key = Symbol.for('parley.ghl-agent');
  const known: unknown = Reflect.get(globalThis, key);
  // From another bundle it is an instance of another `Agent` class, but of the same version.
  if (known) return known as Agent;
  const agent = new Agent({ connect: { timeout: 3_000 } });
  Reflect.set(globalThis, key, agent);
  return agent;
}
