/** What a wall clock in a zone shows, as if it were UTC: its year, month, day and time can be reckoned with there. */
export function wallTime(at: number, timeZone: string | undefined): number {
  const parts = formatFor(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  const [year, month, day] = [part('year'), part('month'), part('day')];
  const wall = Date.UTC(year, month - 1, day, part('hour') % 24, part('minute'), part('second'));
  return wall + (((at % 1000) + 1000) % 1000);
}

/**
 * The moment at which a wall clock in a zone shows this. Where the clock is put forward over it, the time that comes
 * after; where it is shown twice, the first.
 */
export function momentOf(wall: number, timeZone: string | undefined): number {
  const offsetAt = (at: number) => wallTime(at, timeZone) - at;
  // A day to either side has the offsets before and after any change.
  const [before, after] = [offsetAt(wall - dayMs), offsetAt(wall + dayMs)];
  const moments = [wall - Math.max(before, after), wall - Math.min(before, after)];
  return moments.find((at) => wallTime(at, timeZone) === wall) ?? wall - before;
}

/** "New York" for "America/New_York". */
export function zoneName(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** A zone that is none throws wherever it is used; what comes from outside is asked here first. */
export function knownZone(timeZone: string | null | undefined): string | undefined {
  if (!timeZone) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

const dayMs = 86_400_000;
const formats = new Map<string | undefined, Intl.DateTimeFormat>();

function formatFor(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}
