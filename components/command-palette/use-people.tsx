import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { BidiText } from '@/components/ui/bidi-text';
import type { PickItem } from '@/components/ui/pick-dialog';
import { findConversationsOptions } from '@/lib/client/queries/conversations';
import { conversationName, initials, nameHue } from '@/lib/shared/format-name';

/** A pause in typing, not a key: each search is a call to GHL. */
const typingPauseMs = 250;
/** One letter finds half of everybody. */
const minLetters = 2;
const maxPeople = 6;

/** People by name, phone or email, as GHL finds them. */
export function usePeople(
  locationId: string,
  query: string,
  onOpen: (conversationId: string) => void,
): { items: PickItem[]; isSearching: boolean } {
  const typed = query.trim();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const isEnabled = typed.length >= minLetters;
  const found = useQuery({
    ...findConversationsOptions(locationId, asked),
    enabled: isEnabled && asked.length >= minLetters,
    placeholderData: keepPreviousData,
  });
  const rows = isEnabled && asked !== '' ? (found.data ?? []).slice(0, maxPeople) : [];
  return {
    isSearching: isEnabled && (asked !== typed || found.isFetching),
    items: rows.map((row) => {
      const name = conversationName(row);
      return {
        id: `person-${row.id}`,
        icon: <Avatar size={20} initials={initials(name)} hue={nameHue(name)} />,
        label: <BidiText>{name}</BidiText>,
        note: row.contactName ? (row.phone ?? row.email ?? undefined) : undefined,
        onPick: () => onOpen(row.id),
      };
    }),
  };
}
