import { momentOf, wallTime } from '@/lib/shared/zoned-time';

/** Of a day without an hour, and of the presets. */
const morning = 8;

const unitMs: Record<string, number> = { min: 60_000, hour: 3600_000 };
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const partsOfDay: Record<string, number> = { morning, noon: 12, afternoon: 13, evening: 18, tonight: 18 };

type Clock = { hour: number; minute: number };

/**
 * What somebody typed as a time that is still to come, in a zone or that of the browser: "tue 3pm", "in 2 days", "25 dec
 * 9:00", "tomorrow evening", "16:30". Null for anything else, and for what is over.
 */
export function parseSnoozeTime(text: string, now: number, zone?: string): number | null {
  const words = text
    .toLowerCase()
    .replace(/(\d)\s*(am|pm)\b/g, '$1$2')
    .replace(/[,.](?=\s|$)/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !['at', 'on', 'the', 'this'].includes(word));
  const wallNow = wallTime(now, zone);
  const later = afterAWhile(words[0] === 'in' ? words.slice(1) : words, wallNow);
  if (later?.ms) return now + later.ms;
  // From here on only walls: what their clocks show is reckoned with, as if it were UTC.
  const wall = later?.wall ?? dayAndTime(words, wallNow);
  const at = wall === null ? null : momentOf(wall, zone);
  return at !== null && at > now ? at : null;
}

/** "2 days", "an hour", "90min": months and weeks keep the hour. */
function afterAWhile(words: string[], now: number): { ms?: number; wall?: number } | null {
  const found = /^(\d{1,3}|an?|half an)\s*([a-z]+)$/.exec(words.join(' '));
  const unit = found?.[2] && unitOf(found[2]);
  if (!found?.[1] || !unit) return null;
  const count = found[1] === 'half an' ? 0.5 : Number(found[1]) || (/^a/.test(found[1]) ? 1 : 0);
  if (count === 0 || (count < 1 && unit !== 'hour')) return null;
  const ms = unitMs[unit];
  if (ms) return { ms: count * ms };
  const at = new Date(now);
  if (unit === 'month') return { wall: inMonths(at, count) };
  at.setUTCDate(at.getUTCDate() + count * (unit === 'week' ? 7 : 1));
  return { wall: at.getTime() };
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
  if (text === 'next week') return nextMonday(today);
  if (text === 'next month') return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 1));
  if (/^(next )?weekend$/.test(text)) return nextWeekday(6, text.startsWith('next'), now, time);
  const weekday = /^(next )?(sun|mon|tue|wed|thu|fri|sat)[a-z]*$/.exec(text);
  if (weekday?.[2]) return nextWeekday(weekdays.indexOf(weekday[2]), weekday[1] !== undefined, now, time);
  return dateOf(text, now, time);
}

/** "next tue" is the one of the week that begins with the next Monday. */
function nextWeekday(weekday: number, isNext: boolean, now: number, time: Clock): Date {
  const today = new Date(now);
  if (isNext) {
    const monday = nextMonday(today);
    return inDays(monday, (weekday + 6) % 7);
  }
  const day = inDays(today, (weekday - today.getUTCDay() + 7) % 7);
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
  const year = new Date(now).getUTCFullYear();
  const thisYear = realDay(year, month, day);
  return thisYear && atClock(thisYear, time) > now ? thisYear : realDay(year + 1, month, day);
}

function realDay(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date : null;
}

function inDays(date: Date, days: number): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + days));
}

/** A month that has no such day ends at its last one. */
function inMonths(date: Date, months: number): number {
  const at = new Date(date);
  at.setUTCMonth(at.getUTCMonth() + months);
  if (at.getUTCDate() !== date.getUTCDate()) at.setUTCDate(0);
  return at.getTime();
}

function atClock(day: Date, { hour, minute }: Clock): number {
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour, minute);
}

/** Sooner than this nobody puts anything off. */
const soonMs = 30 * 60_000;

type Preset = { label: string; at: number };

/** The times that are offered without typing, the soonest first, and each moment once. */
export function snoozePresets(now: number): Preset[] {
  const wallNow = wallTime(now, undefined);
  const today = new Date(wallNow);
  const isWeekend = today.getUTCDay() === 6 || today.getUTCDay() === 0;
  const weekend = nextWeekday(6, isWeekend, wallNow, { hour: 9, minute: 0 });
  const presets = [
    { label: 'This evening', wall: atClock(today, { hour: 18, minute: 0 }) },
    { label: 'Tomorrow', wall: atClock(inDays(today, 1), { hour: morning, minute: 0 }) },
    { label: isWeekend ? 'Next weekend' : 'Weekend', wall: atClock(weekend, { hour: 9, minute: 0 }) },
    { label: 'Next week', wall: atClock(nextMonday(today), { hour: morning, minute: 0 }) },
  ].map(({ label, wall }) => ({ label, at: momentOf(wall, undefined) }));
  if (today.getUTCHours() < 21) presets.unshift({ label: 'Later today', at: now + 3 * 3600_000 });
  return (
    soonestFirst(presets, now)
      // On a Friday the weekend is tomorrow.
      .filter(({ label }) => label !== 'Weekend' || today.getUTCDay() !== 5)
  );
}

/** Of a message: in the hours in which people read theirs, by the clocks of a zone. */
export function schedulePresets(now: number, zone: string | undefined): Preset[] {
  const today = new Date(wallTime(now, zone));
  const nine = { hour: 9, minute: 0 };
  const presets = [
    { label: 'This afternoon', wall: atClock(today, { hour: 14, minute: 0 }) },
    { label: 'Tomorrow morning', wall: atClock(inDays(today, 1), nine) },
    { label: 'Tomorrow afternoon', wall: atClock(inDays(today, 1), { hour: 14, minute: 0 }) },
    { label: 'Monday morning', wall: atClock(nextMonday(today), nine) },
  ].map(({ label, wall }) => ({ label, at: momentOf(wall, zone) }));
  if (today.getUTCHours() < 17) presets.unshift({ label: 'In 3 hours', at: now + 3 * 3600_000 });
  return soonestFirst(presets, now);
}

function nextMonday(today: Date): Date {
  return inDays(today, (8 - today.getUTCDay()) % 7 || 7);
}

function soonestFirst(presets: readonly Preset[], now: number): Preset[] {
  return presets
    .filter(({ at }) => at > now + soonMs)
    .sort((a, b) => a.at - b.at)
    .filter(({ at }, index, offered) => offered.findIndex((other) => other.at === at) === index);
}
