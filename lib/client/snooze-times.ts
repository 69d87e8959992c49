/** Of a day without an hour, and of the presets. */
const morning = 8;

const unitMs: Record<string, number> = { min: 60_000, hour: 3600_000 };
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const partsOfDay: Record<string, number> = { morning, noon: 12, afternoon: 13, evening: 18, tonight: 18 };

type Clock = { hour: number; minute: number };

/**
 * What somebody typed as a time that is still to come, in the zone of the browser: "tue 3pm", "in 2 days", "25 dec
 * 9:00", "tomorrow evening", "16:30". Null for anything else, and for what is over.
 */
export function parseSnoozeTime(text: string, now: number): number | null {
  const words = text
    .toLowerCase()
    .replace(/(\d)\s*(am|pm)\b/g, '$1$2')
    .replace(/[,.](?=\s|$)/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !['at', 'on', 'the', 'this'].includes(word));
  const at = afterAWhile(words[0] === 'in' ? words.slice(1) : words, now) ?? dayAndTime(words, now);
  return at !== null && at > now ? at : null;
}

/** "2 days", "an hour", "90min": months and weeks keep the hour. */
function afterAWhile(words: string[], now: number): number | null {
  const found = /^(\d{1,3}|an?|half an)\s*([a-z]+)$/.exec(words.join(' '));
  const unit = found?.[2] && unitOf(found[2]);
  if (!found?.[1] || !unit) return null;
  const count = found[1] === 'half an' ? 0.5 : Number(found[1]) || (/^a/.test(found[1]) ? 1 : 0);
  if (count === 0 || (count < 1 && unit !== 'hour')) return null;
  const ms = unitMs[unit];
  if (ms) return now + count * ms;
  const at = new Date(now);
  if (unit === 'month') return inMonths(at, count);
  at.setDate(at.getDate() + count * (unit === 'week' ? 7 : 1));
  return at.getTime();
}

function unitOf(word: string): string | null {
  if (/^m(ins?|inutes?)?$/.test(word)) return 'min';
  if (/^h(rs?|ours?)?$/.test(word)) return 'hour';
  if (/^d(ays?)?$/.test(word)) return 'day';
  if (/^w(eeks?)?$/.test(word)) return 'week';
  return /^months?$/.test(word) ? 'month' : null;
}

function dayAndTime(words: string[], now: number): number | null {
  const clock = clockOf(words.at(-1) ?? '', words.length > 1);
  if (clock && words.length === 1) {
    const today = atClock(new Date(now), clock);
    return today > now ? today : atClock(inDays(new Date(now), 1), clock);
  }
  const withClock = clock && onDay(words.slice(0, -1), clock, now);
  return withClock ?? onDay(words, { hour: morning, minute: 0 }, now);
}

function onDay(words: string[], clock: Clock, now: number): number | null {
  const day = dayOf(words, now, clock);
  return day && atClock(day, clock);
}

/** `9` alone is a day of no month; after a day it is an hour. */
function clockOf(word: string, isAfterDay: boolean): Clock | null {
  if (Object.hasOwn(partsOfDay, word)) return { hour: partsOfDay[word] ?? morning, minute: 0 };
  const found = /^(\d{1,2})(?::(\d{2}))?(am|pm)?$/.exec(word);
  if (!found) return null;
  const [, hours, minutes, half] = found;
  if (!half && !minutes && !isAfterDay) return null;
  const given = Number(hours);
  const minute = Number(minutes ?? 0);
  if (minute > 59 || given > 23 || (half && (given < 1 || given > 12))) return null;
  return { hour: half ? (given % 12) + (half === 'pm' ? 12 : 0) : given, minute };
}

