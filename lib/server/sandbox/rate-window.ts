import 'server-only';

const intervalMs = 10_000;
const dailyMax = 200_000;
const dayMs = 86_400_000;
const defaultMax = 100;

/** GHL's limits: so many in any 10 s and 200 000 a day, for one token and one location (CONTRACT 1.13). */
export class RateWindow {
  max = defaultMax;
  isEnabled = true;
  readonly #now: () => number;
  readonly #times: number[] = [];
  #day: number;
  #usedToday = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#day = Math.floor(now() / dayMs);
  }

  /** Counts one request; false when it is one too many. A refused request is not counted. */
  take(): boolean {
    const now = this.#now();
    while (this.#times[0] !== undefined && this.#times[0] <= now - intervalMs) this.#times.shift();
    const day = Math.floor(now / dayMs);
    if (day !== this.#day) {
      this.#day = day;
      this.#usedToday = 0;
    }
    if (this.isEnabled && (this.#times.length >= this.max || this.#usedToday >= dailyMax)) return false;
    this.#times.push(now);
    this.#usedToday += 1;
    return true;
  }

  /** The recorded header names; the daily reset is ms until it, not a moment (CONTRACT 1.13). */
  headers(): Record<string, string> {
    return {
      'x-ratelimit-max': String(this.max),
      'x-ratelimit-interval-milliseconds': String(intervalMs),
      'x-ratelimit-remaining': String(Math.max(0, this.max - this.#times.length)),
      'x-ratelimit-limit-daily': String(dailyMax),
      'x-ratelimit-daily-remaining': String(Math.max(0, dailyMax - this.#usedToday)),
      'x-ratelimit-daily-reset': String(dayMs - (this.#now() % dayMs)),
    };
  }
}
