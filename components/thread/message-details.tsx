import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { FormDialog } from '@/components/ui/form-dialog';
import { useMessage } from '@/lib/client/queries/messages';
import { channelLabel } from '@/lib/shared/channel';
import type { Message } from '@/lib/shared/contract/message';
import { fullTime } from '@/lib/shared/format-time';
import { failureWords, isFailed, statusWords } from './message-words';
import { OuterText } from './outer-text';
import { sourceWords } from './source-words';
import type { ThreadScene } from './thread-scene';

type MessageDetailsProps = {
  /** As the thread has it: shown at once. */
  message: Message;
  scene: Pick<ThreadScene, 'locationId' | 'names' | 'now'>;
  opener: HTMLElement;
  onClose: () => void;
};

/** What is known of one message, in words and with the ids that a support desk asks for. */
export function MessageDetails({ message: known, scene, opener, onClose }: MessageDetailsProps) {
  const { data, error, refetch, isFetching } = useMessage(scene.locationId, known.id);
  const message = data ?? known;
  const { direction, status, type } = message;
  const isOut = direction === 'outbound';
  return (
    <FormDialog
      title="Message details"
      onClose={onClose}
      onCloseAutoFocus={(event) => {
        if (!opener.isConnected) return;
        event.preventDefault();
        opener.focus({ preventScroll: true });
      }}
    >
      {error && !data && (
        <p role="alert" className="flex flex-wrap items-center gap-2 px-5 pt-4 text-13 text-bad">
          This is what the thread had. {error.message}
          <Button size="sm" isPending={isFetching} onClick={() => void refetch()}>
            Retry
          </Button>
        </p>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2.5 px-5 py-4 text-13">
        <Fact name="Type" code={type}>
          {channelLabel(type)}
        </Fact>
        <Fact name="Direction">{isOut ? 'Sent' : direction === 'inbound' ? 'Received' : null}</Fact>
        <Fact name="Time">{message.at === null ? null : fullTime(message.at)}</Fact>
        <Fact name="Status" code={status}>
          {isOut && isFailed(message) ? (
            <OuterText text={failureWords(message.error)} />
          ) : (
            statusWords(message, scene.now)
          )}
        </Fact>
        <Fact name="Made by" code={message.source}>
          <OuterText text={sourceWords(message, scene.names)} />
        </Fact>
        <Fact name="From">{message.from && <OuterText text={message.from} />}</Fact>
        <Fact name="To">{message.to && <OuterText text={message.to} />}</Fact>
        <Fact name="Message ID" code={message.id} />
        {message.emailIds.map((id, index) => (
          <Fact
            key={id}
            name={message.emailIds.length === 1 ? 'Email ID' : `Email ID ${index + 1}`}
            code={id}
          />
        ))}
        <Fact name="Conversation ID" code={message.conversationId} />
        {message.contactId && <Fact name="Contact ID" code={message.contactId} />}
        {message.userId && <Fact name="User ID" code={message.userId} />}
      </dl>
    </FormDialog>
  );
}

/** `code`: the word or the id as GoHighLevel has it. */
function Fact({ name, code, children }: { name: string; code?: string | null; children?: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">
        {children}
        {children && code && ' · '}
        {code && <code className="select-all font-mono text-12 text-ink-2">{code}</code>}
        {!children && !code && <span className="text-ink-3">Not known</span>}
      </dd>
    </>
  );
}
