import { CalendarClock, Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { channelLabel } from '@/lib/shared/channel';
import type { Message } from '@/lib/shared/contract/message';
import { authorOf, failureWords, isFailed, statusWords } from './message-words';
import { OuterText } from './outer-text';
import type { ThreadScene } from './thread-scene';
import { TimeText } from './time-text';

/** Under the last message of a run: who, what became of it, when, by which channel. */
export function StatusLine({ message, scene }: { message: Message; scene: ThreadScene }) {
  const isOut = message.direction === 'outbound';
  const hasFailed = isOut && isFailed(message);
  const status = isOut && !hasFailed ? statusWords(message, scene.now) : null;
  const Icon = status ? icons[message.status ?? ''] : undefined;
  return (
    <p
      className={cn(
        'mx-1 mt-[3px] flex flex-wrap items-center gap-x-1.5 text-12 text-ink-3',
        isOut && 'justify-end text-right',
      )}
    >
      {hasFailed && (
        <span className="inline-flex min-w-0 items-center gap-1.5 font-medium text-bad">
          <CircleAlert aria-hidden className="size-3.5 shrink-0" />
          <OuterText text={failureWords(message.error)} className="[overflow-wrap:anywhere]" />
        </span>
      )}
      <span>
        {isOut && (
          <>
            <OuterText text={authorOf(message, scene.names)} /> ·{' '}
          </>
        )}
        {status && `${status} `}
        {message.status !== 'scheduled' && <TimeText at={message.at} />} · {channelLabel(message.type)}
      </span>
      {Icon && <Icon aria-hidden className="size-3.5" />}
    </p>
  );
}

const icons: Record<string, typeof Check> = {
  pending: Clock,
  queued: Clock,
  scheduled: CalendarClock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  opened: CheckCheck,
};
