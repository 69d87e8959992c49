import { describe, expect, it } from 'vitest';
import { knownZone, momentOf, wallTime, zoneName } from './zoned-time';

const newYork = 'America/New_York';
const wall = (text: string) => Date.parse(`${text}:00Z`);
const iso = (at: number) => new Date(at).toISOString();

describe('a wall clock', () => {
  it.each([
    ['2026-11-28T09:00', 'America/New_York', '2026-11-28T14:00:00.000Z'],
    ['2026-07-01T09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
    ['2026-11-28T09:00', 'Asia/Kolkata', '2026-11-28T03:30:00.000Z'],
    ['2026-11-28T00:00', 'Pacific/Auckland', '2026-11-27T11:00:00.000Z'],
    ['2026-11-28T09:00', 'UTC', '2026-11-28T09:00:00.000Z'],
    // Shown twice: the first.
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    // Never shown: the clock goes from 2:00 to 3:00.
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ])('at %s in %s is %s', (text, zone, moment) => {
    expect(iso(momentOf(wall(text), zone))).toBe(moment);
  });

  it('shows what it showed, whatever the day of the year', () => {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 7 * 3600_000) {
      expect(momentOf(wallTime(at, newYork), newYork)).toBeLessThanOrEqual(at);
      expect(wallTime(momentOf(wallTime(at, newYork), newYork), newYork)).toBe(wallTime(at, newYork));
    }
  });
});

it('takes no zone that is none', () => {
  expect(knownZone('Mars/Olympus')).toBeUndefined();
  expect(knownZone(null)).toBeUndefined();
  expect(knownZone(newYork)).toBe(newYork);
  expect(zoneName(newYork)).toBe('New York');
});
