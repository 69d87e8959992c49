import { expect, it } from 'vitest';
import { scheduleChoices } from './schedule-choices';

/** A Saturday, 8:15 in New York. */
const now = Date.parse('2026-11-28T13:15:00Z');
const iso = (at: number) => new Date(at).toISOString().slice(0, 16);
const choices = (typed: string, nightZone: string | null = null) =>
  scheduleChoices({ typed, now, zone: 'America/New_York', nightZone, words: iso }).choices.map(
    ({ label, at, isNight }) => `${label} ${iso(at)}${isNight ? ' night' : ''}`,
  );

it('offers times by name, in the zone of the location', () => {
  expect(choices('')).toEqual([
    'In 3 hours 2026-11-28T16:15',
    'This afternoon 2026-11-28T19:00',
    'Tomorrow morning 2026-11-29T14:00',
    'Tomorrow afternoon 2026-11-29T19:00',
    'Monday morning 2026-11-30T14:00',
  ]);
  expect(choices('mon')).toEqual(['2026-11-30T13:00 2026-11-30T13:00', 'Monday morning 2026-11-30T14:00']);
});

it('understands what is typed, and offers nothing for what is over', () => {
  expect(choices('tue 3pm')).toEqual(['2026-12-01T20:00 2026-12-01T20:00']);
  expect(choices('today 7am')).toEqual([]);
  expect(choices('2026-11-01')).toEqual([]);
});

it('offers the morning first where it would ring at night', () => {
  expect(choices('tue 3pm', 'Asia/Tokyo')).toEqual([
    '2026-12-01T23:00 2026-12-01T23:00',
    '2026-12-01T20:00 2026-12-01T20:00 night',
  ]);
});

it('says that it is too far ahead', () => {
  const asked = { typed: '2028-01-01', now, zone: undefined, nightZone: null, words: iso };
  expect(scheduleChoices(asked)).toEqual({ choices: [], isTooFar: true });
});
