import { describe, expect, it } from 'vitest';
import { channelLabel, messageForm } from './channel';
import { conversationName, initials } from './format-name';
import { clockTime, dayLabel, duration, shortAge } from './format-time';

const now = new Date(2026, 10, 20, 15, 0).getTime();
const minutes = (count: number) => now - count * 60_000;

describe('the age of a row', () => {
  it.each([
    [minutes(0.5), 'now'],
    [minutes(2), '2 min'],
    [minutes(180), '3 h'],
    [new Date(2026, 10, 20, 7, 12).getTime(), '7:12 AM'],
    [new Date(2026, 10, 17, 9, 0).getTime(), 'Tue'],
    [new Date(2026, 2, 3).getTime(), 'Mar 3'],
    [new Date(2024, 2, 3).getTime(), 'Mar 2024'],
  ])('of %s is %s', (at, words) => {
    expect(shortAge(at, now, 'en-US')).toBe(words);
  });

  it('has a heading for each day', () => {
    expect(dayLabel(minutes(60), now, 'en-GB')).toBe('Today');
    expect(dayLabel(minutes(24 * 60), now, 'en-GB')).toBe('Yesterday');
    expect(dayLabel(new Date(2026, 10, 16).getTime(), now, 'en-GB')).toBe('Monday 16 November');
    expect(dayLabel(new Date(2025, 10, 16).getTime(), now, 'en-GB')).toBe('16 November 2025');
  });

  it('says a place in a recording as a clock does', () => {
    expect([0, 24_900, 725_000, 3_723_000, -5].map(clockTime)).toEqual([
      '0:00',
      '0:24',
      '12:05',
      '1:02:03',
      '0:00',
    ]);
  });

  it('says how long a call was', () => {
    expect([duration(45), duration(192)]).toEqual(['45 s', '3 min 12 s']);
  });
});

describe('a name', () => {
  it.each([
    ['Amara Okafor', 'AO'],
    ['Bright Smile Dental', 'BD'],
    ['田中 美咲', '田'],
    ['عمر الفاروق', 'ع'],
    ['élodie', 'É'],
    ['+1 503 555 0142', '#'],
    ['', '#'],
  ])('%s has the initials %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });

  it('falls back to the phone, then the email', () => {
    expect(conversationName({ contactName: null, phone: '+1', email: 'a@b.co' })).toBe('+1');
    expect(conversationName({ contactName: '', phone: null, email: null })).toBe('Unknown contact');
  });
});

describe('a type that nobody has heard of', () => {
  it('is still readable', () => {
    expect(messageForm('TYPE_HOLOGRAM_CALL')).toBe('text');
    expect(channelLabel('TYPE_HOLOGRAM_CALL')).toBe('Hologram call');
    expect(messageForm('TYPE_ACTIVITY_MOON_LANDING')).toBe('activity');
  });
});
