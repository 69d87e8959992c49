import { channelLabel } from '@/lib/shared/channel';
import type { Message } from '@/lib/shared/contract/message';
import { apiPaths } from '@/lib/shared/paths';
import { AttachmentList } from './attachment-list';
import { Bubble, sideOf } from './bubble';
import { LinkedText } from './linked-text';
import { OuterText } from './outer-text';
import { StatusLine } from './status-line';
import type { ThreadScene } from './thread-scene';
import { TypeNote } from './type-note';

type TextMessageProps = { message: Message; endsRun: boolean; scene: ThreadScene };

/** Every channel of plain text, and every type that nobody has told us about. */
export function TextMessage({ message, endsRun, scene }: TextMessageProps) {
  const side = sideOf(message.direction);
  const { body, subject, attachments } = message;
  return (
    <>
      {(body || subject || attachments.length === 0) && (
        <Bubble side={side}>
          <TypeNote message={message} />
          {subject && <OuterText text={subject} className="block font-semibold" />}
          {body ? (
            <LinkedText text={body} />
          ) : (
            !subject && <em className="text-ink-2">{channelLabel(message.type)} without text</em>
          )}
        </Bubble>
      )}
      {attachments.length > 0 && (
        <div className={side === 'out' ? 'mt-[3px] flex justify-end [&_ul]:justify-end' : 'mt-[3px] flex'}>
          <AttachmentList
            attachments={attachments}
            hrefOf={(index) => apiPaths.messageAttachment(scene.locationId, message.id, index)}
            scene={scene}
          />
        </div>
      )}
      {endsRun && <StatusLine message={message} scene={scene} />}
    </>
  );
}
