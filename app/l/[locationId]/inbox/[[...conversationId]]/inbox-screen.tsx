'use client';

import { Inbox } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { CommandCentre } from '@/app/l/[locationId]/command-centre';
import { AppShell } from '@/components/app-shell/app-shell';
import { SandboxBadge } from '@/components/app-shell/sandbox-badge';
import { ConversationListPanel } from '@/components/conversation-list/conversation-list-panel';
import type { OpenHow } from '@/components/conversation-list/open-how';
import { NewConversationButton } from '@/components/new-conversation/new-conversation-button';
import { TriageProvider } from '@/components/triage/triage-provider';
import { Empty } from '@/components/ui/empty';
import { startDraftSync } from '@/lib/client/draft-sync';
import type { PagePart } from '@/lib/client/early-input-script';
import { keepTrying } from '@/lib/client/keep-trying';
import { useUsers } from '@/lib/client/queries/directory';
import { putBack, type ReturnedSend, useReturnedSends } from '@/lib/client/returned-sends';
import { useCommands } from '@/lib/client/shortcuts/use-commands';
import { useNewMessageSound } from '@/lib/client/use-new-message-sound';
import type { DraftSeed } from '@/lib/shared/contract/draft';
import type { Send, SendView } from '@/lib/shared/contract/send';
import type { Session } from '@/lib/shared/contract/session';
import {
  filterFromSearch,
  type InboxFilter,
  messageIdIn,
  searchFromFilter,
  searchOfSends,
  searchWithoutMessage,
  sendIdIn,
  sendViewIn,
} from '@/lib/shared/inbox-address';
import { linkedUserId } from '@/lib/shared/linked-user';
import { conversationIdIn, paths } from '@/lib/shared/paths';
import { can, type Membership } from '@/lib/shared/permissions';
import { useSettledId } from './use-settled-id';

const loadConversation = () => import('./open-conversation');

/** A third of the page's script, and not needed to show the list: fetched as soon as the browser has a moment. */
const OpenConversation = dynamic(() =>
  keepTrying(loadConversation).then((module) => module.OpenConversation),
);

type InboxScreenProps = {
  session: Session;
  locationId: string;
  mode: 'sandbox' | 'connected';
  ghlAppUrl: string;
  membership: Membership;
  canSend: boolean;
  /** The GHL user that an admin has linked to this person. */
  ghlUserId: string | null;
};

/**
 * The inbox, composed of its features. The address holds the filter and the open conversation; it is changed by the
 * browser's own history, so that opening a thread asks our server for nothing but its messages.
 */
