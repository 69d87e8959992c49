import { Check, CircleAlert, CircleHelp, Clock, Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ExternalLink } from '@/components/ui/external-link';
import { showToast } from '@/components/ui/toast-store';
import { draftOfSend } from '@/lib/client/draft-of-send';
import { useDismissSend, useRetrySend } from '@/lib/client/queries/sends';
import type { Send, SendRequest } from '@/lib/shared/contract/send';
import { Bubble } from './bubble';
import { keepFocusInThread } from './keep-focus-in-thread';
import { LinkedText } from './linked-text';
import type { OpenSend } from './open-sends';
import { OuterText } from './outer-text';
import type { ThreadScene } from './thread-scene';
import { TimeText } from './time-text';

/** A send that is not a message of the thread yet: nothing that was written is ever out of sight. */
export function SendBubble({ open, scene }: { open: OpenSend; scene: ThreadScene }) {
  const { subject, text, files } = wordsOf(open);
  const channel = open.kind === 'pending' ? open.pending.request.channel : open.send.request.channel;
  return (
    <article aria-label={`${channel} that you sent`} className="pb-2">
      <Bubble
        side="out"
        className={open.kind === 'known' && open.send.state === 'sent' ? undefined : 'border-dashed'}
      >
        {subject && <OuterText text={subject} className="block font-semibold" />}
        {text && <LinkedText text={text} />}
        {files.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the files of a send never change places
          <span key={index} className="flex items-center gap-1.5 text-12 text-ink-2">
            <Paperclip aria-hidden className="size-3.5 shrink-0" />
            <OuterText text={name} className="truncate" />
          </span>
        ))}
      </Bubble>
      {open.kind === 'pending' || ['held', 'sending'].includes(open.send.state) ? (
        <Line icon={<Clock />}>Sending…</Line>
      ) : (
        <SendEnd send={open.send} scene={scene} />
      )}
    </article>
  );
}

function SendEnd({ send, scene }: { send: Send; scene: ThreadScene }) {
  const retry = useRetrySend(scene.locationId, scene.conversationId);
  const dismiss = useDismissSend(scene.locationId, scene.conversationId);
  const complain = (error: Error) => showToast({ tone: 'bad', text: error.message });
  const putAway = () => dismiss.mutate(send.clientId, { onError: complain });

  /** The text is in the composer before it is gone from here. */
  function edit() {
    scene.onEditSend(draftOfSend(send));
    putAway();
  }

  if (send.state === 'sent') {
    return (
      <Line icon={<Check />}>
        <OuterText text={send.authorName} /> · Sent <TimeText at={send.createdAt} /> · {send.request.channel}
      </Line>
    );
  }
  const isUnclear = send.state === 'unclear';
  return (
    <>
      <Line icon={isUnclear ? <CircleHelp /> : <CircleAlert />} isBad>
        {isUnclear ? (
          <>
            Not confirmed. It may have been sent: check in GoHighLevel before sending again.{' '}
            <ExternalLink href={scene.openInGhlUrl}>Open in GoHighLevel</ExternalLink>
          </>
        ) : (
          <>Not sent. {send.error?.message ?? 'No reason was given.'}</>
        )}
      </Line>
      {scene.canSend && (
        // A key for each state: what replaces these buttons has others, and the focus is not left on one that is gone.
        <div key={send.state} ref={keepFocusInThread} className="mt-1 flex flex-wrap justify-end gap-1.5">
          {isUnclear ? (
            <>
              <Button size="sm" onClick={edit}>
                Edit and send again
              </Button>
              <Button size="sm" isPending={dismiss.isPending} onClick={putAway}>
                It arrived
              </Button>
            </>
          ) : (
            <>
              <Button
                size="sm"
                isPending={retry.isPending}
                onClick={() => retry.mutate(send.clientId, { onError: complain })}
              >
                Retry
              </Button>
              <Button size="sm" onClick={edit}>
                Edit
              </Button>
              <Button size="sm" variant="quiet" isPending={dismiss.isPending} onClick={putAway}>
                Dismiss
              </Button>
            </>
          )}
        </div>
      )}
    </>
  );
}

function Line({ icon, isBad = false, children }: { icon: ReactNode; isBad?: boolean; children: ReactNode }) {
  return (
    <p
      className={`mx-1 mt-[3px] text-right text-12 [overflow-wrap:anywhere] [&>svg]:mr-1.5 [&>svg]:inline-block [&>svg]:size-3.5 [&>svg]:align-[-2.5px] ${isBad ? 'font-medium text-bad' : 'text-ink-3'}`}
    >
      {icon}
      {children}
    </p>
  );
}

function wordsOf(open: OpenSend): { subject: string | null; text: string; files: string[] } {
  if (open.kind === 'known') {
    const { request, attachments } = open.send;
    return { ...wordsOfRequest(request), files: attachments.map(({ name }) => name) };
  }
  const { request, attachmentNames } = open.pending;
  return { ...wordsOfRequest(request), files: attachmentNames };
}

function wordsOfRequest(request: SendRequest): { subject: string | null; text: string } {
  return { subject: request.channel === 'Email' ? request.subject : null, text: request.text };
}
