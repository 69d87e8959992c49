import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { api } from '@/lib/client/api';
import {
  type AddedContact,
  addedContactSchema,
  type Contact,
  contactListSchema,
  type NewContact,
} from '@/lib/shared/contract/contact';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';
import { refreshLists } from './own-changes';

/** A pause in typing, not a key: each search is a call to GHL. */
const typingPauseMs = 250;
/** One letter finds half of everybody. */
export const minLetters = 2;

const foundContactsOptions = (locationId: string, q: string) =>
  queryOptions({
    queryKey: queryKeys.foundContacts(locationId, q),
    queryFn: async ({ signal }) =>
      (
        await api(`${apiPaths.contacts(locationId)}?${new URLSearchParams({ q })}`, {
          schema: contactListSchema,
          signal,
        })
      ).contacts,
  });

/** Contacts for what is typed. Until GHL has answered for all of it, those of before that still fit. */
export function useFoundContacts(locationId: string, query: string) {
  const typed = query.trim();
  const [asked, setAsked] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const isWorthIt = typed.length >= minLetters;
  const found = useQuery({
    ...foundContactsOptions(locationId, asked),
    enabled: isWorthIt && asked.length >= minLetters,
    placeholderData: keepPreviousData,
  });
  const isSettled = asked === typed && !found.isPlaceholderData && !found.isFetching;
  const contacts = isWorthIt ? (found.data ?? []) : [];
  return {
    contacts: isSettled ? contacts : contacts.filter((contact) => fits(contact, typed)),
    isSearching: isWorthIt && !isSettled,
    error: isSettled ? found.error : null,
    retry: () => void found.refetch(),
  };
}

function fits({ name, email, phone, companyName }: Contact, typed: string): boolean {
  const words = typed.toLowerCase();
  const digits = words.replace(/\D/g, '');
  return (
    [name, email, companyName].some((text) => text?.toLowerCase().includes(words)) ||
    (digits.length > 2 && (phone ?? '').replace(/\D/g, '').includes(digits))
  );
}

export function addContact(locationId: string, contact: NewContact): Promise<AddedContact> {
  return api(apiPaths.contacts(locationId), { method: 'POST', body: contact, schema: addedContactSchema });
}

const openedSchema = z.object({ conversationId: z.string() });

/** Answers the id of the contact's conversation, made if there was none. */
export function useStartConversation(locationId: string): (contactId: string) => Promise<string> {
  const queryClient = useQueryClient();
  return async (contactId) => {
    const { conversationId } = await api(apiPaths.conversations(locationId), {
      method: 'POST',
      body: { contactId },
      schema: openedSchema,
    });
    void refreshLists(queryClient, locationId);
    return conversationId;
  };
}
