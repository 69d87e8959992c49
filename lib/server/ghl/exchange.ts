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
  onHeaders(headers: AnswerHeaders): void;
};

export type Answer = { status: number; headers: AnswerHeaders; text: string };

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
    const answer = await request(wanted.url, {
      method: wanted.method,
      headers: wanted.headers,
      body: wanted.body,
      headersTimeout: timeouts.headersMs,
      bodyTimeout: timeouts.bodyMs,
      signal: controller.signal,
      dispatcher: sharedAgent(),
    });
    wanted.onHeaders(answer.headers);
    return { status: answer.statusCode, headers: answer.headers, text: await readText(call, answer.body) };
  } catch (error) {
    if (error instanceof GhlError) throw error;
    if (controller.signal.aborted) throw controller.signal.reason;
    throw networkError(call, error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
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
