import 'server-only';
import type { Clock } from './clock';
import type { Priority } from './priority';
import type { RateHeaders } from './rate-headers';

/** GHL allows 100 calls in any 10 s and 200 000 a day (CONTRACT 1.13); we stop short of both. */
const windowMs = 10_000;
const maxInWindow = 90;
const ghlMax = 100;
const maxInDay = 200_000;
const dayMs = 86_400_000;

/** Of the window, what each class must leave free for the classes before it. */
const keptFree: Record<Priority, number> = { person: 0, refresh: 20, bulk: 30 };
/** Of the day, what each class must leave: people can go on when everything else has stopped. */
const keptOfDay: Record<Priority, number> = { person: 0, refresh: 4_000, bulk: 120_000 };

type Slot = { freeAt: number | null };
type Blocked = { reason: 'busy' | 'frozen' | 'daily'; untilMs: number };

/**
 * The count behind the limiter. A slot stays taken until 10 s after GHL has answered, not after the call left:
 * a slow first call and a quick later one may reach GHL closer together than they left here.
 */
export function createBudget(clock: Clock) {
  let slots: Slot[] = [];
  let limit = maxInWindow;
  let foreign = { count: 0, untilMs: 0 };
  let frozenUntil = 0;
  let day = { left: maxInDay, endsAt: clock.now() + dayMs };

  function refresh(): void {
    const now = clock.now();
    slots = slots.filter(({ freeAt }) => freeAt === null || freeAt > now);
    if (foreign.untilMs <= now) foreign = { count: 0, untilMs: 0 };
    if (day.endsAt <= now) day = { left: maxInDay, endsAt: now + dayMs };
  }

  /** What stands in the way of a call of this class now; null when nothing does. */
  function blockedBy(priority: Priority): Blocked | null {
    refresh();
    const now = clock.now();
    if (day.left <= keptOfDay[priority]) return { reason: 'daily', untilMs: day.endsAt };
    if (frozenUntil > now) return { reason: 'frozen', untilMs: frozenUntil };
    // Half the rate for one window after a freeze: whatever made GHL refuse is likely still there.
    const limitNow = frozenUntil + windowMs > now && frozenUntil > 0 ? Math.floor(limit / 2) : limit;
    const free = limitNow - slots.length - foreign.count;
    return free > keptFreeOf(priority, limitNow)
      ? null
      : { reason: 'busy', untilMs: nextChangeAt() ?? now + windowMs };
  }

  /** When a blocked call is worth another look; null when only an answer can change anything. */
  function nextChangeAt(): number | null {
    const now = clock.now();
    const times = [
      ...slots.flatMap(({ freeAt }) => (freeAt === null ? [] : [freeAt])),
      foreign.untilMs,
      frozenUntil,
      frozenUntil > 0 ? frozenUntil + windowMs : 0,
    ].filter((time) => time > now);
    return times.length > 0 ? Math.min(...times) : null;
  }

  return {
    blockedBy,
    nextChangeAt,

    take(priority: Priority): { settle(): void } | null {
      if (blockedBy(priority)) return null;
      const slot: Slot = { freeAt: null };
      slots.push(slot);
      day.left -= 1;
      return {
        settle: () => {
          slot.freeAt ??= clock.now() + windowMs;
        },
      };
    },

    observe(headers: RateHeaders): void {
      refresh();
      const now = clock.now();
      const max = headers.max ?? ghlMax;
      if (headers.max !== null)
        limit = Math.max(1, Math.floor(Math.min(max, ghlMax) * (maxInWindow / ghlMax)));
      if (headers.remaining !== null) {
        const used = Math.max(0, max - headers.remaining);
        foreign = {
          count: Math.max(0, used - slots.length),
          untilMs: now + (headers.intervalMs ?? windowMs),
        };
      }
      if (headers.dailyRemaining !== null) {
        const endsAt = headers.dailyResetMs === null ? day.endsAt : now + headers.dailyResetMs;
        day = { left: headers.dailyRemaining, endsAt };
      }
    },

    freeze(waitMs: number): void {
      frozenUntil = Math.max(frozenUntil, clock.now() + waitMs);
    },
  };
}

/** The kept part shrinks with the limit, or a halved limit would stop refreshes altogether. */
function keptFreeOf(priority: Priority, limit: number): number {
  return Math.floor((keptFree[priority] * limit) / maxInWindow);
}
