import { CircleAlert, CircleHelp, MessageCircleMore } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ExternalLink } from '@/components/ui/external-link';
import { Kbd } from '@/components/ui/kbd';
import { showToast } from '@/components/ui/toast-store';
import { newClientId } from '@/lib/client/client-id';
import { draftOfSend } from '@/lib/client/draft-of-send';
import type { KnownSend } from '@/lib/client/queries/send-times';
import { useDismissSend } from '@/lib/client/queries/sends';
import { useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import { OuterText } from './outer-text';
import { SendActs, SendLine } from './send-line';
import { reasonWords, unclearWords } from './send-words';
import type { ThreadScene } from './thread-scene';
import { useAct } from './use-act';

/** Enough to know which message it is: it stands above in full. */
const maxQuoted = 160;

type SendProblemProps = { send: KnownSend; scene: ThreadScene };

/** A send that a person has to decide about: stopped, refused, not confirmed, late, or taken back by something else. */
export function SendProblem({ send, scene }: SendProblemProps) {
  const { shortcut, ...keyHint } = useShortcutOf()('send.anyway');
  const act = useAct(send, scene);
  const dismiss = useDismissSend({
    locationId: scene.locationId,
    conversationId: scene.conversationId,
    clientId: send.clientId,
  });
  const putAway = () =>
    dismiss.mutate(undefined, { onError: (error) => showToast({ tone: 'bad', text: error.message }) });
  const isBusy = act.isPending || dismiss.isPending;

  /** The text is in the composer before it is gone from here. */
  function edit() {
    // What has not left is withdrawn, so that it never will.
    if (send.state === 'stopped') return act.run('undo');
    scene.onEditSend(draftOfSend(send));
    putAway();
  }

  const button = (label: ReactNode, onClick: () => void, props: object = {}) => (
    <Button size="sm" aria-disabled={isBusy || undefined} onClick={onClick} {...props}>
      {label}
    </Button>
  );
  const editButton = button('Edit', edit);
  const dismissButton = button('Dismiss', putAway, { variant: 'quiet' });

  if (send.state === 'stopped') {
    const newer = send.newerMessageId === null ? null : scene.findMessage(send.newerMessageId);
    return (
      <>
        <SendLine icon={<MessageCircleMore />} isBad>
          {send.error?.code === 'newer_message' || !send.error ? (
            <>
              Not sent: <bdi>{newer?.direction === 'inbound' ? scene.contactName : 'somebody'}</bdi> wrote
              before it left.
            </>
          ) : (
            `Not sent. ${reasonWords(send)}`
          )}
          {newer?.body && (
            <span className="ml-1 font-normal text-ink-2">
              “<OuterText text={newer.body.slice(0, maxQuoted)} />”
            </span>
          )}
        </SendLine>
        {scene.canSend && (
          <SendActs>
            {button(
              <>Send anyway {shortcut && <Kbd>{shortcut}</Kbd>}</>,
              () => act.run('send-anyway'),
              keyHint,
            )}
            {editButton}
          </SendActs>
        )}
      </>
    );
  }
  if (send.state === 'unclear') {
    return (
      <>
        <SendLine icon={<CircleHelp />} isBad>
          {unclearWords(send)} <ExternalLink href={scene.openInGhlUrl}>Open in GoHighLevel</ExternalLink>
        </SendLine>
        {scene.canSend && (
          <SendActs>
            {button('It arrived', () => act.run('arrived'))}
            {button('Send again', () => act.run({ act: 'again', clientId: againIdOf(send) }))}
            {editButton}
          </SendActs>
        )}
      </>
    );
  }
  return (
    <>
      <SendLine icon={<CircleAlert />} isBad>
        {!send.isMine && (
          <>
            <OuterText text={send.authorName} /> ·{' '}
          </>
        )}
        {send.state === 'expired'
          ? `Not sent, your turn: it could not leave in time. ${send.error?.message ?? ''}`
          : `Not sent. ${reasonWords(send)}`}
      </SendLine>
      {scene.canSend && (
        <SendActs>
          {send.state === 'expired' && button('Send now', () => act.run('send-anyway'))}
          {send.state === 'failed' && button('Retry', () => act.run('retry'))}
          {editButton}
          {dismissButton}
        </SendActs>
      )}
    </>
  );
}

/** One id for however often the button is pressed: a lost answer makes no second message. */
const againIds = new Map<string, string>();

function againIdOf({ clientId }: KnownSend): string {
  const id = againIds.get(clientId) ?? newClientId();
  againIds.set(clientId, id);
  return id;
}
