import { RefreshCw, UserPlus } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { BidiText } from '@/components/ui/bidi-text';
import { PickDialog, type PickItem } from '@/components/ui/pick-dialog';
import { minLetters, useFoundContacts } from '@/lib/client/queries/new-conversation';
import type { Contact } from '@/lib/shared/contract/contact';
import { initials, nameHue } from '@/lib/shared/format-name';
import { namesFirst } from './names-first';
import { contactName, type Opening, OpeningNote } from './opening';

type FindContactProps = {
  locationId: string;
  query: string;
  onQueryChange: (query: string) => void;
  opening: Opening | null;
  onOpenFor: (contact: Contact) => void;
  onMake: () => void;
  onClose: () => void;
  onCloseAutoFocus: (event: Event) => void;
};

export function FindContact(props: FindContactProps) {
  const { locationId, query, onQueryChange, opening, onOpenFor, onMake, onClose, onCloseAutoFocus } = props;
  const { contacts, isSearching, error, retry } = useFoundContacts(locationId, query);
  const typed = query.trim();

  const people = namesFirst(contacts, typed).map((contact) => itemOf(contact, () => onOpenFor(contact)));
  const others: PickItem[] = [];
  if (error) {
    others.push({ id: 'retry', icon: <RefreshCw aria-hidden />, label: 'Search again', onPick: retry });
  }
  // Not before the search has answered: whoever types fast would make a second one of somebody who is there.
  if (!isSearching) {
    others.push({
      id: 'make',
      icon: <UserPlus aria-hidden />,
      label: typed ? `New contact “${typed}”` : 'New contact',
      onPick: onMake,
    });
  }

  return (
    <PickDialog
      title="New conversation with"
      placeholder="Name, phone or email"
      query={query}
      onQueryChange={onQueryChange}
      groups={[
        { id: 'people', items: people },
        { id: 'others', heading: headingOf(typed, people.length, error), items: others },
      ]}
      empty="Searching…"
      onClose={onClose}
      onCloseAutoFocus={onCloseAutoFocus}
    >
      <OpeningNote opening={opening} />
    </PickDialog>
  );
}

function itemOf(contact: Contact, onPick: () => void): PickItem {
  const name = contactName(contact);
  const reach = [contact.email, contact.phone].filter((text) => text && text !== name).join(' · ');
  return {
    id: contact.id,
    icon: <Avatar size={34} initials={initials(name)} hue={nameHue(name)} />,
    label: (
      <>
        <BidiText>{name}</BidiText>
        {contact.companyName && contact.companyName !== name && (
          <span className="text-ink-3"> · {contact.companyName}</span>
        )}
        {reach && <span className="block truncate text-12 text-ink-3">{reach}</span>}
      </>
    ),
    onPick,
  };
}

function headingOf(typed: string, found: number, error: Error | null): string | undefined {
  if (error) return `The search did not work. ${error.message}`;
  if (typed.length < minLetters) return 'Type a name, a phone number or an email address';
  return found === 0 ? `GoHighLevel finds nobody for “${typed}”` : undefined;
}
