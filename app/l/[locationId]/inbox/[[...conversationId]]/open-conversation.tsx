'use client';

import { useEffect, useRef } from 'react';
import { Composer } from '@/components/composer/composer';
import { LeftDrafts } from '@/components/composer/drafts/left-drafts';
import { ReadOnlyNotice } from '@/components/composer/read-only-notice';
import { ContactPanel } from '@/components/contact-panel/contact-panel';
import { PreferenceSection } from '@/components/preferences/preference-section';
import type { ThreadActs } from '@/components/thread/thread-acts';
import { ThreadPanel } from '@/components/thread/thread-panel';
import { useTriage } from '@/components/triage/triage-provider';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { answerSeed } from '@/lib/client/answer-seed';
import { useContactPanel } from '@/lib/client/contact-panel-state';
import { useConversation } from '@/lib/client/queries/conversations';
import { useReadOnOpen, useReadOnReply } from '@/lib/client/queries/read-by-itself';
import { useCommands } from '@/lib/client/shortcuts/use-commands';
import { targetOfRow, toggleOf } from '@/lib/client/triage/targets';
import { useEarlyInput } from '@/lib/client/use-early-input';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { DraftSeed } from '@/lib/shared/contract/draft';
import { conversationName } from '@/lib/shared/format-name';
import { ghlPaths } from '@/lib/shared/paths';
import { can, type Membership } from '@/lib/shared/permissions';

type OpenConversationProps = {
  locationId: string;
  conversationId: string;
  /** Of a permalink: the message to show. */
  messageId: string | null;
  /** Of a view of sends: the one to show. */
  sendId: string | null;
  ghlAppUrl: string;
  membership: Membership;
  canSend: boolean;
  /** Whether the person has a user of their own at GHL; null while that is not known. */
  hasGhlUser: boolean | null;
  restore: DraftSeed | null;
  onRestore: (content: DraftSeed | null) => void;
  /** Opened to write to them, or the key to reply was pressed: the text has the focus as soon as it is there. */
  wantsReply: boolean;
  onReplying: () => void;
  onBack: () => void;
};

/** The three regions of one conversation: thread, composer, contact. */
export function OpenConversation(props: OpenConversationProps) {
  const {
    locationId,
    conversationId,
    ghlAppUrl,
    membership,
    canSend,
    hasGhlUser,
    restore,
    onRestore,
    wantsReply,
    onReplying,
    onBack,
  } = props;
  useEarlyInput('conversation');
  const { query, conversation } = useConversation(locationId, conversationId);
  const regionRef = useRef<HTMLDivElement>(null);
  const panel = useContactPanel();
  const acts = useThreadActs(conversation, membership);
  const { act } = useTriage();
  const markDone =
    acts && conversation
      ? () => {
          act(targetOfRow(conversation), { kind: 'done' });
          // The box that was written in goes with its conversation; the keys go on from the list.
          requestAnimationFrame(() => focusIn(document.body, '[role="option"][tabindex="0"]'));
        }
      : undefined;
  const canMark = can(membership, 'conversation:mark');
  useReadOnOpen(locationId, canMark && conversation ? conversation : null);
  const readOnReply = useReadOnReply(locationId, conversationId, canMark);
  const contactId = conversation?.contactId;

  useCommands(
    canSend && conversation
      ? {
          'message.replyAll': () => onRestore(answerSeed('reply-all')),
          'message.forward': () => onRestore(answerSeed('forward')),
        }
      : {},
  );

  const openInGhlUrl = ghlPaths.conversation(ghlAppUrl, locationId, conversationId);
  const name = conversation && conversationName(conversation);
  // Nothing is known of the contact of a conversation that cannot be read.
  const hasContactPanel = conversation !== undefined || !query.error;

  useEffect(() => {
    if (!name) return;
    const before = document.title;
    document.title = `${name} · ${before}`;
    return () => {
      document.title = before;
    };
  }, [name]);

  // On a phone the list is gone, and the focus with it.
  useEffect(() => {
    if (window.matchMedia('(width < 760px)').matches)
      focusIn(regionRef.current, '[aria-label="Back to the list"]');
  }, []);

  const contactPanel = (onClose?: () => void) => (
    <ContactPanel
      locationId={locationId}
      contactId={contactId}
      openInGhlUrl={contactId ? ghlPaths.contact(ghlAppUrl, locationId, contactId) : null}
      onClose={onClose}
    >
      {contactId && membership && (
        <PreferenceSection locationId={locationId} contactId={contactId} membership={membership} />
      )}
    </ContactPanel>
  );

  return (
    <>
      <div ref={regionRef} className="flex min-h-0 min-w-0 flex-1 flex-col bg-bg">
        <ThreadPanel
          locationId={locationId}
          conversationId={conversationId}
          messageId={props.messageId}
          sendId={props.sendId}
          openInGhlUrl={openInGhlUrl}
          acts={acts}
          canSend={canSend}
          onBack={onBack}
          isContactOpen={panel.isOpen}
          onToggleContact={panel.toggle}
          onEditSend={onRestore}
          left={canSend && <LeftDrafts locationId={locationId} conversationId={conversationId} />}
          composer={
            canSend ? (
              conversation && (
                <Composer
                  locationId={locationId}
                  conversation={conversation}
                  openInGhlUrl={openInGhlUrl}
                  restore={restore}
                  onRestored={() => onRestore(null)}
                  onSent={readOnReply}
                  onDone={markDone}
                  hasGhlUser={hasGhlUser}
                  wantsFocus={wantsReply}
                  onFocused={onReplying}
                  onLeave={() => focusIn(regionRef.current, '[role="log"]')}
                />
              )
            ) : (
              <ReadOnlyNotice />
            )
          }
        />
      </div>
      {hasContactPanel && panel.isColumn && panel.isOpen && (
        <aside
          aria-label="Contact"
          // The page comes from a server that knows neither how wide it is shown nor whether the panel was closed here.
          className="w-[312px] shrink-0 overflow-y-auto border-line border-l bg-panel drawer:hidden in-data-[contact-panel=closed]:hidden"
        >
          {contactPanel(() => {
            panel.toggle();
            focusIn(regionRef.current, '[aria-label="Contact panel"]');
          })}
        </aside>
      )}
      {hasContactPanel && !panel.isColumn && (
        <Sheet open={panel.isOpen} onOpenChange={panel.toggle}>
          <SheetContent title="Contact">{contactPanel()}</SheetContent>
        </Sheet>
      )}
    </>
  );
}

/** Of this conversation alone, whatever else may be selected. */
function useThreadActs(conversation: Conversation | undefined, membership: Membership): ThreadActs | null {
  const { act, pick } = useTriage();
  if (!conversation || !can(membership, 'conversation:mark')) return null;
  const target = targetOfRow(conversation);
  const toggle = (kind: 'done' | 'read' | 'star') => () =>
    act(target, toggleOf(kind, [conversation], Date.now()));
  return {
    toggleDone: toggle('done'),
    toggleRead: toggle('read'),
    toggleStar: toggle('star'),
    reopen: () => act(target, { kind: 'open' }),
    snooze: () => pick('snooze', target),
    assign: () => pick('assign', target),
    delete: can(membership, 'conversation:delete') ? () => pick('delete', target) : undefined,
  };
}

function focusIn(region: HTMLElement | null, selector: string): void {
  region?.querySelector<HTMLElement>(selector)?.focus();
}
