import { CalendarClock, Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { channelLabel, messageForm } from '@/lib/shared/channel';
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
      {hasFailed && scene.canSend && message.body && (
        <FailedActs text={message.body} message={message} scene={scene} />
      )}
    </p>
  );
}

type FailedActsProps = { text: string; message: Message; scene: ThreadScene };

/** The text comes into the composer; nothing is sent before somebody has looked at it. */
function FailedActs({ text, message, scene }: FailedActsProps) {
  const rewrite = (channel: 'SMS' | 'Email') => () =>
    scene.onEditSend({ channel, content: { text, subject: message.subject } });
  return (
    <span className="flex flex-wrap justify-end gap-x-3">
      {message.type === 'TYPE_SMS' && (
        <button type="button" onClick={rewrite('SMS')} className={actClasses}>
          Edit and send again
        </button>
      )}
      {scene.hasEmail && messageForm(message.type) === 'text' && (
        <button type="button" onClick={rewrite('Email')} className={actClasses}>
          Write an email instead
        </button>
      )}
    </span>
  );
}

const actClasses =
  'min-h-6 rounded-tag font-semibold text-bad underline decoration-1 underline-offset-2 touch:min-h-11';

const icons: Record<string, typeof Check> = {
  pending: Clock,
  queued: Clock,
  scheduled: CalendarClock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  opened: CheckCheck,
};
