import { describe, expect, it } from 'vitest';
import { parseSnoozeTime, schedulePresets, snoozePresets } from './snooze-times';

/** A Wednesday. */
const now = new Date(2026, 10, 18, 10, 30).getTime();
const words = (at: number | null) =>
  at === null
    ? null
    : new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' }).format(at);

describe('a typed time', () => {
  it.each([
    ['tue 3pm', '2026-11-24 15:00'],
    ['Tuesday at 15:30', '2026-11-24 15:30'],
    ['wed 9', '2026-11-25 09:00'],
    ['wed 11am', '2026-11-18 11:00'],
    ['next tue', '2026-11-24 08:00'],
    ['next sun 9:00', '2026-11-29 09:00'],
    ['in 2 days', '2026-11-20 10:30'],
    ['in an hour', '2026-11-18 11:30'],
    ['half an hour', '2026-11-18 11:00'],
    ['90 min', '2026-11-18 12:00'],
    ['3h', '2026-11-18 13:30'],
    ['in 3 weeks', '2026-12-09 10:30'],
    ['in a month', '2026-12-18 10:30'],
    ['25 dec 9:00', '2026-12-25 09:00'],
    ['dec 25', '2026-12-25 08:00'],
    ['dec 5', '2026-12-05 08:00'],
    ['5th of december', null],
    ['5 jan', '2027-01-05 08:00'],
    ['2026-12-25 7:15', '2026-12-25 07:15'],
    ['today 6pm', '2026-11-18 18:00'],
    ['tomorrow', '2026-11-19 08:00'],
    ['tomorrow evening', '2026-11-19 18:00'],
    ['tonight', '2026-11-18 18:00'],
    ['noon', '2026-11-18 12:00'],
    ['9:00', '2026-11-19 09:00'],
    ['16:30', '2026-11-18 16:30'],
    ['4 PM', '2026-11-18 16:00'],
    ['12am', '2026-11-19 00:00'],
    ['next week', '2026-11-23 08:00'],
    ['next month 9:00', '2026-12-01 09:00'],
    ['weekend', '2026-11-21 08:00'],
    ['next weekend', '2026-11-28 08:00'],
  ])('%s', (text, expected) => {
    expect(words(parseSnoozeTime(text, now))).toBe(expected);
  });

  it.each([
    '',
    'soon',
    '9',
    'today 9:00',
    '31 feb',
    '12/25',
    '25:00',
    '13pm',
    'in 0 days',
    'in 2 moons',
    '2020-01-01',
    'tue tue',
  ])('%j is none, or is over', (text) => {
    expect(parseSnoozeTime(text, now)).toBeNull();
  });

  it('in a month without such a day is the last one of it', () => {
    expect(words(parseSnoozeTime('in a month', new Date(2027, 0, 31, 9).getTime()))).toBe('2027-02-28 09:00');
  });

  it('is the same hour of the day also when the clocks change in between', () => {
    const at = parseSnoozeTime('in 200 days', now);
    expect(at !== null && new Date(at).getHours()).toBe(10);
  });
});

describe('the times on offer', () => {
  const offered = (at: number) => snoozePresets(at).map((preset) => `${preset.label} ${words(preset.at)}`);

  it('are all still to come', () => {
    expect(offered(now)).toEqual([
      'Later today 2026-11-18 13:30',
      'This evening 2026-11-18 18:00',
      'Tomorrow 2026-11-19 08:00',
      'Weekend 2026-11-21 09:00',
      'Next week 2026-11-23 08:00',
    ]);
    expect(offered(new Date(2026, 10, 18, 22).getTime()).slice(0, 1)).toEqual(['Tomorrow 2026-11-19 08:00']);
  });

  it('stand in their order, and none is about to be over', () => {
    const labels = (hour: number, minute: number) =>
      snoozePresets(new Date(2026, 10, 18, hour, minute).getTime()).map(({ label }) => label);
    expect(labels(16, 0).slice(0, 2)).toEqual(['This evening', 'Later today']);
    expect(labels(17, 45).slice(0, 2)).toEqual(['Later today', 'Tomorrow']);
  });

  it('name each moment once: on a Sunday, tomorrow is next week', () => {
    expect(offered(new Date(2026, 10, 22, 12).getTime())).toEqual([
      'Later today 2026-11-22 15:00',
      'This evening 2026-11-22 18:00',
      'Tomorrow 2026-11-23 08:00',
      'Next weekend 2026-11-28 09:00',
    ]);
  });
});

describe('in the zone of somebody else', () => {
  // 20:30 on Wednesday in New York, already Thursday in Berlin.
  const late = Date.parse('2026-11-19T01:30:00Z');
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

  it.each([
    ['tomorrow 9:00', 'America/New_York', '2026-11-19T14:00:00.000Z'],
    ['tomorrow 9:00', 'Europe/Berlin', '2026-11-20T08:00:00.000Z'],
    ['today 9pm', 'America/New_York', '2026-11-19T02:00:00.000Z'],
    ['today 8pm', 'America/New_York', null],
    ['in 3 hours', 'America/New_York', '2026-11-19T04:30:00.000Z'],
    ['fri 3pm', 'Asia/Kolkata', '2026-11-20T09:30:00.000Z'],
    // In two days the clocks have not been changed, in five months they have.
    ['2027-03-28 2:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
    ['2027-07-01 9:00', 'Europe/Berlin', '2027-07-01T07:00:00.000Z'],
  ])('%s in %s', (text, zone, moment) => {
    expect(iso(parseSnoozeTime(text, late, zone))).toBe(moment);
  });

  it('offers hours in which people read', () => {
    const offered = schedulePresets(late, 'America/New_York').map(({ label, at }) => `${label} ${iso(at)}`);
    expect(offered).toEqual([
      'Tomorrow morning 2026-11-19T14:00:00.000Z',
      'Tomorrow afternoon 2026-11-19T19:00:00.000Z',
      'Monday morning 2026-11-23T14:00:00.000Z',
    ]);
  });
});
