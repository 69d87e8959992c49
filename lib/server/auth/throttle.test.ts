import { describe, expect, it } from 'vitest';
import { createThrottle } from './throttle';

/** Time that moves only when told to; whoever sleeps is woken by it. */
function stillClock() {
  let now = 1_000_000;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: now + ms, wake });
      }),
    async advance(ms: number) {
      now += ms;
      for (const sleeper of sleepers.filter(({ at }) => at <= now)) sleeper.wake();
      await Promise.resolve();
    },
    longestSleepMs: () => Math.max(0, ...sleepers.map(({ at }) => at - now)),
  };
}

async function tryMany(throttle: ReturnType<typeof createThrottle>, keys: string[], count: number) {
  const tries = Array.from({ length: count }, () => throttle.enter(keys));
  let refused = 0;
  for (const attempt of tries) {
    void attempt.then((turn) => {
      if (turn === null) refused += 1;
    });
  }
  await Promise.resolve();
  await Promise.resolve();
  return { refused };
}

describe('the throttle of sign-ins', () => {
  it('lets ten tries through at once, then one a second, and refuses whoever would wait too long', async () => {
    const clock = stillClock();
    const throttle = createThrottle(clock);
    const { refused } = await tryMany(throttle, ['account a'], 200);
    expect(refused).toBe(185);
    expect(clock.longestSleepMs()).toBe(5_000);
  });

  it('lets the right one in again a few seconds after a flood, not only after the minute', async () => {
    const clock = stillClock();
    const throttle = createThrottle(clock);
    await tryMany(throttle, ['account a'], 200);
    await clock.advance(6_000);
    const late = throttle.enter(['account a']);
    await clock.advance(1_000);
    expect(await late).not.toBeNull();
  });

  it('slows down one computer over many accounts, and one account over many computers', async () => {
    const clock = stillClock();
    const throttle = createThrottle(clock);
    let refused = 0;
    for (let index = 0; index < 200; index += 1) {
      refused += (await tryMany(throttle, ['peer 192.0.2.1', `account ${index}`], 1)).refused;
    }
    expect(refused).toBe(185);
    const other = createThrottle(clock);
    refused = 0;
    for (let index = 0; index < 200; index += 1) {
      refused += (await tryMany(other, [`peer 192.0.2.${index}`, 'account a'], 1)).refused;
    }
    expect(refused).toBe(185);
  });

  it('does not hold a stranger’s tries against another account on another computer', async () => {
    const clock = stillClock();
    const throttle = createThrottle(clock);
    await tryMany(throttle, ['peer 192.0.2.1', 'account a'], 200);
    expect(await throttle.enter(['peer 192.0.2.2', 'account b'])).not.toBeNull();
    expect(clock.longestSleepMs()).toBe(5_000);
  });

  it('forgets a try that was right', async () => {
    const clock = stillClock();
    const throttle = createThrottle(clock);
    for (let index = 0; index < 100; index += 1) (await throttle.enter(['account a']))?.forgive();
    expect(clock.longestSleepMs()).toBe(0);
  });

  it('forgets all tries after a minute', async () => {
    const clock = stillClock();
    const throttle = createThrottle(clock);
    await tryMany(throttle, ['account a'], 10);
    await clock.advance(60_001);
    expect(await throttle.enter(['account a'])).not.toBeNull();
    expect(clock.longestSleepMs()).toBe(0);
  });
});
