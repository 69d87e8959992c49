import { sameDay, timeOfDay } from '@/lib/shared/format-time';

const dayMs = 24 * 3600_000;

/** A moment to come, as short as it can be said: "18:00", "tomorrow 8:00", "Tue 15:00", "25 Dec, 9:00". */
export function snoozeWords(at: number, now: number, locale?: string): string {
  const time = timeOfDay(at, locale);
  if (sameDay(at, now)) return time;
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  if (sameDay(at, tomorrow.getTime())) return `tomorrow ${time}`;
  if (at - now < 6 * dayMs) {
    return `${new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(at)} ${time}`;
  }
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: isThisYear ? undefined : 'numeric',
  });
  return `${day.format(at)}, ${time}`;
}
