import 'server-only';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { readAnswer, refusal } from './answer';
import { type Clock, sleep, systemClock } from './clock';
import { type CallInfo, GhlBudgetError, GhlHttpError, GhlNetworkError, GhlShapeError } from './errors';
import { exchange, exchangeStream, type Timeouts } from './exchange';
import type { Limiter } from './limiter';
import { foreignLocationField } from './location-guard';
import { callInfo, type OperationName, operationPath, operations } from './operations';
import type { Priority } from './priority';
import { type AnswerHeaders, type RateHeaders, rateHeaders } from './rate-headers';
import { createSharedReads, type SharedReads } from './shared-reads';

/** Who waits for an answer, and how they stop waiting. Every function of this folder that reads takes these. */
export type ReadOptions = { priority?: Priority; signal?: AbortSignal };

type Request = ReadOptions & {
  params?: Record<string, string>;
  /** What is undefined is left out. */
  query?: Record<string, string | number | undefined>;
  /** Sent as JSON. */
  body?: Record<string, unknown>;
  /** Sent as it is, instead of `body`. */
  raw?: { contentType: string; content: Uint8Array | Readable; sizeBytes?: number };
  /** Of a file: the part of it that is wanted, as a `Range` header says it. */
  range?: string;
};
type CallOptions<Schema extends z.ZodType> = Request & { schema: Schema };

/** A file as it comes. Whoever takes it reads `content` to its end or destroys it. */
type Download = { status: number; headers: AnswerHeaders; content: Readable };

/** The way to one location of GHL. Its functions are in the files of the resources; `call` is what those use. */
export type GhlClient = {
  readonly baseUrl: string;
  readonly locationId: string;
  /** What was just read, shared by all who ask the same. */
  readonly reads: SharedReads;
  /** One operation of the table, its answer parsed. Throws a `GhlError`, or the reason of an aborted signal. */
  call<Schema extends z.ZodType>(
    operation: OperationName,
    options: CallOptions<Schema>,
  ): Promise<z.output<Schema>>;
  /** One read whose answer is a file. Throws as `call` does, and after its beginning the file itself may break off. */
  download(operation: OperationName, options: Request): Promise<Download>;
};

/** The total is of all attempts together, without the waits that GHL asks for. */
const defaultTimeouts: Timeouts = { headersMs: 10_000, bodyMs: 10_000, totalMs: 30_000 };
/** A file takes its time on a slow line: it is passed on as it comes from the browser. */
export const uploadTotalMs = 15 * 60_000;
/** A long recording that is listened to as it comes; a reader that stops reading holds a connection no longer. */
const downloadTotalMs = 5 * 60_000;
const maxRepeats = 2;
const firstBackoffMs = 300;
/** Longer than this nobody waits before a repeat: the refusal is passed on. */
const maxRepeatWaitMs = 10_000;
/** Cloudflare, in front of GHL, blocks what looks like a script (CONTRACT 1.14). */
const defaultUserAgent = 'Parley/0.1 (+self-hosted inbox)';

/**
 * The client of one location. Keep one per location and token: the shared reads live in it, and the limiter counts
 * for all who use the location.
 */
