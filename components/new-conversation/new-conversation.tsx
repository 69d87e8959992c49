'use client';

import { useEffect, useRef, useState } from 'react';
import { useStartConversation } from '@/lib/client/queries/new-conversation';
import type { Contact } from '@/lib/shared/contract/contact';
import { draftOfWords } from './contact-draft';
import { FindContact } from './find-contact';
import type { Opening } from './opening';

const loadForm = () => import('./contact-form');
type ContactForm = Awaited<ReturnType<typeof loadForm>>['ContactForm'];

type NewConversationProps = {
  locationId: string;
  onClose: () => void;
  /** The conversation is there; it takes the place of the dialog. */
  onOpen: (conversationId: string) => void;
  /** The dialog is gone after that: the focus is free. */
  onOpened: () => void;
};

/** Somebody to write to: found, or made. Opens the conversation that they have already, or a new one. */
export function NewConversation({ locationId, onClose, onOpen, onOpened }: NewConversationProps) {
  const [query, setQuery] = useState('');
  const [Form, setForm] = useState<ContactForm | null>(null);
  const [opening, setOpening] = useState<Opening | null>(null);
  const [opener] = useState(() => document.activeElement);
  const latest = useRef(0);
  const isOpened = useRef(false);
  const startConversation = useStartConversation(locationId);
  useEffect(() => void loadForm().catch(() => undefined), []);

  async function openFor(contact: Contact) {
    latest.current += 1;
    const intent = latest.current;
    setOpening({ contact, problem: null });
    try {
      const conversationId = await startConversation(contact.id);
      // Somebody else was chosen since, or the dialog was closed.
      if (intent !== latest.current) return;
      isOpened.current = true;
      onOpen(conversationId);
    } catch (error) {
      if (intent === latest.current)
        setOpening({ contact, problem: error instanceof Error ? error.message : '' });
    }
  }

  function close() {
    latest.current += 1;
    onClose();
  }

  /** The first step stays until the second one is there: between the two, letters would be keys. */
  async function makeContact() {
    setOpening(null);
    const { ContactForm } = await loadForm();
    setForm(() => ContactForm);
  }

  /** The two steps are two dialogs: only the last one gives the focus back to where it all began. */
  function placeFocus(event: Event) {
    event.preventDefault();
    if (isOpened.current) onOpened();
    else if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  }

  if (Form) {
    return (
      <Form
        locationId={locationId}
        initial={draftOfWords(query)}
        opening={opening}
        onOpenFor={(contact) => void openFor(contact)}
        onBack={() => {
          latest.current += 1;
          setOpening(null);
          setForm(null);
        }}
        onClose={close}
        onCloseAutoFocus={placeFocus}
      />
    );
  }
  return (
    <FindContact
      locationId={locationId}
      query={query}
      onQueryChange={(text) => {
        latest.current += 1;
        setOpening(null);
        setQuery(text);
      }}
      opening={opening}
      onOpenFor={(contact) => void openFor(contact)}
      onMake={() => void makeContact()}
      onClose={close}
      onCloseAutoFocus={placeFocus}
    />
  );
}
