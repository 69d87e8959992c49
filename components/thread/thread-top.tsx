import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { dayLabel } from '@/lib/shared/format-time';
import { DayLine } from './day-line';

type ThreadTopProps = {
  state: 'beginning' | 'loading' | 'failed' | 'more';
  /** Older messages come only when asked for. */
  isPaused: boolean;
  onLoad: () => void;
  onRetry: () => void;
  /** The day of the first message, while older ones of it may be to come. */
  firstDayAt: number | null;
  /** Null on the server: which day it was hangs on the viewer's zone. */
  now: number | null;
};

/** Above the first message that is loaded. Its height never changes. */
export function ThreadTop({ state, isPaused, onLoad, onRetry, firstDayAt, now }: ThreadTopProps) {
  return (
    <>
      <div className="flex min-h-8 items-center justify-center gap-2 px-4 text-12 text-ink-3">
        {state === 'beginning' && 'Beginning of the conversation'}
        {state === 'loading' && (
          <>
            <Spinner /> Loading older messages
          </>
        )}
        {state === 'more' && isPaused && (
          <Button size="sm" onClick={onLoad}>
            Load older messages
          </Button>
        )}
        {state === 'failed' && (
          <>
            Could not load older messages.
            <Button size="sm" onClick={onRetry}>
              Retry
            </Button>
          </>
        )}
      </div>
      {state !== 'beginning' && firstDayAt !== null && now !== null && (
        <DayLine label={dayLabel(firstDayAt, now)} />
      )}
    </>
  );
}
