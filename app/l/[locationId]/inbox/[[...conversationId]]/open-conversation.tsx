'use client';

import { useRef } from 'react';
import { Composer } from '@/components/composer/composer';
import { ReadOnlyNotice } from '@/components/composer/read-only-notice';
import { ContactPanel } from '@/components/contact-panel/contact-panel';
import { ThreadPanel } from '@/components/thread/thread-panel';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { useContactPanel } from '@/lib/client/contact-panel-state';
import { useConversation } from '@/lib/client/queries/conversations';
import type { Send } from '@/lib/shared/contract/send';
import { ghlPaths } from '@/lib/shared/paths';

type OpenConversationProps = {
  locationId: string;
  conversationId: string;
  ghlAppUrl: string;
  canMark: boolean;
  canSend: boolean;
  restore: Send | null;
  onRestore: (send: Send | null) => void;
  onBack: () => void;
};

/** The three regions of one conversation: thread, composer, contact. */
export function OpenConversation(props: OpenConversationProps) {
  const { locationId, conversationId, ghlAppUrl, canMark, canSend, restore, onRestore, onBack } = props;
  const { conversation } = useConversation(locationId, conversationId);
  const regionRef = useRef<HTMLDivElement>(null);
  const panel = useContactPanel();
  const contactId = conversation?.contactId ?? null;

  const contactPanel = (onClose?: () => void) => (
    <ContactPanel
      locationId={locationId}
      contactId={contactId}
      openInGhlUrl={contactId && ghlPaths.contact(ghlAppUrl, locationId, contactId)}
      onClose={onClose}
    />
  );

  return (
    <>
      <div ref={regionRef} className="flex min-h-0 min-w-0 flex-1 flex-col bg-bg">
        <ThreadPanel
          locationId={locationId}
          conversationId={conversationId}
          openInGhlUrl={ghlPaths.conversation(ghlAppUrl, locationId, conversationId)}
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
                  restore={restore}
                  onRestored={() => onRestore(null)}
                  onLeave={() => regionRef.current?.querySelector<HTMLElement>('[role="log"]')?.focus()}
                />
              )
            ) : (
              <ReadOnlyNotice />
            )
          }
        />
      </div>
      {panel.isColumn && panel.isOpen && (
        <aside
          aria-label="Contact"
          className="w-[312px] shrink-0 overflow-y-auto border-line border-l bg-panel"
        >
          {contactPanel(panel.toggle)}
        </aside>
      )}
      {!panel.isColumn && (
        <Sheet open={panel.isOpen} onOpenChange={panel.toggle}>
          <SheetContent title="Contact">{contactPanel()}</SheetContent>
        </Sheet>
      )}
    </>
  );
}
