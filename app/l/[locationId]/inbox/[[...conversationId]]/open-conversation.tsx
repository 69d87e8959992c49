'use client';

import { useEffect, useRef } from 'react';
import { Composer } from '@/components/composer/composer';
import { ReadOnlyNotice } from '@/components/composer/read-only-notice';
import { ContactPanel } from '@/components/contact-panel/contact-panel';
import { PreferenceSection } from '@/components/preferences/preference-section';
import { ThreadPanel } from '@/components/thread/thread-panel';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { useContactPanel } from '@/lib/client/contact-panel-state';
import { useConversation } from '@/lib/client/queries/conversations';
import type { Send } from '@/lib/shared/contract/send';
import { conversationName } from '@/lib/shared/format-name';
import { ghlPaths } from '@/lib/shared/paths';
import type { Membership } from '@/lib/shared/permissions';

type OpenConversationProps = {
  locationId: string;
  conversationId: string;
  ghlAppUrl: string;
  membership: Membership | undefined;
  canMark: boolean;
  canSend: boolean;
  restore: Send | null;
  onRestore: (send: Send | null) => void;
  onBack: () => void;
};

/** The three regions of one conversation: thread, composer, contact. */
export function OpenConversation(props: OpenConversationProps) {
  const { locationId, conversationId, ghlAppUrl, membership, canMark, canSend, restore, onRestore, onBack } =
    props;
  const { query, conversation } = useConversation(locationId, conversationId);
  const regionRef = useRef<HTMLDivElement>(null);
  const panel = useContactPanel();
  const contactId = conversation?.contactId;
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
          openInGhlUrl={openInGhlUrl}
          canMark={canMark}
          canSend={canSend}
          onBack={onBack}
          isContactOpen={panel.isOpen}
          onToggleContact={panel.toggle}
          onEditSend={onRestore}
          composer={
            canSend ? (
              conversation && (
                <Composer
                  locationId={locationId}
                  conversation={conversation}
                  openInGhlUrl={openInGhlUrl}
                  restore={restore}
                  onRestored={() => onRestore(null)}
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
          className="w-[312px] shrink-0 overflow-y-auto border-line border-l bg-panel"
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

function focusIn(region: HTMLElement | null, selector: string): void {
  region?.querySelector<HTMLElement>(selector)?.focus();
}
