import 'server-only';
import { log } from '@/lib/server/logger';
import { check, takeCheck } from './checks';
import { claimNext, type DatabaseTime, databaseNow, expireLate, nextDueMs } from './claim';
import { watchClock } from './clock-set-back';
import { type AtMoment, deliver } from './deliver';

/** Sends of this process under way at once: many locations that hang must not hold up one that does not. */
const maxAtOnce = 64;
/** Looks at what has left, or may have. */
const maxChecksAtOnce = 16;
/** At the latest after this long it looks again: what another instance has left, and clocks that were set. */
const lookAgainMs = 5_000;
/** After the database could not be asked. */
const pauseMs = 1_000;

export type Outbox = {
  /** Looks at once. */
  nudge(): void;
  /** Does everything that is due now, and answers once nothing of it is under way any more. */
  runDue(): Promise<void>;
  /** Takes nothing up any more, and answers once what is under way has ended. */
  stop(): Promise<void>;
};

/** Brings out what is held in the database, as one of any number of instances. */
export function createOutbox(options: { holder: string; atMoment?: AtMoment }): Outbox {
  const { holder, atMoment = () => undefined } = options;
  const followClock = watchClock();
  const sending = new Set<Promise<void>>();
  const checking = new Set<Promise<void>>();
  let isStopped = false;
  let hasStarted = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let isToLookAgain = false;

  function begin(work: Promise<void>, among: Set<Promise<void>>): void {
    const tracked = work
      .catch((error: unknown) => log('error', 'outbox.failed', { error }))
      .finally(() => {
        among.delete(tracked);
        // The next one of the same conversation may go.
        if (hasStarted) nudge();
      });
    among.add(tracked);
  }

  async function takeUp(until: DatabaseTime | null = null): Promise<number> {
    let taken = 0;
    await followClock();
    await expireLate();
    while (!isStopped && sending.size < maxAtOnce) {
      const row = await claimNext(holder, until);
      if (!row) break;
      taken += 1;
      begin(deliver(row, holder, atMoment), sending);
    }
    while (!isStopped && checking.size < maxChecksAtOnce) {
      const wanted = await takeCheck(until);
      if (!wanted) break;
      taken += 1;
      begin(check(wanted), checking);
    }
    return taken;
  }

  async function look(): Promise<void> {
    let waitMs = pauseMs;
    try {
      do {
        isToLookAgain = false;
        await takeUp();
      } while (isToLookAgain && !isStopped);
      waitMs = Math.min(lookAgainMs, Math.max(0, (await nextDueMs()) ?? lookAgainMs));
      // Due, but not to be taken right now: behind another one, or at its location's limit.
      if (waitMs === 0) waitMs = pauseMs;
    } catch (error) {
      log('warn', 'outbox.look-failed', { error });
    } finally {
      looking = null;
      if (!isStopped) {
        clearTimeout(timer);
        timer = setTimeout(nudge, isToLookAgain ? 0 : waitMs);
        timer.unref();
      }
    }
  }

  async function ended(): Promise<void> {
    await Promise.all([...sending, ...checking]);
  }

  function nudge(): void {
    if (isStopped) return;
    hasStarted = true;
    isToLookAgain = true;
    looking ??= look();
  }

  return {
    nudge,
    async runDue() {
      // What fails on the way comes due later, and not in this round.
      const until = await databaseNow();
      while ((await takeUp(until)) > 0 || sending.size + checking.size > 0) await ended();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await looking;
      await ended();
    },
  };
}
