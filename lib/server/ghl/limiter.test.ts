import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimiter, type Grant } from './limiter';
import type { Priority } from './priority';
import { fakeClock, settled } from './testing/fake-clock';

const none = { max: null, remaining: null, intervalMs: null, dailyRemaining: null, dailyResetMs: null };

/** A limiter whose grants are settled after `latencyMs` and kept with the times they were given. */
function world(latencyMs = 100) {
  const { clock, advance } = fakeClock();
  const limiter = createLimiter({ clock });
  const granted: { at: number; priority: Priority }[] = [];
  const refused: Extract<Grant, { isGranted: false }>[] = [];
  const ask = (priority: Priority, times = 1) => {
    for (let count = 0; count < times; count += 1) {
      void limiter.acquire(priority).then((grant) => {
        if (!grant.isGranted) return refused.push(grant);
        granted.push({ at: clock.now(), priority });
        return clock.setTimer(grant.settle, latencyMs);
      });
    }
  };
  const count = (priority: Priority) => granted.filter((grant) => grant.priority === priority).length;
  return { clock, advance, limiter, granted, refused, ask, count };
}

describe('the limiter', () => {
  it('gives 90 slots at once and the next ones only when 10 s have passed', async () => {
    const { ask, advance, granted } = world();
    ask('person', 100);
    await settled();
    expect(granted).toHaveLength(90);
    await advance(10_000);
    expect(granted).toHaveLength(90);
    await advance(200);
    expect(granted).toHaveLength(100);
  });

  it('never lets more than 100 calls reach GHL in any 10 s, however slow some of them are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ gapMs: fc.nat(400), latencyMs: fc.nat(9_000), arrival: fc.nat(100) }), {
          minLength: 150,
          maxLength: 250,
        }),
        async (calls) => {
          const { clock, advance } = fakeClock();
          const limiter = createLimiter({ clock });
          const arrivals: number[] = [];
          for (const { gapMs, latencyMs, arrival } of calls) {
            void limiter.acquire('bulk').then((grant) => {
              if (!grant.isGranted) return;
              arrivals.push(clock.now() + (latencyMs * arrival) / 100);
              clock.setTimer(grant.settle, latencyMs);
            });
            await advance(gapMs / 8);
          }
          await advance(60_000);
          arrivals.sort((one, other) => one - other);
          for (const [index, at] of arrivals.entries()) {
            expect((arrivals[index + 100] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThan(10_000);
          }
        },
      ),
      { numRuns: 15, verbose: 1 },
    );
  });

  it('keeps 20 slots for people, and lets refreshes go before bulk', async () => {
    const { ask, count } = world();
    ask('bulk', 200);
    await settled();
    expect(count('bulk')).toBe(60);
    ask('refresh', 200);
    await settled();
    expect(count('refresh')).toBe(10);
    ask('person', 20);
    await settled();
    expect(count('person')).toBe(20);
  });

  it('serves a person who came last first', async () => {
    const { ask, advance, granted } = world();
    ask('person', 90);
    await settled();
    ask('bulk', 5);
    ask('refresh', 5);
    ask('person', 5);
    await advance(10_200);
    expect(granted.slice(90, 100).map(({ priority }) => priority)).toEqual([
      ...Array(5).fill('person'),
      ...Array(5).fill('refresh'),
    ]);
  });

  it('refuses a person after 15 s and the others after 60 s', async () => {
    const { ask, advance, limiter, refused } = world();
    limiter.freeze(120_000);
    ask('person');
    ask('refresh');
    await advance(14_999);
    expect(refused).toHaveLength(0);
    await advance(1);
    expect(refused).toEqual([{ isGranted: false, reason: 'frozen', retryAfterMs: 105_000 }]);
    await advance(45_000);
    expect(refused).toHaveLength(2);
  });

  it('lets nothing through while frozen, and half as much in the window after it', async () => {
    const { ask, advance, limiter, granted } = world();
    limiter.freeze(5_000);
    ask('person', 90);
    await advance(4_999);
    expect(granted).toHaveLength(0);
    await advance(1);
    expect(granted).toHaveLength(45);
    await advance(10_200);
    expect(granted).toHaveLength(90);
  });

  it('counts what others use of the same token', async () => {
    const { ask, advance, limiter, granted } = world();
    limiter.observe({ ...none, max: 100, remaining: 15, intervalMs: 10_000 });
    ask('person', 20);
    await settled();
    expect(granted).toHaveLength(5);
    await advance(10_000);
    expect(granted).toHaveLength(20);
  });

  it('goes by a smaller limit than the usual one', async () => {
    const { ask, limiter, granted } = world();
    limiter.observe({ ...none, max: 20, remaining: 20 });
    ask('person', 50);
    await settled();
    expect(granted).toHaveLength(18);
  });

  it('refuses at once when the day is used up, background work earlier', async () => {
    const { ask, advance, limiter, granted, refused } = world();
    limiter.observe({ ...none, dailyRemaining: 3_000, dailyResetMs: 60_000 });
    ask('refresh');
    ask('person');
    await settled();
    expect(granted).toHaveLength(1);
    expect(refused).toEqual([{ isGranted: false, reason: 'daily', retryAfterMs: 60_000 }]);
    limiter.observe({ ...none, dailyRemaining: 0 });
    ask('person');
    await settled();
    expect(refused).toHaveLength(2);
    await advance(60_000);
    ask('refresh');
    await settled();
    expect(granted).toHaveLength(2);
  });

  it('gives the place of an aborted call to the next', async () => {
    const { ask, advance, limiter, granted, clock } = world();
    ask('person', 90);
    await settled();
    const controller = new AbortController();
    const gone = limiter.acquire('person', controller.signal).catch((error: unknown) => error);
    ask('person');
    controller.abort(new Error('gone'));
    expect(await gone).toMatchObject({ message: 'gone' });
    await advance(10_200);
    expect(granted).toHaveLength(91);
    expect(clock.now()).toBe(11_200);
  });
});
