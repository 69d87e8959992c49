import 'server-only';
import { type Clock, systemClock } from './clock';
import type { Priority } from './priority';

type ReadOptions = { priority?: Priority; signal?: AbortSignal };
type Load<T> = (options: { priority: Priority; signal: AbortSignal }) => Promise<T>;

export type SharedReads = {
  /**
   * The value under the key: a kept one, one that is being read already, or a new read. What it answers is shared,
   * so nobody may change it. One caller's abort ends only that caller's wait.
   */
  read<T>(key: string, ttlMs: number, load: Load<T>, options?: ReadOptions): Promise<T>;
  /** Forgets every key with one of these beginnings. A read that is under way still answers those who wait for it,
   * but is not kept: it may have begun before what was just written. */
  drop(prefixes: readonly string[]): void;
};

type Kept = { value: unknown; until: number };
type InFlight = { promise: Promise<unknown>; rank: number; waiting: number; abort(): void };

/** An email can be large, and whatever matters is asked for again within seconds. */
const maxKept = 200;
const rankOf: Record<Priority, number> = { person: 0, refresh: 1, bulk: 2 };

/** Reads of one location: equal ones are made once. One of these per location, never one for several. */
export function createSharedReads({ clock = systemClock }: { clock?: Clock } = {}): SharedReads {
  const kept = new Map<string, Kept>();
  const inFlight = new Map<string, InFlight>();

  function keep(key: string, value: unknown, ttlMs: number): void {
    const now = clock.now();
    for (const [known, { until }] of kept) if (until <= now) kept.delete(known);
    for (const oldest of kept.keys()) {
      if (kept.size < maxKept) break;
      kept.delete(oldest);
    }
    kept.set(key, { value, until: now + ttlMs });
  }

  function start<T>(key: string, ttlMs: number, load: Load<T>, priority: Priority): InFlight {
    const controller = new AbortController();
    const forget = () => {
      if (inFlight.get(key) === read) inFlight.delete(key);
    };
    const promise = load({ priority, signal: controller.signal }).then(
      (value) => {
        if (inFlight.get(key) === read) keep(key, value, ttlMs);
        forget();
        return value;
      },
      (error: unknown) => {
        forget();
        throw error;
      },
    );
    // When every caller has gone, nobody is left to hear of the failure.
    promise.catch(() => undefined);
    const read: InFlight = {
      promise,
      rank: rankOf[priority],
      waiting: 0,
      abort: () => {
        forget();
        controller.abort();
      },
    };
    inFlight.set(key, read);
    return read;
  }

  return {
    read<T>(key: string, ttlMs: number, load: Load<T>, { priority = 'person', signal }: ReadOptions = {}) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      const known = kept.get(key);
      // The key names the operation and all its input, so one key always holds one type.
      if (known && known.until > clock.now()) return Promise.resolve(known.value as T);
      const running = inFlight.get(key);
      // A person does not wait for a read that itself waits behind others: theirs is a new one.
      const read = running && running.rank <= rankOf[priority] ? running : start(key, ttlMs, load, priority);
      return waitFor(read, signal) as Promise<T>;
    },

    drop(prefixes) {
      const isDropped = (key: string) => prefixes.some((prefix) => key.startsWith(prefix));
      for (const key of kept.keys()) if (isDropped(key)) kept.delete(key);
      for (const key of inFlight.keys()) if (isDropped(key)) inFlight.delete(key);
    },
  };
}

function waitFor(read: InFlight, signal: AbortSignal | undefined): Promise<unknown> {
  read.waiting += 1;
  const leave = () => {
    read.waiting -= 1;
  };
  if (!signal) return read.promise.finally(leave);
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      leave();
      if (read.waiting === 0) read.abort();
      reject(signal.reason);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    read.promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', onAbort);
      if (!signal.aborted) leave();
    });
  });
}
