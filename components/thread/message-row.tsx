import { channelLabel, messageForm } from '@/lib/shared/channel';
import type { Message, MessageItem } from '@/lib/shared/contract/message';
import { fullTime } from '@/lib/shared/format-time';
import { CallMessage } from './call-message';
import { CommentMessage } from './comment-message';
import { EmailMessage } from './email-message';
import { EventLine } from './event-line';
import { FormMessage } from './form-message';
import { authorOf } from './message-words';
import { OuterText } from './outer-text';
import { QuietLine } from './quiet-line';
import { ReactionMessage } from './reaction-message';
import { ReviewMessage } from './review-message';
import { TextMessage } from './text-message';
import type { ThreadScene } from './thread-scene';

type MessageRowProps = { message: MessageItem; endsRun: boolean; scene: ThreadScene };

/** One message, drawn for what it is. */
export function MessageRow({ message, endsRun, scene }: MessageRowProps) {
  if (message.kind === 'unreadable') {
    return (
      <QuietLine>
        <span>A message that cannot be read ·</span>
        <OuterText text={message.id} />
      </QuietLine>
    );
  }
  const form = formOf(message);
  if (form === 'activity') return <EventLine message={message} />;
  const author = message.direction === 'outbound' ? authorOf(message, scene.names) : scene.contactName;
  const at = message.at === null ? '' : `, ${fullTime(message.at)}`;
  return (
    <article
      aria-label={`${channelLabel(message.type)}, ${author}${at}`}
      className={endsRun ? 'pb-2' : 'pb-[3px]'}
    >
      {form === 'text' && <TextMessage message={message} endsRun={endsRun} scene={scene} />}
      {form === 'comment' && <CommentMessage message={message} scene={scene} />}
      {form === 'email' && <EmailMessage message={message} scene={scene} />}
      {(form === 'call' || form === 'voicemail') && <CallMessage message={message} scene={scene} />}
      {form === 'form' && <FormMessage message={message} scene={scene} />}
      {form === 'reaction' && <ReactionMessage message={message} scene={scene} />}
      {form === 'review' && <ReviewMessage message={message} scene={scene} />}
    </article>
  );
}

function formOf(message: Message) {
  return message.type === 'TYPE_NO_SHOW' ? 'activity' : messageForm(message.type);
}
