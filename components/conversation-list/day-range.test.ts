import { describe, expect, it } from 'vitest';
import { checkDayRange, dayName } from './day-range';

describe('a range of days', () => {
  it('may be open at either end, and one day long', () => {
    expect(checkDayRange('', '')).toBe('ok');
    expect(checkDayRange('2026-11-03', '')).toBe('ok');
    expect(checkDayRange('', '2026-11-03')).toBe('ok');
    expect(checkDayRange('2026-11-03', '2026-11-03')).toBe('ok');
    expect(checkDayRange('2025-12-31', '2026-01-01')).toBe('ok');
  });

  it('is refused when its ends are the wrong way round', () => {
    expect(checkDayRange('2026-11-04', '2026-11-03')).toBe('reversed');
    expect(checkDayRange('2026-01-01', '2025-12-31')).toBe('reversed');
  });

  it('waits while a year is being typed', () => {
    expect(checkDayRange('0002-11-04', '')).toBe('incomplete');
    expect(checkDayRange('0202-11-04', '2026-01-01')).toBe('incomplete');
    expect(checkDayRange('2026-11-04', '0020-01-01')).toBe('incomplete');
  });

  it('names a day with the month as a word', () => {
    expect(dayName('2026-11-03')).toBe('3 Nov 2026');
    expect(dayName('nonsense')).toBe('nonsense');
  });
});
