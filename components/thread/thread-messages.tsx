import { MessageCircle, MessageCircleWarning } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { ExternalLink } from '@/components/ui/external-link';
import { useNow } from '@/lib/client/clock';
import { useUsers } from '@/lib/client/queries/directory';
import { useThread } from '@/lib/client/queries/messages';
import { usePendingSends, useSends } from '@/lib/client/queries/sends';
import { dropSounds } from '@/lib/client/sound-player';
import type { Send } from '@/lib/shared/contract/send';
import { dayLabel } from '@/lib/shared/format-time';
import { arrivedAfter } from './arrivals';
import { DayLine } from './day-line';
import { EventLines } from './event-lines';
import { foldEvents } from './fold-events';
import { MessageLog } from './message-log';
import { MessageRow } from './message-row';
import { NewLineRow } from './new-line-row';
import { openSends } from './open-sends';
import { SendBubble } from './send-bubble';
import { sendStates } from './send-news';
import { ThreadAnnouncer } from './thread-announcer';
import { type ThreadRow, threadRows } from './thread-rows';
import type { ThreadScene } from './thread-scene';
import { ThreadSkeleton } from './thread-skeleton';
import { ThreadTop } from './thread-top';
import { useNewLine } from './use-new-line';

type ThreadMessagesProps = {
  locationId: string;
  conversationId: string;
  contactName: string;
  openInGhlUrl: string;
  canSend: boolean;
  onEditSend: (send: Send) => void;
};

/** The messages of one conversation and what was sent from here: reads, and chooses the state to show. */
export function ThreadMessages(props: ThreadMessagesProps) {
  const { locationId, conversationId, contactName } = props;
  const { thread, messages, authors, staleError } = useThread(locationId, conversationId);
  const sends = useSends(locationId, conversationId).data ?? [];
  const pending = usePendingSends(locationId, conversationId);
  const { data: users = [] } = useUsers(locationId);
  const [toggledMails, setToggledMails] = useState<ReadonlyMap<string, boolean>>(new Map());
  const older = useOlderPages(thread);
  const { newAfter, onEndInView, isPending } = useNewLine(locationId, conversationId, messages);
  const now = useNow();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is heard belongs to one conversation
  useEffect(() => dropSounds, [locationId, conversationId]);

  const names = { authors, users: new Map(users.map((user) => [user.id, user.name])) };
  const scene: ThreadScene = {
    ...props,
    names,
    // Rows are drawn in the browser alone, where there is a now.
    now: now ?? 0,
    toggledMails,
    onToggleMail: (key, isOpen) => setToggledMails((known) => new Map(known).set(key, isOpen)),
  };
  const open = openSends(sends, pending, messages);
  const rows = foldEvents(
    threadRows({ messages, sends: open, hasOlder: thread.hasNextPage, names, newAfter }),
  );
  const label = `Messages with ${contactName}`;

  // Drawn later, the line above what is new would move what is being read.
  if (thread.isPending || (isPending && thread.data)) return <ThreadSkeleton />;
  if (!thread.data) {
    return (
      <Empty
        tone="bad"
        icon={<MessageCircleWarning />}
        title="The messages could not be loaded"
        text={thread.error?.message}
        action={
          <>
            <Button isPending={thread.isFetching} onClick={() => void thread.refetch()}>
              Retry
            </Button>
            <ExternalLink href={props.openInGhlUrl} className="px-2 text-13">
              Open in GoHighLevel
            </ExternalLink>
          </>
        }
        className="min-h-0 flex-1"
      />
    );
  }
  return (
    <>
      {staleError !== null && (
        <Banner tone="warn">
          Showing what we had; trying again. {staleError instanceof Error && staleError.message}
        </Banner>
      )}
      {rows.length === 0 && older.state === 'beginning' ? (
        <div
          role="log"
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the place the composer gives the focus back to
          tabIndex={0}
          className="-outline-offset-2 min-h-0 flex-1 overflow-y-auto"
        >
          <Empty icon={<MessageCircle />} title="No messages yet" />
        </div>
      ) : (
        <MessageLog
          label={label}
          rows={rows}
          top={
            <ThreadTop
              state={older.state}
              onRetry={older.retry}
              firstDayAt={messages.find(({ at }) => at !== null)?.at ?? null}
              now={now}
            />
          }
          onNearTop={older.load}
          onEndInView={onEndInView}
          countAfter={(key) => arrivedAfter(key, messages).length}
          ownSendKey={open.findLast(({ kind }) => kind === 'pending')?.clientId ?? null}
          renderRow={(row) => drawRow(row, scene)}
        />
      )}
      <ThreadAnnouncer messages={messages} sends={sendStates(sends, pending)} contactName={contactName} />
    </>
  );
}

function drawRow(row: ThreadRow, scene: ThreadScene) {
  if (row.kind === 'day') return <DayLine label={dayLabel(row.at, scene.now)} />;
  if (row.kind === 'new') return <NewLineRow />;
  if (row.kind === 'events') return <EventLines row={row} scene={scene} />;
  if (row.kind === 'send') return <SendBubble open={row.send} scene={scene} />;
  return <MessageRow message={row.message} endsRun={row.endsRun} scene={scene} />;
}

/** Older pages on demand: one at a time, and after a failure only when a person asks. */
function useOlderPages(thread: ReturnType<typeof useThread>['thread']) {
  const [hasFailed, setHasFailed] = useState(false);
  const isAsking = useRef(false);

  async function fetchOlder() {
    if (isAsking.current) return;
    isAsking.current = true;
    const result = await thread.fetchNextPage({ cancelRefetch: false });
    isAsking.current = false;
    setHasFailed(result.isFetchNextPageError);
  }

  const state = !thread.hasNextPage
    ? 'beginning'
    : thread.isFetchingNextPage
      ? 'loading'
      : hasFailed
        ? 'failed'
        : 'more';
  return {
    state,
    load: () => {
      if (state === 'more') void fetchOlder();
    },
    retry: () => void fetchOlder(),
  } as const;
}