export function InboxScreen(props: InboxScreenProps) {
  const { session, locationId, mode, ghlAppUrl, membership, canSend, ghlUserId } = props;
  const search = useSearchParams();
  const conversationId = conversationIdIn(usePathname());
  const { shownId, holdBack } = useSettledId(conversationId);
  const users = useUsers(locationId);
  const [restore, setRestore] = useState<ReturnedSend | null>(null);
  const [replyId, setReplyId] = useState<string | null>(null);
  useNewMessageSound(locationId);
  const personId = session.person.id;
  useEffect(
    () => (canSend ? startDraftSync(locationId, personId) : undefined),
    [locationId, personId, canSend],
  );
  const locationName = session.locations.find(({ id }) => id === locationId)?.name ?? '';
  useEffect(() => void loadConversation().catch(() => undefined), []);
  useEffect(() => {
    document.title = `${locationName} · Parley`;
  }, [locationName]);
  const { filter, ignored } = filterFromSearch(new URLSearchParams(search));
  const sendView = sendViewIn(new URLSearchParams(search));

  const address = (id: string | null, next: InboxFilter) =>
    paths.inbox(locationId, id) + searchFromFilter(next);
  const sendAddress = (view: SendView, { conversationId: id, ...place }: SendPlace) =>
    paths.inbox(locationId, id) + searchOfSends(view, place);
  const currentUserId = users.data ? linkedUserId(users.data, { ...session.person, ghlUserId }) : null;

  function open(id: string | null, how: { replace?: boolean; isHeld?: boolean } = {}) {
    // The address is ahead of what is drawn: keys come faster than a thread.
    const { pathname, search: filtered } = window.location;
    if (id === conversationIdIn(pathname)) return setReplyId(id);
    setReplyId(null);
    if (how.isHeld) holdBack();
    const url = paths.inbox(locationId, id) + searchWithoutMessage(filtered);
    if (how.replace) window.history.replaceState(null, '', url);
    else window.history.pushState(null, '', url);
    // After the list has come back on a phone.
    if (id === null) requestAnimationFrame(() => focusIn('[role="option"][tabindex="0"]'));
  }

  /** A view of sends, or one of them at its place in the thread. */
  function openSend(view: SendView, place: SendPlace, how?: OpenHow) {
    if (how?.isHeld) holdBack();
    const url = sendAddress(view, place);
    if (how?.isMoving) window.history.replaceState(null, '', url);
    else window.history.pushState(null, '', url);
  }

  function narrow(next: InboxFilter, options?: { replace?: boolean }) {
    const url = address(conversationId, next);
    if (options?.replace) window.history.replaceState(null, '', url);
    else window.history.pushState(null, '', url);
  }

  // What was taken back is in its draft by now; its own box is shown, also after one has gone on to somebody else.
  useReturnedSends((returned) => {
    if (returned.locationId !== locationId) return false;
    if (conversationIdIn(window.location.pathname) !== returned.conversationId) open(returned.conversationId);
    setRestore(returned);
    return true;
  });

  // Nobody waits for the box any more.
  useEffect(() => {
    if (restore && conversationIdIn(window.location.pathname) !== restore.conversationId) setRestore(null);
  });

  function restoreIn(id: string, seed: DraftSeed | null) {
    const returned = seed && { locationId, conversationId: id, seed };
    if (returned) putBack(returned);
    setRestore(returned);
  }

  useCommands(
    canSend
      ? {
          'message.reply': () => {
            const openId = conversationIdIn(window.location.pathname);
            setReplyId(openId);
            return openId !== null;
          },
        }
      : {},
  );

  return (
    <AppShell session={session} locationId={locationId} mode={mode}>
      <TriageProvider
        locationId={locationId}
        membership={membership}
        personName={session.person.name}
        currentUserId={currentUserId}
        onOpen={open}
      >
        {/* On a phone the list is gone with its heading while a conversation is open. */}
        {conversationId !== null && <h1 className="sr-only desk:hidden">Inbox</h1>}
        <div className="flex min-h-0 flex-1">
          <div
            data-open={conversationId !== null || undefined}
            className="flex w-[clamp(300px,27vw,380px)] shrink-0 flex-col border-line border-r bg-panel phone:w-full phone:border-0 phone:data-open:hidden"
          >
            <ConversationListPanel
              locationId={locationId}
              filter={filter}
              ignoredFilters={sendView ? [] : ignored}
              onFilterChange={narrow}
              openConversationId={conversationId}
              hrefFor={(id) => address(id, filter)}
              onOpen={(id, how) => open(id, { replace: how?.isMoving, isHeld: how?.isHeld })}
              sends={{
                view: sendView,
                openSendId: sendIdIn(new URLSearchParams(search)),
                openMessageId: messageIdIn(new URLSearchParams(search)),
                hrefFor: (view, send) => sendAddress(view, placeOf(send)),
                onView: (view) => openSend(view, { conversationId }),
                onOpen: (view, send, how) => openSend(view, placeOf(send), how),
              }}
              badge={
                <>
                  <span className="min-w-0 truncate text-12 text-ink-3">{locationName}</span>
                  {mode === 'sandbox' && <SandboxBadge />}
                  {can(membership, 'conversation:create') && (
                    <span className="ml-auto">
                      <NewConversationButton
                        locationId={locationId}
                        onOpen={(id) => {
                          open(id);
                          setReplyId(id);
                        }}
                        onOpened={() => setReplyId(conversationIdIn(window.location.pathname))}
                      />
                    </span>
                  )}
                </>
              }
              currentUserId={currentUserId}
              canShareViews={can(membership, 'view:share')}
            />
          </div>
          <div
            data-open={conversationId !== null || undefined}
            data-part={shownId ? conversationPart : undefined}
            className="flex min-h-0 min-w-0 flex-1 phone:hidden phone:data-open:flex"
          >
            {shownId ? (
              <OpenConversation
                key={shownId}
                locationId={locationId}
                conversationId={shownId}
                messageId={shownId === conversationId ? messageIdIn(new URLSearchParams(search)) : null}
                sendId={shownId === conversationId ? sendIdIn(new URLSearchParams(search)) : null}
                ghlAppUrl={ghlAppUrl}
                membership={membership}
                canSend={canSend}
                hasGhlUser={users.data ? currentUserId !== null : null}
                restore={restore?.conversationId === shownId ? restore.seed : null}
                onRestore={(seed) => restoreIn(shownId, seed)}
                wantsReply={replyId === shownId}
                onReplying={() => setReplyId(null)}
                onBack={() => open(null)}
              />
            ) : (
              <Empty
                className="flex-1"
                icon={<Inbox />}
                title="No conversation open"
                text="Choose one from the list, or go through it with J and K and open it with Enter. ? shows all keys."
              />
            )}
          </div>
        </div>
        <CommandCentre
          session={session}
          locationId={locationId}
          inbox={{
            openId: conversationId,
            filter,
            currentUserId,
            onOpen: open,
            onFilter: narrow,
            onSends: (view) => openSend(view, { conversationId }),
          }}
        />
      </TriageProvider>
    </AppShell>
  );
}

/** It has a script of its own, which says when it hears what is pressed in there. */
const conversationPart: PagePart = 'conversation';

type SendPlace = { conversationId: string | null; sendId?: string; messageId?: string };

/** What was sent stands in the thread as a message; everything else as a send. */
function placeOf({ state, conversationId, clientId, messageId }: Send): SendPlace {
  return state === 'sent' && messageId ? { conversationId, messageId } : { conversationId, sendId: clientId };
}

function focusIn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
