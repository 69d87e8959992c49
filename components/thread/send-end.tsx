import { CalendarClock, Check, Clock, StickyNote } from 'lucide-react';
import { Kbd } from '@/components/ui/kbd';
import type { KnownSend } from '@/lib/client/queries/send-times';
import { useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import { OuterText } from './outer-text';
import { LineButton, SendLine } from './send-line';
import { SendProblem } from './send-problem';
import { heldWords, isHeldUp, reasonWords, scheduleWords } from './send-words';
import type { ThreadScene } from './thread-scene';
import { TimeText } from './time-text';
import { useAct } from './use-act';
import { useSecondsLeft } from './use-seconds-left';

type SendEndProps = { send: KnownSend; scene: ThreadScene };

/** How a send stands that our server keeps, and what can be done about it. */
export function SendEnd({ send, scene }: SendEndProps) {
  switch (send.state) {
    case 'held':
      return <Held send={send} scene={scene} />;
    case 'sending':
      return <SendLine icon={<Clock />}>Sending…</SendLine>;
    case 'scheduled':
      return <Scheduled send={send} scene={scene} />;
    case 'sent':
      return <Sent send={send} />;
    default:
      return <SendProblem key={send.state} send={send} scene={scene} />;
  }
}

/** Until it leaves the team may take it back; sooner than its author meant it, only the author sends it. */
function Held({ send, scene }: SendEndProps) {
  const act = useAct(send, scene);
  const { shortcut, ...keyHint } = useShortcutOf()('undo');
  const seconds = useSecondsLeft(send.leavesAt);
  const isUp = isHeldUp(send);
  const hasKey = !isUp && send.isMine;
  return (
    <SendLine
      icon={<Clock />}
      acts={
        scene.canSend && (
          <>
            <LineButton onClick={() => act.run('undo')} {...(hasKey ? keyHint : {})}>
              {isUp ? 'Cancel' : 'Undo'}
              {hasKey && shortcut && <Kbd className="inline-block">{shortcut}</Kbd>}
            </LineButton>
            {!isUp && send.isMine && <LineButton onClick={() => act.run('send-now')}>Send now</LineButton>}
          </>
        )
      }
    >
      {!send.isMine && (
        <>
          <OuterText text={send.authorName} /> ·{' '}
        </>
      )}
      {isUp ? (
        `Not sent yet. ${reasonWords(send)} It is tried again by itself.`
      ) : (
        <span className="tabular-nums">{heldWords(seconds, scheduleOf(send, scene))}</span>
      )}
    </SendLine>
  );
}

function Scheduled({ send, scene }: SendEndProps) {
  const act = useAct(send, scene);
  const at = send.scheduledFor ?? send.request.schedule?.at ?? send.createdAt;
  return (
    <SendLine
      icon={<CalendarClock />}
      acts={
        scene.canSend && <LineButton onClick={() => act.run('cancel-schedule')}>Cancel and edit</LineButton>
      }
    >
      <OuterText text={send.authorName} /> · {scheduleWords(at, scene.now, scene.whenWords)}
      {send.request.schedule?.cancelsOnAnswer && ', unless they answer first'}
    </SendLine>
  );
}

function Sent({ send }: { send: KnownSend }) {
  const isNote = send.deliveryStatus === 'note';
  return (
    <SendLine icon={isNote ? <StickyNote /> : <Check />}>
      <OuterText text={send.authorName} /> · {isNote ? 'Kept as a note of the contact' : 'Sent'}{' '}
      <TimeText at={send.updatedAt} />
    </SendLine>
  );
}

function scheduleOf({ request }: KnownSend, { whenWords }: ThreadScene): string | null {
  return request.schedule && whenWords(request.schedule.at);
}
