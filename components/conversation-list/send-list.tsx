import { CalendarClock, CircleCheck } from 'lucide-react';
import type { RefObject } from 'react';
import { Empty } from '@/components/ui/empty';
import { useLocationZone } from '@/lib/client/queries/directory';
import { useSendsOverview } from '@/lib/client/queries/sends';
import type { Send, SendView } from '@/lib/shared/contract/send';
import { StaleNotice } from './list-notices';
import { ListError } from './list-states';
import type { OpenHow } from './open-how';
import { SendRows } from './send-rows';
import { SkeletonRows } from './skeleton-rows';

export type OpenSend = (send: Send, how?: OpenHow) => void;

export type SendListProps = {
  locationId: string;
  view: SendView;
  /** The one that is open at its place in its thread, as a send or as a message. */
  openSendId: string | null;
  openMessageId: string | null;
  hrefFor: (send: Send) => string;
  onOpen: OpenSend;
  hasFocus: RefObject<boolean>;
};

const empty: Record<SendView, { title: string; text: string }> = {
  attention: {
    title: 'Nothing needs attention',
    text: 'What was refused, stopped, not confirmed or not delivered stands here until somebody has dealt with it.',
  },
  scheduled: {
    title: 'Nothing is scheduled',
    text: 'Choose “Send later” beside the send button. GoHighLevel lists no scheduled messages, so what was scheduled there does not stand here.',
  },
};

/** The sends of all conversations that need somebody, or that go later: one of four states. */
export function SendList(props: SendListProps) {
  const { locationId, view } = props;
  const overview = useSendsOverview(locationId, view);
  const zone = useLocationZone(locationId);
  const sends = overview.data;

  if (!sends) {
    return overview.error ? (
      <ListError
        error={overview.error}
        isRetrying={overview.isFetching}
        onRetry={() => void overview.refetch()}
      />
    ) : (
      <SkeletonRows />
    );
  }
  return (
    <>
      {overview.error && <StaleNotice error={overview.error} />}
      {view === 'scheduled' && sends.length > 0 && (
        <p className="border-line border-b px-4 py-2 text-12 text-ink-3">
          Made here: GoHighLevel lists no scheduled messages.
        </p>
      )}
      {sends.length === 0 ? (
        <Empty icon={view === 'attention' ? <CircleCheck /> : <CalendarClock />} {...empty[view]} />
      ) : (
        <SendRows {...props} sends={sends} openId={openIdOf(sends, props)} zone={zone} />
      )}
    </>
  );
}

function openIdOf(
  sends: readonly Send[],
  { openSendId, openMessageId }: Pick<SendListProps, 'openSendId' | 'openMessageId'>,
): string | null {
  const isOpen = ({ clientId, messageId }: Send) =>
    clientId === openSendId || (messageId !== null && messageId === openMessageId);
  return sends.find(isOpen)?.clientId ?? null;
}
