import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';

type Clock = { now(): number; sleep(ms: number): Promise<unknown> };

type Lane = {
  /** When each try of the last minute was let through. */
  tries: number[];
  /** The next place in the slow lane. */
  nextAt: number;
};

export type Throttle = {
  /**
   * Waits for a turn under every key. Null: too many wait already, and nothing is to be checked. `forgive` takes the
   * try back: it was right.
   */
  enter(keys: readonly string[]): Promise<{ forgive(): void } | null>;
};

/** Tries a minute that are let through at once. */
const freeTries = 10;
const windowMs = 60_000;
/** From then on they pass one by one, this far apart: guessing becomes slow, and nobody is locked out. */
const apartMs = 1_000;
/** Whoever would wait longer is refused instead: a waiting request costs us too. */
const maxWaitMs = 5_000;
const maxLanes = 5_000;

const systemClock: Clock = { now: Date.now, sleep };

/** Slows down tries by what they share: the account they are for, the computer they come from. */
export function createThrottle(clock: Clock = systemClock): Throttle {
  const lanes = new Map<string, Lane>();

  function laneOf(key: string, now: number): Lane {
    const lane = lanes.get(key) ?? { tries: [], nextAt: 0 };
    lane.tries = lane.tries.filter((at) => at > now - windowMs);
    // Set anew, so that the order of the map is that of use.
    lanes.delete(key);
    lanes.set(key, lane);
    return lane;
  }

  function forgetOld(): void {
    for (const key of lanes.keys()) {
      if (lanes.size <= maxLanes) return;
      lanes.delete(key);
    }
  }

  return {
    async enter(keys) {
      const now = clock.now();
      const own = keys.map((key) => laneOf(key, now));
      forgetOld();
      const turns = own.map((lane) =>
        lane.tries.length < freeTries ? now : Math.max(now + apartMs, lane.nextAt),
      );
      const at = Math.max(now, ...turns);
      if (at - now > maxWaitMs) return null;
      for (const [index, lane] of own.entries()) {
        lane.tries.push(at);
        if ((turns[index] ?? now) > now) lane.nextAt = at + apartMs;
      }
      if (at > now) await clock.sleep(at - now);
      return {
        forgive() {
          for (const lane of own) {
            const index = lane.tries.indexOf(at);
            if (index >= 0) lane.tries.splice(index, 1);
          }
        },
      };
    },
  };
}
