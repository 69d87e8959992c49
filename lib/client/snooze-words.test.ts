import { describe, expect, it } from 'vitest';
import { snoozeEndWords } from './snooze-words';

describe('when a snooze ended', () => {
  const now = new Date(2026, 10, 20, 18, 0).getTime();
  it.each([
    [new Date(2026, 10, 20, 9, 0), '9:00'],
    [new Date(2026, 10, 18, 9, 0), 'Wed 9:00'],
    [new Date(2026, 10, 3, 9, 0), '3 Nov, 9:00'],
    [new Date(2025, 10, 3, 9, 0), '3 Nov 2025, 9:00'],
  ])('%s is said as short as it can be: %s', (at, words) => {
    expect(snoozeEndWords(at.getTime(), now, 'en-GB')).toBe(words);
  });
});
