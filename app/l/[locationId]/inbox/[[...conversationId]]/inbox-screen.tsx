'use client';

import { Inbox } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { AppShell } from '@/components/app-shell/app-shell';
import { SandboxBadge } from '@/components/app-shell/sandbox-badge';
import { ConversationListPanel } from '@/components/conversation-list/conversation-list-panel';
import { Empty } from '@/components/ui/empty';
import { useUsers } from '@/lib/client/queries/directory';
import type { Send } from '@/lib/shared/contract/send';
import type { Session } from '@/lib/shared/contract/session';
import { filterFromSearch, type InboxFilter, searchFromFilter } from '@/lib/shared/inbox-address';
import { paths } from '@/lib/shared/paths';

const loadConversation = () => import('./open-conversation');

/** A third of the page's script, and not needed to show the list: fetched as soon as the browser has a moment. */
const OpenConversation = dynamic(() => loadConversation().then((module) => module.OpenConversation));

type InboxScreenProps = {
  session: Session;
  locationId: string;
  mode: 'sandbox' | 'connected';
  ghlAppUrl: string;
  canMark: boolean;
  canSend: boolean;
  /** The GHL user that an admin has linked to this person. */
  ghlUserId: string | null;
};

/**
 * The inbox, composed of its features. The address holds the filter and the open conversation; it is changed by the
 * browser's own history, so that opening a thread asks our server for nothing but its messages.
 */
export function InboxScreen(props: InboxScreenProps) {
  const { session, locationId, mode, ghlAppUrl, canMark, canSend, ghlUserId } = props;
  const search = useSearchParams();
  const conversationId = conversationIdOf(usePathname());
  const users = useUsers(locationId);
  const [restore, setRestore] = useState<Send | null>(null);
  const location = session.locations.find(({ id }) => id === locationId);
  const locationName = location?.name ?? '';
  useEffect(() => void loadConversation(), []);
  useEffect(() => {
    document.title = `${locationName} · Parley`;
  }, [locationName]);
  const { filter, ignored } = filterFromSearch(new URLSearchParams(search));

  const address = (id: string | null, next: InboxFilter) =>
    paths.inbox(locationId, id) + searchFromFilter(next);
  // Whom an admin has linked comes first; without a link, equal emails are the same person.
  const currentUserId =
    ghlUserId ??
    users.data?.find(({ email }) => email?.toLowerCase() === session.person.email.toLowerCase())?.id ??
    null;

  function open(id: string | null) {
    if (id === conversationId) return focusIn('textarea');
    setRestore(null);
    window.history.pushState(null, '', address(id, filter));
  }

  return (
    <AppShell session={session} locationId={locationId} mode={mode}>
      <div className="flex min-h-0 flex-1">
        <div
          data-open={conversationId !== null || undefined}
          className="flex w-[clamp(300px,27vw,380px)] shrink-0 flex-col border-line border-r bg-panel phone:w-full phone:border-0 phone:data-open:hidden"
        >
          <ConversationListPanel
            locationId={locationId}
            filter={filter}
            ignoredFilters={ignored}
            onFilterChange={(next, options) => {
              const url = address(conversationId, next);
              if (options?.replace) window.history.replaceState(null, '', url);
              else window.history.pushState(null, '', url);
            }}
            openConversationId={conversationId}
            hrefFor={(id) => address(id, filter)}
            onOpen={open}
            badge={
              <>
                <span className="min-w-0 truncate text-12 text-ink-3">{locationName}</span>
                {mode === 'sandbox' && <SandboxBadge />}
              </>
            }
            currentUserId={currentUserId}
          />
        </div>
        <div
          data-open={conversationId !== null || undefined}
          className="flex min-h-0 min-w-0 flex-1 phone:hidden phone:data-open:flex"
        >
          {conversationId ? (
            <OpenConversation
              key={conversationId}
              locationId={locationId}
              conversationId={conversationId}
              ghlAppUrl={ghlAppUrl}
              membership={location}
              canMark={canMark}
              canSend={canSend}
              restore={restore}
              onRestore={setRestore}
              onBack={() => {
                open(null);
                // After the list has come back on a phone.
                requestAnimationFrame(() => focusIn('[role="option"][tabindex="0"]'));
              }}
            />
          ) : (
            <Empty
              className="flex-1"
              icon={<Inbox />}
              title="No conversation open"
              text="Choose one from the list, or go through it with the arrow keys and open it with Enter."
            />
          )}
        </div>
      </div>
    </AppShell>
  );
}

function focusIn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

function conversationIdOf(pathname: string): string | null {
  const [, , , , id] = pathname.split('/');
  return id ? decodeURIComponent(id) : null;
}
