/** GHL is younger: a year before this one is a year half typed (0002, 0020, 0202). */
const firstYear = 2000;

type DayRangeCheck = 'ok' | 'incomplete' | 'reversed';

/** Days as a date field gives them: '' or YYYY-MM-DD. */
export function checkDayRange(from: string, to: string): DayRangeCheck {
  if (isHalfTyped(from) || isHalfTyped(to)) return 'incomplete';
  return from && to && from > to ? 'reversed' : 'ok';
}

export const dayRangeProblems: Record<DayRangeCheck, string | null> = {
  ok: null,
  incomplete: null,
  reversed: 'The first day is after the last day.',
};

/** "3 Nov 2026": fixed words, so that the server and every browser draw the same. */
export function dayName(day: string): string {
  const at = new Date(`${day}T00:00:00`);
  if (Number.isNaN(at.getTime())) return day;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

function isHalfTyped(day: string): boolean {
  return day !== '' && Number(day.slice(0, 4)) < firstYear;
}
