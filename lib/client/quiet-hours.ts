import { momentOf, wallTime } from '@/lib/shared/zoned-time';

/** In which a text message may ring: from 8 in the morning to 9 in the evening of who gets it. */
const firstHour = 8;
const lastHour = 21;

/** For a text message that would arrive at night: the next morning there. Null: it may ring. */
export function nextMorning(at: number, zone: string | undefined): number | null {
  const wall = new Date(wallTime(at, zone));
  const hour = wall.getUTCHours();
  if (hour >= firstHour && hour < lastHour) return null;
  const day = wall.getUTCDate() + (hour < firstHour ? 0 : 1);
  return momentOf(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), day, firstHour), zone);
}
