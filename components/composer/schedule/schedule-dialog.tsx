import { CalendarClock, Moon } from 'lucide-react';
import { useState } from 'react';
import { PickCheck } from '@/components/ui/pick-check';
import { PickDialog } from '@/components/ui/pick-dialog';
import { useNow } from '@/lib/client/clock';
import { zonedWords } from '@/lib/client/zoned-words';
import { zoneName } from '@/lib/shared/zoned-time';
import { scheduleChoices } from './schedule-choices';

export type Schedule = { at: number; cancelsOnAnswer: boolean };

export type ScheduleDialogProps = {
  /** What was typed before the dialog was there. */
  typed: string;
  /** The location's zone: what is typed is meant there. */
  zone: string | undefined;
  /** Of who gets a text message; null where it may come at any time. */
  nightZone: string | undefined | null;
  onSchedule: (schedule: Schedule) => void;
  onClose: () => void;
};

/** When GHL shall send it: a few times by name, or any that can be typed. */
export function ScheduleDialog({ typed, zone, nightZone, onSchedule, onClose }: ScheduleDialogProps) {
  const [query, setQuery] = useState(typed);
  const [cancelsOnAnswer, setCancelsOnAnswer] = useState(true);
  const now = useNow() ?? 0;
  const words = (at: number) => zonedWords(at, zone);
  const { choices, isTooFar } = scheduleChoices({ typed: query, now, zone, nightZone, words });

  return (
    <PickDialog
      title="Send later"
      placeholder="When? “tue 3pm”, “in 2 days”"
      query={query}
      onQueryChange={setQuery}
      onClose={onClose}
      groups={[
        {
          id: 'times',
          heading: zone ? `Send later, by the clocks of ${zoneName(zone)}` : 'Send later',
          items: choices.map(({ label, at, isNight }) => ({
            id: `${label} ${at}`,
            icon: isNight ? <Moon aria-hidden /> : <CalendarClock aria-hidden />,
            label: (
              <>
                <span className="block truncate">{label}</span>
                <span className="block truncate text-12 text-ink-3">
                  {[label === words(at) ? null : words(at), isNight ? 'night for them' : null]
                    .flatMap((part) => part ?? [])
                    .join(' · ')}
                </span>
              </>
            ),
            onPick: () => onSchedule({ at, cancelsOnAnswer }),
          })),
        },
      ]}
      empty={
        isTooFar
          ? 'That is more than a year ahead.'
          : 'That is no time to come that could be understood. Try “tomorrow 9:00” or “in 3 hours”.'
      }
    >
      <PickCheck isChecked={cancelsOnAnswer} onChange={setCancelsOnAnswer}>
        Cancel it if they answer first
      </PickCheck>
    </PickDialog>
  );
}
