import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { loadedEmails } from '@/lib/client/queries/messages';
import type { MessageItem } from '@/lib/shared/contract/message';
import { findMatches } from './find-in-thread';

type Thread = { locationId: string; messages: readonly MessageItem[]; hasOlder: boolean };

const noMatches: readonly string[] = [];

/** Words that are looked for in the loaded part of a thread, and the match one stands at. Matches count from the newest. */
export function useFind({ locationId, messages, hasOlder }: Thread, isOpen: boolean) {
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [foundId, setFoundId] = useState<string | null>(null);
  /** As many matches as there were when older messages were asked for: one more ends the search. */
  const [seekBeyond, setSeekBeyond] = useState<number | null>(null);
  const matches = isOpen
    ? findMatches(messages, text, ({ emailIds }) => loadedEmails(queryClient, locationId, emailIds))
    : noMatches;
  const known = foundId === null ? -1 : matches.indexOf(foundId);
  const index = Math.max(known, 0);
  const isSeeking = isOpen && hasOlder && seekBeyond !== null && matches.length <= seekBeyond;

  // While drawing: the search is over with the page that brought something.
  if (seekBeyond !== null && matches.length > seekBeyond) {
    setFoundId(matches[seekBeyond] ?? null);
    setSeekBeyond(null);
  }

  return {
    text,
    count: matches.length,
    /** Counted from 1. */
    position: index + 1,
    currentId: matches[index] ?? null,
    isSeeking,
    look(next: string) {
      setText(next);
      setFoundId(null);
      setSeekBeyond(null);
    },
    step(by: 1 | -1) {
      const next = matches[(index + by + matches.length) % matches.length];
      if (next !== undefined) setFoundId(next);
    },
    seek: () => setSeekBeyond(matches.length),
    stop: () => setSeekBeyond(null),
  };
}
