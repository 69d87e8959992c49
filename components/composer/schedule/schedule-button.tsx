import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { IconButton } from '@/components/ui/icon-button';
import { showToast } from '@/components/ui/toast-store';
import { offlineWriteMessage } from '@/lib/client/api';
import { useLocationZone } from '@/lib/client/queries/directory';
import { keepingKeys } from '@/lib/client/shortcuts/typed-ahead';
import { useCommands, useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import type { Schedule } from './schedule-dialog';

const loadDialog = async () => (await import('./schedule-dialog')).ScheduleDialog;
type Shown = { Dialog: Awaited<ReturnType<typeof loadDialog>>; typed: string };

type ScheduleButtonProps = {
  locationId: string;
  /** Of who gets a text message; null where it may come at any time. */
  nightZone: string | undefined | null;
  isBlocked: boolean;
  /** Whether there is something to send; says itself what is missing. */
  mayOpen: () => boolean;
  onSchedule: (schedule: Schedule) => void;
};

/** "Send later", beside the button that sends now. */
export function ScheduleButton(props: ScheduleButtonProps) {
  const { locationId, nightZone, isBlocked, mayOpen, onSchedule } = props;
  const zone = useLocationZone(locationId);
  const [shown, setShown] = useState<Shown | null>(null);
  const { shortcut, ...keyHint } = useShortcutOf()('send.later');

  function open() {
    if (isBlocked || !mayOpen()) return;
    keepingKeys(loadDialog).then(
      // At once: the next key finds the dialog.
      (opening) => opening && flushSync(() => setShown({ Dialog: opening.loaded, typed: opening.typed })),
      () => showToast({ tone: 'bad', text: offlineWriteMessage }),
    );
  }

  useCommands(isBlocked ? {} : { 'send.later': open });

  return (
    <>
      <IconButton
        label="Send later"
        shortcut={shortcut}
        aria-haspopup="dialog"
        aria-disabled={isBlocked || undefined}
        onClick={open}
        {...keyHint}
      >
        <CalendarClock aria-hidden />
      </IconButton>
      {shown && (
        <shown.Dialog
          typed={shown.typed}
          zone={zone}
          nightZone={nightZone === undefined ? zone : nightZone}
          onSchedule={(schedule) => {
            setShown(null);
            onSchedule(schedule);
          }}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}
