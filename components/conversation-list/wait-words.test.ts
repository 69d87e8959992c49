import { describe, expect, it } from 'vitest';
import { waitWords } from './wait-words';

const minute = 60_000;
const hour = 60 * minute;

describe('how long somebody waits', () => {
  it.each([
    [30_000, 'just now', 'fresh'],
    [59 * minute, '59 min', 'fresh'],
    [hour, '1 h', 'soon'],
    [4 * hour - 1, '3 h', 'soon'],
    [4 * hour, '4 h', 'late'],
    [24 * hour, '1 day', 'late'],
    [51 * hour, '2 days', 'late'],
  ] as const)('is said and rated: %i ms', (age, words, level) => {
    expect(waitWords(1_000, 1_000 + age)).toEqual({ words, level });
  });

  it('is never less than nothing, where two clocks differ', () => {
    expect(waitWords(9_000, 1_000).words).toBe('just now');
  });
});
