import { MessageCircle, MessageCircleWarning } from 'lucide-react';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { ExternalLink } from '@/components/ui/external-link';
import { useNow } from '@/lib/client/clock';
import { useLocationZone, useUsers } from '@/lib/client/queries/directory';
import { useThread } from '@/lib/client/queries/messages';
import { useAllSends } from '@/lib/client/queries/sends';
import { dropSounds } from '@/lib/client/sound-player';
import { zonedWords } from '@/lib/client/zoned-words';
import type { DraftSeed } from '@/lib/shared/contract/draft';
import type { Message, MessageItem } from '@/lib/shared/contract/message';
import { dayLabel } from '@/lib/shared/format-time';
import { arrivedAfter } from './arrivals';
import { DayLine } from './day-line';
import { EventLines } from './event-lines';
import { FindBar } from './find-bar';
import { foldEvents } from './fold-events';
import { keepFocusInThread } from './keep-focus-in-thread';
import { MessageFrame } from './message-frame';
import { isShown, kindLabels, type ShownKind } from './message-kinds';
import { MessageLog } from './message-log';
import { MessageRow } from './message-row';
import { NewLineRow } from './new-line-row';
import { openSends, withoutScheduled } from './open-sends';
import { SendBubble } from './send-bubble';
import { sendStates } from './send-news';
import { ThreadAnnouncer } from './thread-announcer';
import { type ThreadRow, threadRows } from './thread-rows';
import type { ThreadScene } from './thread-scene';
import { ThreadSkeleton } from './thread-skeleton';
import { ThreadTop } from './thread-top';
import { useFind } from './use-find';
import { useImageViewer } from './use-image-viewer';
import { useMessageMenu } from './use-message-menu';
import { useNewLine } from './use-new-line';
import { useOlderPages, useSeekOlder } from './use-older-pages';
import { useSendKeys } from './use-send-keys';
import { useWantedMessage } from './use-wanted-message';
import { WantedNotice } from './wanted-notice';

type ThreadMessagesProps = {
  locationId: string;
  conversationId: string;
  /** Of a permalink: the message to show. */
  messageId: string | null;
  /** Of a view of sends: the one to show. */
  sendId: string | null;
  shown: ShownKind;
  onShow: (shown: ShownKind) => void;
  isFinding: boolean;
  onFind: (isFinding: boolean) => void;
  contactName: string;
  hasEmail: boolean;
  openInGhlUrl: string;
  canSend: boolean;
  onEditSend: (content: DraftSeed) => void;
};

