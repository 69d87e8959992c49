import { describe, expect, it } from 'vitest';
import { nextLookMs } from './watch-schedule';

const minute = 60_000;

describe('the next look at what GHL is to send', () => {
  it('comes sooner the nearer its time is, and once more right before it', () => {
    expect(nextLookMs(true, 24 * 60 * minute)).toBe(15 * minute);
    expect(nextLookMs(true, 8 * minute)).toBe(minute);
    expect(nextLookMs(true, minute)).toBe(20_000);
    expect(nextLookMs(true, 30_000)).toBe(10_000);
    expect(nextLookMs(true, 20_000)).toBe(15_000);
    expect(nextLookMs(true, 5_000)).toBe(15_000);
  });

  it('comes afterwards alone where an answer does not matter', () => {
    expect(nextLookMs(false, 60 * minute)).toBe(60 * minute + 10_000);
  });
});
