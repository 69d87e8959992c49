import { Clock, CloudOff } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { changeOutgoing, idOf, type Outgoing } from '@/lib/client/outgoing';
import { cancelOutgoing, sendOutgoing } from '@/lib/client/outgoing-runner';
import { LineButton, SendActs, SendLine } from './send-line';
import type { ThreadScene } from './thread-scene';
import { TimeText } from './time-text';

/** How a send stands that our own server has not answered for yet. */
export function OutgoingEnd({ outgoing, scene }: { outgoing: Outgoing; scene: ThreadScene }) {
  const { phase, problem, startedAt } = outgoing;
  const cancel = () => cancelOutgoing(idOf(outgoing));
  if (phase === 'sending') return <SendLine icon={<Clock />}>Sending…</SendLine>;
  if (phase === 'cancelling') return <SendLine icon={<Clock />}>Taking it back…</SendLine>;
  if (phase === 'waiting') {
    return (
      <SendLine icon={<CloudOff />} acts={scene.canSend && <LineButton onClick={cancel}>Cancel</LineButton>}>
        {problem === null
          ? 'Waiting for network. It goes by itself once that is back.'
          : `Waiting: ${problem} Tried again by itself.`}
      </SendLine>
    );
  }
  return (
    <>
      <SendLine icon={<CloudOff />} isBad>
        Not sent, your turn. There was no network since <TimeText at={startedAt} />.
      </SendLine>
      {scene.canSend && (
        <SendActs>
          <Button
            size="sm"
            onClick={() => {
              changeOutgoing(idOf(outgoing), { isWanted: true, phase: 'sending' });
              sendOutgoing();
            }}
          >
            Send now
          </Button>
          <Button size="sm" onClick={cancel}>
            Edit
          </Button>
        </SendActs>
      )}
    </>
  );
}
