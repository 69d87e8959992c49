'use client';

import { MessageCircleOff, MessageCircleWarning } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { ExternalLink } from '@/components/ui/external-link';
import { Kbd } from '@/components/ui/kbd';
import { ApiError } from '@/lib/client/api';
import { useConversation } from '@/lib/client/queries/conversations';
import { useUsers } from '@/lib/client/queries/directory';
import { useSnoozeEndSeen } from '@/lib/client/queries/snooze-end';
import {
  runCommand,
  useAvailableCommands,
  useCommands,
  useShortcutOf,
} from '@/lib/client/shortcuts/use-commands';
import type { DraftSeed } from '@/lib/shared/contract/draft';
import { conversationName } from '@/lib/shared/format-name';
import { FilesDialog } from './files-dialog';
import type { ShownKind } from './message-kinds';
import { TeamStateLine } from './team-state-line';
import type { ThreadActs } from './thread-acts';
import { ThreadHeader } from './thread-header';
import { ThreadMessages } from './thread-messages';

type ThreadPanelProps = {
  locationId: string;
  conversationId: string;
  /** Of a permalink: the message to show. */
  messageId: string | null;
  /** Of a view of sends: the one to show. */
  sendId: string | null;
  openInGhlUrl: string;
  /** Null for whoever may only read. */
  acts: ThreadActs | null;
  canSend: boolean;
  /** Back to the list. */
  onBack: () => void;
  isContactOpen: boolean;
  onToggleContact: () => void;
  /** Stands below the messages. */
  composer: ReactNode;
  /** Stands there when the conversation is gone: what was not sent in it. */
  left: ReactNode;
  /** Puts what was not sent, or not delivered, back into the composer. */
  onEditSend: (content: DraftSeed) => void;
};

/** One conversation. The key makes header and body always of the same one: nothing of the last survives. */
export function ThreadPanel(props: ThreadPanelProps) {
  return <OpenThread key={`${props.locationId}/${props.conversationId}`} {...props} />;
}

function OpenThread(props: ThreadPanelProps) {
  const { locationId, conversationId, openInGhlUrl, acts, canSend, composer, onBack, onEditSend } = props;
  const { query, conversation } = useConversation(locationId, conversationId);
  const { data: users } = useUsers(locationId);
  const [shown, setShown] = useState<ShownKind>('everything');
  const [hasFilesOpen, setHasFilesOpen] = useState(false);
  /** The message that a file came with; stands in for the one of the address. */
  const [soughtId, setSoughtId] = useState<string | null>(null);
  const hasSoughtRef = useRef(false);
  const [isFinding, setIsFinding] = useState(false);
  const regionRef = useRef<HTMLElement>(null);
  const owner = users?.find(({ id }) => id === conversation?.assignedTo);
  useSnoozeEndSeen(locationId, acts ? conversation : undefined);
  const isGone = query.error instanceof ApiError && query.error.code === 'not_found';

  useCommands({ 'message.find': () => setIsFinding(true) });

  function find(isNow: boolean) {
    setIsFinding(isNow);
    if (!isNow) focusLog();
  }

  function focusLog() {
    regionRef.current?.querySelector<HTMLElement>('[role="log"]')?.focus({ preventScroll: true });
  }

  /** Esc leads from a field to the messages; from there the ladder goes on in the keys of the inbox. */
  function handleKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const log = regionRef.current?.querySelector<HTMLElement>('[role="log"]');
    const isField =
      event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]');
    if (!isField || !log) return;
    event.preventDefault();
    log.focus();
  }

  return (
    <section
      ref={regionRef}
      aria-label="Conversation"
      onKeyDown={handleKeyDown}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-bg"
    >
      <ThreadHeader
        conversation={isGone ? undefined : conversation}
        isLoading={query.isPending}
        ownerName={owner?.name ?? null}
        openInGhlUrl={openInGhlUrl}
        acts={acts}
        shown={shown}
        onShow={setShown}
        onFind={() => setIsFinding(true)}
        onFiles={() => setHasFilesOpen(true)}
        onBack={onBack}
        isContactOpen={props.isContactOpen}
        onToggleContact={props.onToggleContact}
      />
      {isGone || (query.error && !conversation) ? (
        <>
          <Unopened
            isGone={isGone}
            message={query.error?.message ?? ''}
            openInGhlUrl={openInGhlUrl}
            onBack={onBack}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
          {isGone && props.left}
        </>
      ) : (
        <>
          {conversation && <TeamStateLine team={conversation.team} onReopen={acts?.reopen} />}
          <ThreadMessages
            locationId={locationId}
            conversationId={conversationId}
            messageId={soughtId ?? props.messageId}
            sendId={soughtId === null ? props.sendId : null}
            shown={shown}
            onShow={setShown}
            isFinding={isFinding}
            onFind={find}
            contactName={conversation ? conversationName(conversation) : 'the contact'}
            hasEmail={Boolean(conversation?.email)}
            openInGhlUrl={openInGhlUrl}
            canSend={canSend}
            onEditSend={onEditSend}
          />
          {composer}
          {hasFilesOpen && (
            <FilesDialog
              locationId={locationId}
              conversationId={conversationId}
              contactName={conversation ? conversationName(conversation) : 'The contact'}
              onShowMessage={(messageId) => {
                hasSoughtRef.current = true;
                setHasFilesOpen(false);
                setShown('everything');
                setIsFinding(false);
                setSoughtId(messageId);
              }}
              // Whoever asked for a message reads on there.
              onCloseAutoFocus={(event) => {
                if (!hasSoughtRef.current) return;
                hasSoughtRef.current = false;
                event.preventDefault();
                focusLog();
              }}
              onClose={() => setHasFilesOpen(false)}
            />
          )}
        </>
      )}
    </section>
  );
}

type UnopenedProps = {
  isGone: boolean;
  message: string;
  openInGhlUrl: string;
  onBack: () => void;
  onRetry: () => void;
  isRetrying: boolean;
};

function Unopened({ isGone, message, openInGhlUrl, onBack, onRetry, isRetrying }: UnopenedProps) {
  const isAvailable = useAvailableCommands();
  const { shortcut: nextKey, ...nextKeys } = useShortcutOf()('list.next');
  return (
    <Empty
      tone={isGone ? 'plain' : 'bad'}
      icon={isGone ? <MessageCircleOff /> : <MessageCircleWarning />}
      title={
        isGone ? 'This conversation does not exist, or not any more' : 'The conversation could not be loaded'
      }
      text={isGone ? undefined : message}
      action={
        <>
          {isGone && isAvailable('list.next') && (
            <Button onClick={() => runCommand('list.next')} {...nextKeys}>
              Next conversation {nextKey && <Kbd>{nextKey}</Kbd>}
            </Button>
          )}
          {!isGone && (
            <Button isPending={isRetrying} onClick={onRetry}>
              Retry
            </Button>
          )}
          <Button variant="quiet" onClick={onBack}>
            Back to the list
          </Button>
          <ExternalLink href={openInGhlUrl} className="px-2 text-13">
            Open in GoHighLevel
          </ExternalLink>
        </>
      }
      className="min-h-0 flex-1"
    />
  );
}
