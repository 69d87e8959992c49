import { ClipboardList } from 'lucide-react';
import type { Message } from '@/lib/shared/contract/message';
import { apiPaths } from '@/lib/shared/paths';
import { AttachmentList } from './attachment-list';
import { Card, CardHead } from './card';
import { formContent } from './form-fields';
import { LinkedText } from './linked-text';
import { authorOf } from './message-words';
import { OuterText } from './outer-text';
import type { ThreadScene } from './thread-scene';
import { TimeText } from './time-text';

/** What the contact filled in, as the list it was. */
export function FormMessage({ message, scene }: { message: Message; scene: ThreadScene }) {
  const { title, fields, rest } = formContent(message.body ?? '');
  const isOut = message.direction === 'outbound';
  return (
    <Card>
      <CardHead
        icon={<ClipboardList />}
        title={title ? <OuterText text={`Form: ${title}`} /> : 'Form submission'}
        text={
          <>
            <OuterText text={isOut ? authorOf(message, scene.names) : scene.contactName} /> ·{' '}
            <TimeText at={message.at} />
          </>
        }
      />
      {(fields.length > 0 || rest) && (
        <div className="border-line border-t px-3.5 py-3 text-13">
          {fields.length > 0 && (
            <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-1.5">
              {fields.map(({ name, value }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the fields of a form never change places
                <div key={index} className="contents">
                  <dt className="max-w-52 text-ink-3 [overflow-wrap:anywhere]">
                    <OuterText text={name} />
                  </dt>
                  <dd className="min-w-0">
                    <LinkedText text={value} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {rest && (
            <div className={fields.length > 0 ? 'mt-2.5' : undefined}>
              <LinkedText text={rest} />
            </div>
          )}
        </div>
      )}
      {message.attachments.length > 0 && (
        <div className="border-line border-t px-3.5 py-3">
          <AttachmentList
            attachments={message.attachments}
            hrefOf={(index) => apiPaths.messageAttachment(scene.locationId, message.id, index)}
            scene={scene}
          />
        </div>
      )}
    </Card>
  );
}
