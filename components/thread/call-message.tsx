import { PhoneIncoming, PhoneMissed, PhoneOutgoing, Voicemail } from 'lucide-react';
import { ExternalLink } from '@/components/ui/external-link';
import type { Message } from '@/lib/shared/contract/message';
import { callWords } from './call-words';
import { Card, CardHead } from './card';
import { LinkedText } from './linked-text';
import { authorOf } from './message-words';
import { OuterText } from './outer-text';
import type { ThreadScene } from './thread-scene';
import { TimeText } from './time-text';

/** A call or a voicemail: who called whom, how it ended, where to hear it. */
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
  return (
    <Card>
      <CardHead
        icon={<Icon className={isMissed ? 'text-bad' : undefined} />}
        title={title}
        text={
          <>
            <OuterText text={isInbound ? scene.contactName : authorOf(message, scene.names)} />
            {outcome && ` · ${outcome}`} · <TimeText at={message.at} />
          </>
        }
      />
      {message.body && (
        <div className="border-line border-t px-3.5 py-2.5 text-13">
          <LinkedText text={message.body} />
        </div>
      )}
      {mayHaveRecording && (
        <p className="border-line border-t px-3.5 py-2 text-12 text-ink-2">
          Recording and transcript:{' '}
          <ExternalLink href={scene.openInGhlUrl} className="touch:min-h-11">
            open in GoHighLevel
          </ExternalLink>
        </p>
      )}
    </Card>
  );
}
