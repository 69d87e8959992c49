import { Clock } from 'lucide-react';
import { useState } from 'react';
import { PickCheck } from '@/components/ui/pick-check';
import { PickDialog } from '@/components/ui/pick-dialog';
import { parseSnoozeTime, snoozePresets } from '@/lib/client/snooze-times';
import { maxSnoozeMs } from '@/lib/shared/contract/triage';
import { type PickerProps, targetWords } from './picker-props';

/** When it shall come back: a few times by name, or any that can be typed. */
export function SnoozePicker({ target, typed: typedAhead, onChange, onClose }: PickerProps) {
  const what = targetWords(target);
  const [query, setQuery] = useState(typedAhead);
  const [endsOnAnswer, setEndsOnAnswer] = useState(true);
  const [now] = useState(() => Date.now());
  const typed = query.trim();
  const at = typed === '' ? null : parseSnoozeTime(typed, now);
  const isTooFar = at !== null && at > now + maxSnoozeMs;
  const presets = snoozePresets(now).filter(({ label }) =>
    label.toLowerCase().startsWith(typed.toLowerCase()),
  );
  const isOffered = presets.some((preset) => preset.at === at);
  const times = at === null || isTooFar || isOffered ? [] : [{ label: `Until ${dayAndTime(at, now)}`, at }];

  return (
    <PickDialog
      title={`Snooze ${what} until`}
      placeholder="Until when? “tue 3pm”, “in 2 days”"
      query={query}
      onQueryChange={setQuery}
      onClose={onClose}
      groups={[
        {
          id: 'times',
          heading: `Snooze ${what}`,
          items: [...presets, ...times].map((time) => ({
            id: time.label,
            icon: <Clock aria-hidden />,
            label: time.label,
            note: time === times[0] ? undefined : dayAndTime(time.at, now),
            onPick: () => onChange({ kind: 'snooze', until: time.at, endsOnAnswer }),
          })),
        },
      ]}
      empty={
        isTooFar
          ? 'That is more than a year ahead.'
          : 'That is no time to come that could be understood. Try “tomorrow 9:00” or “in 3 hours”.'
      }
    >
      <PickCheck isChecked={endsOnAnswer} onChange={setEndsOnAnswer}>
        If they answer first, bring it back
      </PickCheck>
    </PickDialog>
  );
}

function dayAndTime(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: isThisYear ? undefined : 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
}