/** The messages of one conversation and what was sent from here: reads, and chooses the state to show. */
export function ThreadMessages(props: ThreadMessagesProps) {
  const { locationId, conversationId, contactName, messageId, shown, isFinding } = props;
  const { thread, messages: allMessages, authors, staleError } = useThread(locationId, conversationId);
  const { sends, pending } = useAllSends(locationId, conversationId);
  const messages = withoutScheduled(allMessages, sends);
  const { data: users = [] } = useUsers(locationId);
  const [toggledMails, setToggledMails] = useState<ReadonlyMap<string, boolean>>(new Map());
  const older = useOlderPages(thread);
  const { newAfter, onEndInView, isPending } = useNewLine(locationId, conversationId, messages);
  const now = useNow();
  const zone = useLocationZone(locationId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is heard belongs to one conversation
  useEffect(() => dropSounds, [locationId, conversationId]);
  const hasOlder = older.state !== 'beginning';
  const find = useFind({ locationId, messages, hasOlder }, isFinding);
  const isLoaded = thread.data !== undefined;
  const wanted = useWantedMessage({ locationId, conversationId, messageId, messages, isLoaded, hasOlder });
  useSeekOlder(older, find.isSeeking || wanted.mayPage);
  const logRef = useRef<HTMLDivElement>(null);

  const viewer = useImageViewer(locationId, messages);
  const names = { authors, users: new Map(users.map((user) => [user.id, user.name])) };
  const scene: ThreadScene = {
    ...props,
    names,
    // Rows are drawn in the browser alone, where there is a now.
    now: now ?? 0,
    toggledMails,
    onToggleMail: (key, isOpen) => setToggledMails((known) => new Map(known).set(key, isOpen)),
    onOpenImage: viewer.open,
    findMessage: (id) => messageOf(messages, id),
    whenWords: (at) => zonedWords(at, zone),
  };
  const open = openSends(sends, pending, messages);
  useSendKeys(open, scene);
  const markedId = isFinding ? find.currentId : wanted.foundId;
  const sendPlace = props.sendId && `send-${props.sendId}`;
  // What was looked for is shown whatever else is not.
  const shownMessages =
    shown === 'everything'
      ? messages
      : messages.filter((message) => message.id === markedId || isShown(message, shown));
  const drawnRows = threadRows({
    messages: shownMessages,
    sends: shown === 'everything' || shown === 'messages' ? open : [],
    hasOlder: thread.hasNextPage,
    names,
    newAfter,
  });
  // Where they alone are wanted, or one of them is, folding would hide it.
  const rows = shown === 'events' ? drawnRows : foldEvents(drawnRows, markedId);
  const menu = useMessageMenu(logRef, scene);
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
      {isFinding && <FindBar find={find} hasOlder={hasOlder} onClose={() => props.onFind(false)} />}
      {shown !== 'everything' && (
        <Banner
          action={
            <span ref={keepFocusInThread}>
              <Button size="sm" onClick={() => props.onShow('everything')}>
                Show everything
              </Button>
            </span>
          }
        >
          Only {kindLabels[shown].toLowerCase()} are shown
        </Banner>
      )}
      <WantedNotice state={wanted.state} onGiveUp={wanted.giveUp} />
      {rows.length === 0 && !hasOlder ? (
        <div
          ref={logRef}
          role="log"
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the place the composer gives the focus back to
          tabIndex={0}
          className="-outline-offset-2 min-h-0 flex-1 overflow-y-auto"
        >
          <Empty
            icon={<MessageCircle />}
            title={shown === 'everything' ? 'No messages yet' : `No ${kindLabels[shown].toLowerCase()} here`}
          />
        </div>
      ) : (
        <MessageLog
          // Another choice is another list, and begins at its end.
          key={shown}
          ref={logRef}
          label={label}
          rows={rows}
          place={markedId ?? sendPlace}
          top={
            <ThreadTop
              state={older.state}
              isPaused={shown !== 'everything'}
              onLoad={older.load}
              onRetry={older.retry}
              firstDayAt={shownMessages.find(({ at }) => at !== null)?.at ?? null}
              now={now}
            />
          }
          // Of a kind that is rare, the whole thread would be read to fill the view.
          onNearTop={shown === 'everything' ? older.load : nothing}
          onEndInView={onEndInView}
          countAfter={(key) => arrivedAfter(key, shownMessages).length}
          ownSendKey={open.findLast(({ kind }) => kind === 'pending')?.clientId ?? null}
          renderRow={(row) => drawRow(row, scene, menu.open, markedId ?? sendPlace)}
        />
      )}
      {menu.element}
      {viewer.element}
      <ThreadAnnouncer messages={messages} sends={sendStates(sends, pending)} contactName={contactName} />
    </>
  );
}

function nothing() {}

function messageOf(messages: readonly MessageItem[], id: string): Message | null {
  const message = messages.find((each) => each.id === id);
  return message?.kind === 'message' ? message : null;
}

function drawRow(
  row: ThreadRow,
  scene: ThreadScene,
  onMenu: ComponentProps<typeof MessageFrame>['onMenu'],
  markedId: string | null,
) {
  if (row.kind === 'day') return <DayLine label={dayLabel(row.at, scene.now)} />;
  if (row.kind === 'new') return <NewLineRow />;
  if (row.kind === 'events') return <EventLines row={row} scene={scene} />;
  if (row.kind === 'send')
    return <SendBubble open={row.send} isMarked={row.key === markedId} scene={scene} />;
  const drawn = <MessageRow message={row.message} endsRun={row.endsRun} scene={scene} />;
  if (row.message.kind === 'unreadable') return drawn;
  return (
    <MessageFrame message={row.message} isMarked={row.message.id === markedId} onMenu={onMenu}>
      {drawn}
    </MessageFrame>
  );
}
