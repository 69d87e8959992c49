import 'server-only';
import type { Clock } from '@/lib/server/ghl/clock';

/** A clock that stands still until it is told to go on. */
export function fakeClock() {
  let now = 1_000;
  let timers: { at: number; run: () => void }[] = [];

  const clock: Clock = {
    now: () => now,
    random: () => 0,
    setTimer(run, afterMs) {
      const timer = { at: now + afterMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };

  /** Lets the time pass, timer by timer, and what hangs on each of them. */
  async function advance(byMs: number): Promise<void> {
    const end = now + byMs;
    for (;;) {
      await settled();
      const next = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      timers = timers.filter((timer) => timer !== next);
      now = Math.max(now, next.at);
      next.run();
    }
    now = end;
    await settled();
  }

  return { clock, advance };
}

/** Every promise that can go on by itself has gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
