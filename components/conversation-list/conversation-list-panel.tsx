'use client';

import { type ReactNode, useId, useRef, useState } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { useConversationList } from '@/lib/client/queries/conversations';
import { useUsers } from '@/lib/client/queries/directory';
import { useSendCounts } from '@/lib/client/queries/sends';
import { useSavedViews, useViewCounts } from '@/lib/client/queries/views';
import type { SavedView } from '@/lib/shared/contract/saved-view';
import type { Send, SendView } from '@/lib/shared/contract/send';
import { apiFilter, type InboxFilter, isAboutMe, searchFromFilter } from '@/lib/shared/inbox-address';
import { ConversationRows } from './conversation-rows';
import { FilterBar } from './filter-bar';
import { ListBody, NoListYet } from './list-body';
import { IgnoredFilters, OlderNotice, StaleNotice } from './list-notices';
import { conversationCount, listTotal, shortCount } from './list-words';
import type { OpenHow } from './open-how';
import { SearchBox } from './search-box';
import { SelectionBar } from './selection-bar';
import { type OpenSend, SendList } from './send-list';
import { useLatestFilter } from './use-latest-filter';
import { useViewDialog } from './use-view-dialog';
import { useViewUpdate } from './use-view-update';
import { ViewTabs } from './view-tabs';
import { chosenView, hasFilters, viewLabels, withSendCounts } from './views';

const noViews: readonly SavedView[] = [];

type ConversationListPanelProps = {
  locationId: string;
  /** Parsed from the address by the page. */
  filter: InboxFilter;
  /** In place of the conversations: the sends of all of them, and how to come there and to one of them. */
  sends: {
    view: SendView | null;
    openSendId: string | null;
    openMessageId: string | null;
    hrefFor: (view: SendView, send: Send) => string;
    onView: (view: SendView) => void;
    onOpen: (view: SendView, ...args: Parameters<OpenSend>) => void;
  };
  /** Names in the address that made no sense. */
  ignoredFilters: string[];
  /** Pushes the address; replaces it while somebody is typing. */
  onFilterChange: (filter: InboxFilter, options?: { replace?: boolean }) => void;
  openConversationId: string | null;
  /** The address of a conversation, with the current filter. */
  hrefFor: (conversationId: string) => string;
  onOpen: (conversationId: string, how?: OpenHow) => void;
  badge?: ReactNode;
  /** The GHL user of the signed-in person, where there is one: "Me" in the filter. */
  currentUserId: string | null;
  canShareViews: boolean;
};