/** The first such day on which the time is still to come. */
function dayOf(words: string[], now: number, time: Clock): Date | null {
  const text = words.join(' ');
  const today = new Date(now);
  if (text === 'today') return today;
  if (/^(tomorrow|tmrw?|tom)$/.test(text)) return inDays(today, 1);
  if (text === 'next week') return inDays(today, (8 - today.getDay()) % 7 || 7);
  if (text === 'next month') return new Date(today.getFullYear(), today.getMonth() + 1, 1);
  if (/^(next )?weekend$/.test(text)) return nextWeekday(6, text.startsWith('next'), now, time);
  const weekday = /^(next )?(sun|mon|tue|wed|thu|fri|sat)[a-z]*$/.exec(text);
  if (weekday?.[2]) return nextWeekday(weekdays.indexOf(weekday[2]), weekday[1] !== undefined, now, time);
  return dateOf(text, now, time);
}

/** "next tue" is the one of the week that begins with the next Monday. */
function nextWeekday(weekday: number, isNext: boolean, now: number, time: Clock): Date {
  const today = new Date(now);
  if (isNext) {
    const monday = inDays(today, (8 - today.getDay()) % 7 || 7);
    return inDays(monday, (weekday + 6) % 7);
  }
  const day = inDays(today, (weekday - today.getDay() + 7) % 7);
  return atClock(day, time) > now ? day : inDays(day, 7);
}

/** "25 dec", "dec 25 2027", "2026-12-25". Not 12/25: that is the 25th here and nothing there. */
function dateOf(text: string, now: number, time: Clock): Date | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const found =
    /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})(?: (\d{1,2})(?:st|nd|rd|th)?)?(?: (\d{4}))?$/.exec(text);
  const month = months.indexOf(found?.[2]?.slice(0, 3) ?? '');
  const day = Number(found?.[1] ?? found?.[3]);
  if (!found || month < 0 || !day || (found[1] && found[3])) return null;
  if (found[4]) return realDay(Number(found[4]), month, day);
  const year = new Date(now).getFullYear();
  const thisYear = realDay(year, month, day);
  return thisYear && atClock(thisYear, time) > now ? thisYear : realDay(year + 1, month, day);
}

function realDay(year: number, month: number, day: number): Date | null {
  const date = new Date(year, month, day);
  return date.getMonth() === month && date.getDate() === day ? date : null;
}

function inDays(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

/** A month that has no such day ends at its last one. */
function inMonths(date: Date, months: number): number {
  const at = new Date(date);
  at.setMonth(at.getMonth() + months);
  if (at.getDate() !== date.getDate()) at.setDate(0);
  return at.getTime();
}

function atClock(day: Date, { hour, minute }: Clock): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour, minute).getTime();
}

/** Sooner than this nobody puts anything off. */
const soonMs = 30 * 60_000;

/** The times that are offered without typing, the soonest first, and each moment once. */
export function snoozePresets(now: number): { label: string; at: number }[] {
  const today = new Date(now);
  const isWeekend = today.getDay() === 6 || today.getDay() === 0;
  const presets = [
    { label: 'Later today', at: now + 3 * 3600_000, isOffered: today.getHours() < 21 },
    { label: 'This evening', at: atClock(today, { hour: 18, minute: 0 }) },
    { label: 'Tomorrow', at: atClock(inDays(today, 1), { hour: morning, minute: 0 }) },
    {
      label: isWeekend ? 'Next weekend' : 'Weekend',
      at: atClock(nextWeekday(6, isWeekend, now, { hour: 9, minute: 0 }), { hour: 9, minute: 0 }),
    },
    {
      label: 'Next week',
      at: atClock(inDays(today, (8 - today.getDay()) % 7 || 7), { hour: morning, minute: 0 }),
    },
  ];
  return (
    presets
      .filter(({ at, isOffered = true }) => isOffered && at > now + soonMs)
      .sort((a, b) => a.at - b.at)
      .filter(({ at }, index, offered) => offered.findIndex((other) => other.at === at) === index)
      // On a Friday the weekend is tomorrow.
      .filter(({ label }) => label !== 'Weekend' || today.getDay() !== 5)
      .map(({ label, at }) => ({ label, at }))
  );
}
