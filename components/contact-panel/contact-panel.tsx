'use client';

import { UserRoundX, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { ExternalLink } from '@/components/ui/external-link';
import { IconButton } from '@/components/ui/icon-button';
import { cutCombiningMarks } from '@/lib/client/mail/combining-marks';
import { useContact, useUsers } from '@/lib/client/queries/directory';
import { initials, nameHue } from '@/lib/shared/format-name';
import { ContactChannels } from './contact-channels';
import { ContactDetails } from './contact-details';
import { ContactSkeleton } from './contact-skeleton';
import { ContactTags } from './contact-tags';
import { contactName, sinceWords } from './contact-words';

type ContactPanelProps = {
  locationId: string;
  /** Null: GHL names none. Undefined: not known yet. */
  contactId: string | null | undefined;
  openInGhlUrl: string | null;
  onClose?: () => void;
  /** Further sections about this contact, from other features. */
  children?: ReactNode;
};

/** Who is on the other side. It fills the box that the page gives it: a column, a drawer or a sheet. */
export function ContactPanel({ locationId, contactId, openInGhlUrl, onClose, children }: ContactPanelProps) {
  const { data: contact, error, isFetching, refetch } = useContact(locationId, contactId ?? null);
  const { data: users } = useUsers(locationId);
  const link = openInGhlUrl && (
    <ExternalLink href={openInGhlUrl} className="py-1 text-13 text-ink-2">
      Open contact in GoHighLevel
    </ExternalLink>
  );

  return (
    <section aria-label="Contact details" className="relative min-h-full bg-panel p-[18px] text-13">
      {onClose && (
        <IconButton
          label="Close contact panel"
          tooltipSide="left"
          onClick={onClose}
          className="absolute top-2.5 right-2.5 z-10"
        >
          <X aria-hidden />
        </IconButton>
      )}
      {contactId === null && (
        <Empty
          icon={<UserRoundX />}
          title="No contact"
          text="GoHighLevel names no contact for this conversation."
        />
      )}
      {contactId !== null && !contact && error === null && <ContactSkeleton />}
      {contactId !== null && !contact && error !== null && (
        <Empty
          tone="bad"
          icon={<UserRoundX />}
          title="The contact could not be loaded"
          text={error instanceof Error ? error.message : undefined}
          action={
            <>
              <Button isPending={isFetching} onClick={() => void refetch()}>
                Retry
              </Button>
              {link}
            </>
          }
        />
      )}
      {contact && (
        <>
          <div className="flex items-center gap-3.5 pr-8">
            <Avatar size={48} initials={initials(contactName(contact))} hue={nameHue(contactName(contact))} />
            <div className="min-w-0">
              <h2 className="font-strong text-15 tracking-[-0.01em] [overflow-wrap:anywhere]">
                <BidiText>{cutCombiningMarks(contactName(contact))}</BidiText>
              </h2>
              {contact.createdAt !== null && (
                <p className="text-12 text-ink-3">{sinceWords(contact.createdAt)}</p>
              )}
            </div>
          </div>
          <ContactDetails
            contact={contact}
            ownerName={users?.find(({ id }) => id === contact.assignedTo)?.name ?? null}
          />
          <ContactTags tags={contact.tags} />
          <ContactChannels contact={contact} />
          {children}
          {link && <p className="mt-5">{link}</p>}
        </>
      )}
    </section>
  );
}
