const hour = 3600_000;
const day = 24 * hour;

/** From here on it should be answered soon, and from there on it is late. */
const soonMs = hour;
const lateMs = 4 * hour;

/** How long somebody waits, in words, and how bad that is. */
export function waitWords(since: number, now: number): { words: string; level: 'fresh' | 'soon' | 'late' } {
  const age = Math.max(0, now - since);
  const level = age < soonMs ? 'fresh' : age < lateMs ? 'soon' : 'late';
  return { words: ageWords(age), level };
}

function ageWords(age: number): string {
  if (age < 60_000) return 'just now';
  if (age < hour) return `${Math.floor(age / 60_000)} min`;
  if (age < day) return `${Math.floor(age / hour)} h`;
  const days = Math.floor(age / day);
  return days === 1 ? '1 day' : `${days} days`;
}
