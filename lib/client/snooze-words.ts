import { sameDay, timeOfDay } from '@/lib/shared/format-time';

const dayMs = 24 * 3600_000;

/** When a snooze ended, as short as it can be said: "9:00", "Tue 9:00", "3 Nov, 9:00". */
export function snoozeEndWords(at: number, now: number, locale?: string): string {
  const time = timeOfDay(at, locale);
  if (sameDay(at, now)) return time;
  if (now - at < 6 * dayMs) return `${weekday(at, locale)} ${time}`;
  return `${dayOf(at, now, locale)}, ${time}`;
}

/** A moment to come, as short as it can be said: "18:00", "tomorrow 8:00", "Tue 15:00", "25 Dec, 9:00". */
export function snoozeWords(at: number, now: number, locale?: string): string {
  const time = timeOfDay(at, locale);
  if (sameDay(at, now)) return time;
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  if (sameDay(at, tomorrow.getTime())) return `tomorrow ${time}`;
  if (at - now < 6 * dayMs) return `${weekday(at, locale)} ${time}`;
  return `${dayOf(at, now, locale)}, ${time}`;
}

function weekday(at: number, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(at);
}

function dayOf(at: number, now: number, locale: string | undefined): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: isThisYear ? undefined : 'numeric',
  });
  return day.format(at);
}
