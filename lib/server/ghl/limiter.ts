import 'server-only';
import { createBudget } from './budget';
import { type Clock, systemClock } from './clock';
import { type Priority, priorities } from './priority';
import type { RateHeaders } from './rate-headers';

export type Grant =
  | {
      isGranted: true;
      /** Called once, when GHL has surely counted the call: as soon as it answers, or the call is over. */
      settle(): void;
    }
  | { isGranted: false; reason: 'busy' | 'frozen' | 'daily'; retryAfterMs: number };

export type Limiter = {
  /** Waits for a free slot, a bounded time. Rejects only with the signal's reason. */
  acquire(priority: Priority, signal?: AbortSignal): Promise<Grant>;
  /** Corrects the count by what GHL says is left: others may use the same token. */
  observe(headers: RateHeaders): void;
  /** After a 429: nothing of this location leaves for so long. */
  freeze(waitMs: number): void;
};

/** How long a call of each class waits for a slot before it is refused. */
const maxWaitMs: Record<Priority, number> = { person: 15_000, refresh: 60_000, bulk: 60_000 };
/** More than this many waiting calls means that something is wrong; the newest is refused at once. */
const maxQueued = 1_000;

type Waiter = {
  priority: Priority;
  deadline: number;
  finish(grant: Grant): void;
};

/**
 * The budget of one location: one limiter per location and token, in this process. Calls of people go before
 * refreshes, and those before bulk; a part of the budget is never given to the latter two.
 */
export function createLimiter({ clock = systemClock }: { clock?: Clock } = {}): Limiter {
  const budget = createBudget(clock);
  const queues: Record<Priority, Waiter[]> = { person: [], refresh: [], bulk: [] };
  let cancelTimer: (() => void) | null = null;

  function pump(): void {
    cancelTimer?.();
    cancelTimer = null;
    for (const priority of priorities) {
      const queue = queues[priority];
      while (queue[0]) {
        const slot = budget.take(priority);
        if (!slot) break;
        queue.shift()?.finish({
          isGranted: true,
          settle: () => {
            slot.settle();
            pump();
          },
        });
      }
      refuseLate(queue);
    }
    const nextAt = nextEvent();
    if (nextAt !== null) cancelTimer = clock.setTimer(pump, Math.max(1, Math.ceil(nextAt - clock.now())));
  }

  function refuseLate(queue: Waiter[]): void {
    for (const waiter of queue.filter(({ deadline }) => deadline <= clock.now())) {
      queue.splice(queue.indexOf(waiter), 1);
      waiter.finish(refusal(waiter.priority));
    }
  }

  function nextEvent(): number | null {
    const waiting = priorities.flatMap((priority) => queues[priority]);
    if (waiting.length === 0) return null;
    const deadline = Math.min(...waiting.map((waiter) => waiter.deadline));
    return Math.min(deadline, budget.nextChangeAt() ?? deadline);
  }

  function refusal(priority: Priority): Grant {
    const blocked = budget.blockedBy(priority) ?? { reason: 'busy' as const, untilMs: clock.now() + 1_000 };
    return {
      isGranted: false,
      reason: blocked.reason,
      retryAfterMs: Math.max(0, Math.ceil(blocked.untilMs - clock.now())),
    };
  }

  return {
    acquire(priority, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const isDayOver = budget.blockedBy(priority)?.reason === 'daily';
        const queued = queues.person.length + queues.refresh.length + queues.bulk.length;
        if (isDayOver || queued >= maxQueued) return resolve(refusal(priority));
        const onAbort = () => {
          const queue = queues[priority];
          queue.splice(queue.indexOf(waiter), 1);
          reject(signal?.reason);
        };
        const waiter: Waiter = {
          priority,
          deadline: clock.now() + maxWaitMs[priority],
          finish(grant) {
            signal?.removeEventListener('abort', onAbort);
            resolve(grant);
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        queues[priority].push(waiter);
        pump();
      });
    },
    observe(headers) {
      budget.observe(headers);
      pump();
    },
    freeze(waitMs) {
      budget.freeze(waitMs);
      pump();
    },
  };
}
