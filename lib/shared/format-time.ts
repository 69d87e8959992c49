const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * The age of a row, in at most seven signs: "now", "2 min", "3 h", "Tue", "3 Nov", "Mar 2024".
 * `now` is passed in so that lists redraw together and tests need no clock.
 */
export function shortAge(at: number, now: number, locale?: string): string {
  const age = now - at;
  if (age < minute) return 'now';
  if (age < hour) return `${Math.floor(age / minute)} min`;
  if (age < 6 * hour) return `${Math.floor(age / hour)} h`;
  if (sameDay(at, now)) return timeOfDay(at, locale);
  if (age < 6 * day) return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(at);
  const options: Intl.DateTimeFormatOptions =
    new Date(at).getFullYear() === new Date(now).getFullYear()
      ? { day: 'numeric', month: 'short' }
      : { month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(locale, options).format(at);
}

export function timeOfDay(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** The heading of a day in a thread: "Today", "Yesterday", "Monday, 16 November", with the year when it is another. */
export function dayLabel(at: number, now: number, locale?: string): string {
  if (sameDay(at, now)) return 'Today';
  if (sameDay(at, now - day)) return 'Yesterday';
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    weekday: isThisYear ? 'long' : undefined,
    day: 'numeric',
    month: 'long',
    year: isThisYear ? undefined : 'numeric',
  }).format(at);
}

/** The whole moment, month as a word so that 01/05 is never in doubt. */
export function fullTime(at: number, locale?: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
}

export function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** "3 min 12 s", "45 s". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}

/** A place in a recording: "0:24", "12:05", "1:02:03". */
export function clockTime(ms: number): string {
  const whole = Math.floor(Math.max(0, ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
