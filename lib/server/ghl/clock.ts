import 'server-only';

/** Time and chance, so that tests can hold both still. */
export type Clock = {
  /** Milliseconds that never jump back, from an arbitrary start. */
  now(): number;
  /** Calls once after the time; the answer cancels it. A waiting timer does not keep the process alive. */
  setTimer(run: () => void, afterMs: number): () => void;
  /** From 0 up to, not including, 1. */
  random(): number;
};

export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer: (run, afterMs) => {
    const timer = setTimeout(run, afterMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/** Waits, or rejects with the signal's reason as soon as it is aborted. */
export function sleep(clock: Clock, waitMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.setTimer(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, waitMs);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
