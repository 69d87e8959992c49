import { fullTime, timeOfDay } from '@/lib/shared/format-time';

/** The time of day; the whole moment on hover. */
export function TimeText({ at, isFull = false }: { at: number | null; isFull?: boolean }) {
  if (at === null) return <span>no time</span>;
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={fullTime(at)}
      className="whitespace-nowrap tabular-nums"
    >
      {isFull ? fullTime(at) : timeOfDay(at)}
    </time>
  );
}
