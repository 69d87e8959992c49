import { Paperclip } from 'lucide-react';
import { channelLabel } from '@/lib/shared/channel';
import { type SendRequest, typeOfSend } from '@/lib/shared/contract/send';
import { Bubble } from './bubble';
import { LinkedText } from './linked-text';
import type { OpenSend } from './open-sends';
import { OuterText } from './outer-text';
import { OutgoingEnd } from './outgoing-end';
import { SendEnd } from './send-end';
import type { ThreadScene } from './thread-scene';

type SendBubbleProps = {
  open: OpenSend;
  /** One came from a view of sends to see it. */
  isMarked: boolean;
  scene: ThreadScene;
};

/** A send that is not a message of the thread yet: nothing that was written is ever out of sight. */
export function SendBubble({ open, isMarked, scene }: SendBubbleProps) {
  const { request, files, author } = partsOf(open);
  const subject = request.channel === 'Email' ? request.subject : null;
  return (
    <article
      aria-label={`${channelLabel(typeOfSend[request.channel])} from ${author ?? 'you'}, not in the thread yet`}
      data-marked={isMarked || undefined}
      className="rounded-card pb-2 data-marked:bg-tint data-marked:shadow-[0_0_0_6px_var(--tint)]"
    >
      <Bubble
        side="out"
        className={open.kind === 'known' && open.send.state === 'sent' ? undefined : 'border-dashed'}
      >
        {subject && <OuterText text={subject} className="block font-semibold" />}
        {request.text && <LinkedText text={request.text} />}
        {files.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the files of a send never change places
          <span key={index} className="flex items-center gap-1.5 text-12 text-ink-2">
            <Paperclip aria-hidden className="size-3.5 shrink-0" />
            <OuterText text={name} className="truncate" />
          </span>
        ))}
      </Bubble>
      {open.kind === 'pending' ? (
        <OutgoingEnd outgoing={open.pending} scene={scene} />
      ) : (
        <SendEnd send={open.send} scene={scene} />
      )}
    </article>
  );
}

function partsOf(open: OpenSend): { request: SendRequest; files: string[]; author: string | null } {
  if (open.kind === 'pending') {
    const { request, draft } = open.pending;
    return { request, files: draft.files.map(({ name }) => name), author: null };
  }
  const { request, attachments, isMine, authorName } = open.send;
  return { request, files: attachments.map(({ name }) => name), author: isMine ? null : authorName };
}
