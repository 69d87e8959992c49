import { AlarmClock, Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { currentState } from '@/lib/client/cache/list-fit';
import { useNow } from '@/lib/client/clock';
import { snoozeWords } from '@/lib/client/snooze-words';
import type { TeamState } from '@/lib/shared/contract/triage';
import { fullTime, sameDay, timeOfDay } from '@/lib/shared/format-time';
import { OuterText } from './outer-text';

type TeamStateLineProps = { team: TeamState; onReopen: (() => void) | undefined };

/** What the team made of the conversation, and the way back. Nothing while it is open. */
export function TeamStateLine({ team, onReopen }: TeamStateLineProps) {
  const now = useNow();
  if (now === null) return null;
  const state = currentState(team, now);
  if (state.kind === 'open') return null;
  const by = state.byName ? <OuterText text={state.byName} /> : 'somebody who has left the team';
  return state.kind === 'done' ? (
    <Line icon={<Check aria-hidden />} label="Reopen" onReopen={onReopen}>
      Done by {by}, {sameDay(state.at, now) ? timeOfDay(state.at) : fullTime(state.at)}
    </Line>
  ) : (
    <Line icon={<AlarmClock aria-hidden />} label="Wake now" onReopen={onReopen}>
      Snoozed until {snoozeWords(state.until, now)} by {by}
      {state.endsOnAnswer && ', or until they answer'}
    </Line>
  );
}

type LineProps = { icon: ReactNode; label: string; onReopen: (() => void) | undefined; children: ReactNode };

function Line({ icon, label, onReopen, children }: LineProps) {
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 border-line border-b bg-sunk px-5 py-1 text-13 text-ink-2 phone:px-4 [&>svg]:size-[15px] [&>svg]:shrink-0">
      {icon}
      <p className="min-w-0">{children}</p>
      {onReopen && (
        <button
          type="button"
          onClick={onReopen}
          className="rounded-tag px-1 font-semibold text-ink underline decoration-1 underline-offset-2 touch:min-h-11"
        >
          {label}
        </button>
      )}
    </div>
  );
}