export function createGhlClient(options: {
  baseUrl: string;
  token: string;
  locationId: string;
  limiter: Limiter;
  userAgent?: string;
  clock?: Clock;
  timeouts?: Timeouts;
  onRateHeaders?: (headers: RateHeaders) => void;
}): GhlClient {
  const { token, locationId, limiter, clock = systemClock, timeouts = defaultTimeouts } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');

  async function attempt<Answered>(
    call: CallInfo,
    operation: OperationName,
    wanted: Request,
    { settle, totalMs, ask }: { settle: () => void; totalMs: number; ask: Ask<Answered> },
  ): Promise<Answered> {
    const { method, version } = operations[operation];
    try {
      return await ask(call, {
        method,
        url: baseUrl + operationPath(operation, wanted.params ?? {}) + queryText(wanted.query),
        headers: {
          authorization: `Bearer ${token}`,
          version,
          accept: ask === askForFile ? '*/*' : 'application/json',
          'user-agent': options.userAgent ?? defaultUserAgent,
          ...bodyHeaders(wanted),
        },
        body: wanted.raw?.content ?? (wanted.body && JSON.stringify(wanted.body)),
        // The answer to a file comes after the file.
        timeouts: { ...timeouts, ...(wanted.raw ? { headersMs: totalMs } : {}), totalMs },
        // A write that has begun is seen through: broken off half way, nobody could say whether it was done.
        signal: method === 'GET' || wanted.raw ? wanted.signal : undefined,
        onHeaders: (headers) => {
          const rate = rateHeaders(headers);
          settle();
          limiter.observe(rate);
          options.onRateHeaders?.(rate);
        },
      });
    } finally {
      settle();
    }
  }

  async function repeated<Answered>(
    operation: OperationName,
    wanted: Request,
    { leastTotalMs, ask }: { leastTotalMs: number; ask: Ask<Answered> },
  ) {
    const call = callInfo(operation);
    // Before anything else: an id that is none must not cost a call.
    operationPath(operation, wanted.params ?? {});
    let leftMs = Math.max(leastTotalMs, timeouts.totalMs);
    for (let repeats = 0; ; repeats += 1) {
      const grant = await limiter.acquire(wanted.priority ?? 'person', wanted.signal);
      if (!grant.isGranted) throw new GhlBudgetError(call, grant);
      const startedAt = clock.now();
      try {
        return await attempt(call, operation, wanted, { settle: grant.settle, totalMs: leftMs, ask });
      } catch (error) {
        leftMs -= clock.now() - startedAt;
        if (error instanceof GhlHttpError && error.status === 429) limiter.freeze(frozenMs(error, clock));
        const waitMs = operations[operation].isSafeToRepeat ? repeatWaitMs(error, repeats, clock) : null;
        if (waitMs === null || repeats === maxRepeats || leftMs <= waitMs) throw error;
        await sleep(clock, waitMs, wanted.signal);
        leftMs -= waitMs;
      }
    }
  }

  return {
    baseUrl,
    locationId,
    reads: createSharedReads({ clock }),
    async call(operation, wanted) {
      const leastTotalMs = wanted.raw ? uploadTotalMs : 0;
      const body = await repeated(operation, wanted, { leastTotalMs, ask: askForJson });
      const call = callInfo(operation);
      const foreign = foreignLocationField(body, locationId);
      if (foreign) throw new GhlShapeError(call, { field: foreign });
      const parsed = wanted.schema.safeParse(body);
      if (parsed.success) return parsed.data;
      throw new GhlShapeError(call, { field: parsed.error.issues[0]?.path.join('.') || '(answer)' });
    },
    download: (operation, wanted) =>
      repeated(operation, wanted, { leastTotalMs: downloadTotalMs, ask: askForFile }),
  };
}

type Ask<Answered> = (call: CallInfo, wanted: Parameters<typeof exchange>[1]) => Promise<Answered>;

const askForJson: Ask<unknown> = async (call, wanted) => readAnswer(call, await exchange(call, wanted));

const askForFile: Ask<Download> = async (call, wanted) => {
  const { content, ...answer } = await exchangeStream(call, wanted);
  if (content) return { status: answer.status, headers: answer.headers, content };
  throw refusal(call, answer);
};

/** Up to a second more than GHL asks for, so that not everybody who waited comes back in the same instant. */
function frozenMs(error: GhlHttpError, clock: Clock): number {
  return (error.retryAfterMs ?? maxRepeatWaitMs) + clock.random() * 1_000;
}

/** How long to wait before the same read is asked for again; null when it must not be. */
function repeatWaitMs(error: unknown, repeats: number, clock: Clock): number | null {
  const backoffMs = clock.random() * firstBackoffMs * 2 ** repeats;
  if (error instanceof GhlNetworkError) return backoffMs;
  if (!(error instanceof GhlHttpError)) return null;
  const askedMs = error.retryAfterMs ?? 0;
  if (askedMs > maxRepeatWaitMs) return null;
  // After a 429 the limiter is frozen and holds the repeat back by itself.
  if (error.status === 429) return 0;
  return error.status >= 500 ? askedMs + backoffMs : null;
}

function queryText(query: Request['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `?${search}` : '';
}

function bodyHeaders({ body, raw, range }: Request): Record<string, string> {
  if (range !== undefined) return { range };
  if (raw) {
    const headers: Record<string, string> = { 'content-type': raw.contentType };
    if (raw.sizeBytes !== undefined) headers['content-length'] = String(raw.sizeBytes);
    return headers;
  }
  return body ? { 'content-type': 'application/json' } : {};
}
