import { expect, it } from 'vitest';
import { nextMorning } from './quiet-hours';

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

it.each([
  ['2026-11-28T12:59:00Z', 'America/New_York', '2026-11-28T13:00:00.000Z'],
  ['2026-11-28T13:00:00Z', 'America/New_York', null],
  ['2026-11-29T01:59:00Z', 'America/New_York', null],
  ['2026-11-29T02:00:00Z', 'America/New_York', '2026-11-29T13:00:00.000Z'],
  // The evening before the clocks are put forward.
  ['2026-03-08T03:30:00Z', 'America/New_York', '2026-03-08T12:00:00.000Z'],
  ['2026-12-31T22:00:00Z', 'Europe/Berlin', '2027-01-01T07:00:00.000Z'],
])('a text message at %s in %s is better sent at %s', (at, zone, morning) => {
  expect(iso(nextMorning(Date.parse(at), zone))).toBe(morning);
});
