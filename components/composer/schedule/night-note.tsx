import { Moon } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useNow } from '@/lib/client/clock';
import { useLocationZone } from '@/lib/client/queries/directory';
import { nextMorning } from '@/lib/client/quiet-hours';
import { zonedWords } from '@/lib/client/zoned-words';
import type { Schedule } from './schedule-dialog';

type NightNoteProps = {
  locationId: string;
  /** Of who gets the message. */
  zone: string | undefined;
  onSchedule: (schedule: Schedule) => void;
};

/** Said before anybody sends: a text message would ring at night, and could wait for the morning. */
export function NightNote({ locationId, zone, onSchedule }: NightNoteProps) {
  const now = useNow();
  const locationZone = useLocationZone(locationId);
  const morning = now === null ? null : nextMorning(now, zone ?? locationZone);
  if (now === null || morning === null) return null;
  const time = new Intl.DateTimeFormat(undefined, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone ?? locationZone,
  });
  return (
    <p className="flex flex-wrap items-center gap-x-2 px-3.5 pb-1 text-12 text-ink-2">
      <Moon aria-hidden className="size-3.5 shrink-0" />
      <span>It is {time.format(now)} for them.</span>
      <Button
        size="sm"
        title={zonedWords(morning, locationZone)}
        onClick={() => onSchedule({ at: morning, cancelsOnAnswer: true })}
      >
        Send at {time.format(morning)}
      </Button>
    </p>
  );
}