export function ConversationListPanel(props: ConversationListPanelProps) {
  const { locationId, filter, ignoredFilters, openConversationId, badge, currentUserId, sends } = props;
  const { view: sendView } = sends;
  const asked = useLatestFilter(filter, props.onFilterChange);
  const panelId = useId();
  const whole = useRef<HTMLElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const hasListFocus = useRef(false);
  const dialog = useViewDialog();
  const users = useUsers(locationId);
  const { data: viewCounts } = useViewCounts(locationId);
  const { data: sendCounts } = useSendCounts(locationId);
  const counts = withSendCounts(viewCounts, sendCounts);
  const { data: saved = noViews } = useSavedViews(locationId);
  // Whom "me" means is not known yet.
  const isAsking = users.data === undefined && isAboutMe(filter);
  const listFilter = isAsking || sendView ? null : apiFilter(filter, currentUserId);
  const { list, rows, head, isPartial, staleError } = useConversationList(locationId, listFilter);
  const listKey = locationId + searchFromFilter(filter);
  // Who waits is not known of everybody, however much is loaded.
  const isComplete = !list.hasNextPage && filter.view !== 'waiting';
  const known = listTotal(head, rows.length, isComplete);
  const total = known?.count ?? null;
  const isNarrowed = hasFilters(filter);
  const update = useViewUpdate(locationId, filter, saved);
  const isSaved = chosenView(filter, saved).kind === 'saved';

  return (
    <section
      ref={whole}
      aria-labelledby={`${panelId}-heading`}
      className="flex h-full min-h-0 min-w-0 flex-col bg-panel text-ink"
    >
      <div className="px-4 pt-3.5">
        <div className="flex min-h-6 items-center gap-2">
          <h1 id={`${panelId}-heading`} className="font-strong text-15 tracking-[-0.01em]">
            Inbox
          </h1>
          {badge}
        </div>
        <SearchBox
          value={filter.q ?? ''}
          onSearch={(q, by) =>
            asked.change((known) => ({ ...known, q: q || undefined }), { replace: by === 'typing' })
          }
          onLeaveDown={() => focusTabStop(panel.current)}
        />
        <ViewTabs
          filter={filter}
          counts={counts}
          saved={saved}
          panelId={panelId}
          asked={asked}
          sendView={sendView}
          onSendView={sends.onView}
          onSave={() => dialog.open('save')}
          onManage={() => dialog.open('edit')}
        />
      </div>
      <div className="group/bars relative">
        {!sendView && (
          <FilterBar
            locationId={locationId}
            filter={filter}
            people={{
              users: users.data ?? null,
              error: users.error,
              onRetry: () => void users.refetch(),
            }}
            currentUserId={currentUserId}
            found={
              isNarrowed && known ? `${shortCount(known.count)}${known.isAtLeast ? '+' : ''} found` : null
            }
            onEdit={asked.change}
            onSave={isNarrowed && !isSaved ? () => dialog.open('save') : undefined}
            update={update}
          />
        )}
        {listFilter && (
          <SelectionBar
            locationId={locationId}
            filter={listFilter}
            rows={rows}
            total={total}
            isTotalAtLeast={known?.isAtLeast ?? false}
          />
        )}
      </div>
      <IgnoredFilters names={ignoredFilters} />
      {head?.since != null && (
        <OlderNotice onShowAll={() => asked.change((known) => ({ ...known, reach: 'all' }))} />
      )}
      {staleError && (rows.length > 0 || list.hasNextPage) && <StaleNotice error={staleError} />}
      <div
        ref={panel}
        id={panelId}
        role="tabpanel"
        aria-label={sendView ? viewLabels[sendView] : 'Conversations'}
        aria-busy={listFilter !== null && list.isPending}
        className="flex min-h-0 flex-1 flex-col"
      >
        {sendView ? (
          <SendList
            key={sendView}
            locationId={locationId}
            view={sendView}
            openSendId={sends.openSendId}
            openMessageId={sends.openMessageId}
            hrefFor={(send) => sends.hrefFor(sendView, send)}
            onOpen={(...args) => sends.onOpen(sendView, ...args)}
            hasFocus={hasListFocus}
          />
        ) : listFilter ? (
          <ListBody filter={filter} counts={counts} found={{ list, rows }} onEdit={asked.change}>
            <ConversationRows
              key={listKey}
              locationId={locationId}
              filter={listFilter}
              rows={rows}
              total={total}
              pager={list}
              isPartial={isPartial}
              users={users.data ?? null}
              openConversationId={openConversationId}
              hrefFor={props.hrefFor}
              onOpen={props.onOpen}
              hasFocus={hasListFocus}
            />
          </ListBody>
        ) : (
          <NoListYet isAsking={isAsking} users={users} />
        )}
      </div>
      {dialog.shown && (
        <dialog.shown.Dialog
          typed={dialog.shown.typed}
          locationId={locationId}
          filter={filter}
          saved={saved}
          canShare={props.canShareViews}
          onSavedFocus={() => focusChosenTab(whole.current)}
          onClose={dialog.close}
        />
      )}
      <VisuallyHidden role="status">
        {list.isFetchingNextPage && 'Loading more conversations'}
        {!list.isFetchingNextPage && list.data && (
          <SaidOnce
            key={`${listKey} ${list.data.pages.length}`}
            text={
              list.data.pages.length > 1
                ? `${conversationCount(rows.length)} loaded`
                : conversationCount(total ?? 0, known?.isAtLeast)
            }
          />
        )}
      </VisuallyHidden>
    </section>
  );
}

/** Keeps the first text it was given: a total that changes with each poll is not worth interrupting anyone. */
function SaidOnce({ text }: { text: string }) {
  return useState(text)[0];
}

function focusChosenTab(list: HTMLElement | null) {
  list?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
}

function focusTabStop(panel: HTMLElement | null) {
  panel?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
}
