import 'server-only';

/** What GHL says about the budget, as far as it says anything (CONTRACT 1.13). Null: no word of it. */
export type RateHeaders = {
  max: number | null;
  remaining: number | null;
  intervalMs: number | null;
  dailyRemaining: number | null;
  /** Milliseconds until the day's count starts again: not a date. */
  dailyResetMs: number | null;
};

export type AnswerHeaders = Record<string, string | string[] | undefined>;

/** However long a header asks for, no wait is longer: a lying header must not silence a location. */
const maxWaitMs = 60_000;
/** GHL's own interval, for a 429 that names none. */
const defaultWaitMs = 10_000;
const dayMs = 86_400_000;

export function rateHeaders(headers: AnswerHeaders): RateHeaders {
  return {
    max: count(headers, 'x-ratelimit-max', 1_000_000),
    remaining: count(headers, 'x-ratelimit-remaining', 1_000_000),
    intervalMs: count(headers, 'x-ratelimit-interval-milliseconds', maxWaitMs),
    dailyRemaining: count(headers, 'x-ratelimit-daily-remaining', 1_000_000_000),
    dailyResetMs: count(headers, 'x-ratelimit-daily-reset', dayMs),
  };
}

/**
 * How long to wait after a 429, or after another refusal that names a time: the longer of `Retry-After` (seconds or
 * a date) and GHL's interval, at most a minute. Null when nothing asks for a wait.
 */
export function retryAfterMs(status: number, headers: AnswerHeaders, wallNowMs: number): number | null {
  const stated = retryAfterHeader(headers, wallNowMs);
  if (status !== 429) return stated;
  const intervalMs = rateHeaders(headers).intervalMs;
  if (stated === null && intervalMs === null) return defaultWaitMs;
  return Math.max(stated ?? 0, intervalMs ?? 0);
}

function retryAfterHeader(headers: AnswerHeaders, wallNowMs: number): number | null {
  const text = first(headers, 'retry-after');
  if (text === null) return null;
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - wallNowMs;
  return waitMs >= 0 ? Math.min(waitMs, maxWaitMs) : null;
}

function count(headers: AnswerHeaders, name: string, most: number): number | null {
  const text = first(headers, name);
  return text !== null && /^\d{1,15}$/.test(text) ? Math.min(Number(text), most) : null;
}

function first(headers: AnswerHeaders, name: string): string | null {
  const value = headers[name];
  const text = Array.isArray(value) ? value[0] : value;
  return text?.trim() ? text.trim() : null;
}
