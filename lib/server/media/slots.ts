import 'server-only';
import { AppError } from '@/lib/server/http/app-error';

export type Slots = {
  /** Waits for a free one and answers how to give it back, which may be done more than once. */
  take(signal: AbortSignal): Promise<() => void>;
};

/** So many at a time; the next ones wait in their order, and beyond `maxWaiting` nobody does. */
export function createSlots(count: number, maxWaiting: number): Slots {
  const waiting: (() => void)[] = [];
  let taken = 0;

  function release(): () => void {
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    };
  }

  return {
    async take(signal) {
      signal.throwIfAborted();
      if (taken < count) {
        taken += 1;
        return release();
      }
      if (waiting.length >= maxWaiting) throw new AppError('too_many_requests');
      await new Promise<void>((resolve, reject) => {
        const go = () => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        const leave = () => {
          waiting.splice(waiting.indexOf(go), 1);
          reject(signal.reason);
        };
        waiting.push(go);
        signal.addEventListener('abort', leave, { once: true });
      });
      return release();
    },
  };
}
