import { PhoneIncoming, PhoneMissed, PhoneOutgoing, Voicemail } from 'lucide-react';
import type { Message } from '@/lib/shared/contract/message';
import { CallRecording } from './call-recording';
import { callWords } from './call-words';
import { Card } from './card';
import { LinkedText } from './linked-text';
import { authorOf } from './message-words';
import { OuterText } from './outer-text';
import type { ThreadScene } from './thread-scene';
import { TimeText } from './time-text';

/** A call or a voicemail: who called whom, how it ended, its sound and its words. */
export function CallMessage({ message, scene }: { message: Message; scene: ThreadScene }) {
  const { title, outcome, isMissed, mayHaveRecording } = callWords(message);
  const isInbound = message.direction === 'inbound';
  const Icon = title.startsWith('Voicemail')
    ? Voicemail
    : isMissed
      ? PhoneMissed
      : isInbound
        ? PhoneIncoming
        : PhoneOutgoing;
  // The player says how long it is.
  const isLengthShown = mayHaveRecording && Boolean(message.call?.durationSeconds);
  const head = (
    <>
      <span aria-hidden className="shrink-0 text-ink-2 [&_svg]:size-[18px]">
        <Icon className={isMissed ? 'text-bad' : undefined} />
      </span>
      <div className="min-w-0 flex-1 text-13">
        <p className="font-semibold">{title}</p>
        <p className="text-12 text-ink-3">
          <OuterText text={isInbound ? scene.contactName : authorOf(message, scene.names)} />
          {outcome && !isLengthShown && ` · ${outcome}`} · <TimeText at={message.at} />
        </p>
      </div>
    </>
  );
  return (
    <Card className="@container">
      {mayHaveRecording ? (
        <CallRecording message={message} scene={scene} head={head} />
      ) : (
        <div className="flex items-center gap-2.5 px-3.5 py-[11px]">{head}</div>
      )}
      {message.body && (
        <div className="border-line border-t px-3.5 py-2.5 text-13">
          <LinkedText text={message.body} />
        </div>
      )}
    </Card>
  );
}
