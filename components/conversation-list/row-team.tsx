import { AlarmClock, Check } from 'lucide-react';
import { BidiText } from '@/components/ui/bidi-text';
import { cn } from '@/components/ui/cn';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { currentState } from '@/lib/client/cache/list-fit';
import { snoozeEndWords, snoozeWords } from '@/lib/client/snooze-words';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { TeamState } from '@/lib/shared/contract/triage';
import { fullTime, sameDay, shortAge, timeOfDay } from '@/lib/shared/format-time';
import { waitWords } from './wait-words';

const endClasses =
  'inline-flex shrink-0 items-center gap-1 text-12 text-ink-2 tabular-nums [&>svg]:size-3 [&>svg]:shrink-0';

/** Who closed it and when, until when it is put off, or that it is back. Nothing of what is simply open. */
export function RowTeam({ team, now }: { team: TeamState; now: number | null }) {
  if (now === null) return null;
  const state = currentState(team, now);
  if (state.kind === 'open') {
    return state.snoozeEndedAt === undefined ? null : <SnoozeEnded at={state.snoozeEndedAt} now={now} />;
  }
  if (state.kind === 'snoozed') {
    return (
      <span className={endClasses} title={`Snoozed until ${fullTime(state.until)}`}>
        <AlarmClock aria-hidden />
        <VisuallyHidden>, snoozed until </VisuallyHidden>
        <span className="truncate">{snoozeWords(state.until, now)}</span>
      </span>
    );
  }
  const [firstName = ''] = (state.byName ?? '').split(' ');
  const when = sameDay(state.at, now) ? timeOfDay(state.at) : shortAge(state.at, now);
  return (
    <span
      className={endClasses}
      title={`Done by ${state.byName ?? 'somebody who has left'}, ${fullTime(state.at)}`}
    >
      <Check aria-hidden />
      <VisuallyHidden>{`, done by ${firstName || 'somebody who has left'}, ${when}`}</VisuallyHidden>
      <span aria-hidden className="truncate">
        {firstName && (
          <BidiText className="compact:hidden compact:@min-[26rem]:inline">{`${firstName}, `}</BidiText>
        )}
        {when}
      </span>
    </span>
  );
}

/** Why it stands first: until somebody has looked at it. */
function SnoozeEnded({ at, now }: { at: number; now: number }) {
  return (
    <span
      className={cn(endClasses, 'font-medium text-ink')}
      title={`Back from a snooze that ended ${fullTime(at)}`}
    >
      <AlarmClock aria-hidden />
      <VisuallyHidden>, </VisuallyHidden>
      <span className="truncate">
        <span className="compact:hidden compact:@min-[34rem]:inline">Snooze ended </span>
        {snoozeEndWords(at, now)}
      </span>
    </span>
  );
}

const levelClasses = { fresh: 'text-ink-3', soon: 'font-medium text-warn', late: 'font-semibold text-bad' };

/** How long they have been waiting: the words say it, the colour makes it quicker to see. */
export function RowWait({ row, now }: { row: Conversation; now: number | null }) {
  if (now === null || row.waitingSince === null) return null;
  const { words, level } = waitWords(row.waitingSince, now);
  const sign = row.waitsAtLeast ? words.replace(/^\d+/, '$&+') : words;
  return (
    <time
      dateTime={new Date(row.waitingSince).toISOString()}
      title={`Waits for an answer since ${row.waitsAtLeast ? 'at least ' : ''}${fullTime(row.waitingSince)}`}
      className={cn('ml-auto shrink-0 pl-1 text-12 tabular-nums compact:order-last', levelClasses[level])}
    >
      <VisuallyHidden>{`Waits ${row.waitsAtLeast ? 'at least ' : ''}${words}`}</VisuallyHidden>
      <span aria-hidden>{sign}</span>
    </time>
  );
}
