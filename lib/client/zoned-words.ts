import { wallTime, zoneName } from '@/lib/shared/zoned-time';

/**
 * A moment in the location's zone: "Tue 1 Dec, 9:00", and where the viewer's clock shows another time then,
 * "Tue 1 Dec, 9:00 in New York, 15:00 for you".
 */
export function zonedWords(
  at: number,
  zone: string | undefined,
  viewerZone?: string,
  locale?: string,
): string {
  const there = dayAndTime(at, zone, locale);
  if (zone === undefined || wallTime(at, zone) === wallTime(at, viewerZone)) return there;
  return `${there} in ${zoneName(zone)}, ${herePart(at, zone, viewerZone, locale)} for you`;
}

/** With the day only where it is another one. */
function herePart(at: number, zone: string, viewerZone: string | undefined, locale?: string): string {
  const day = (timeZone: string | undefined) => Math.floor(wallTime(at, timeZone) / 86_400_000);
  if (day(zone) !== day(viewerZone)) return dayAndTime(at, viewerZone, locale);
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: viewerZone }).format(
    at,
  );
}

function dayAndTime(at: number, timeZone: string | undefined, locale?: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(at);
}
