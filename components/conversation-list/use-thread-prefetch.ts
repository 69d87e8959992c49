import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { prefetchContact } from '@/lib/client/queries/directory';
import { cancelPrefetch, prefetchThread } from '@/lib/client/queries/messages';
import { conversationIdIn } from '@/lib/shared/paths';
import { neighboursOf } from './list-cursor';

/** A pointer that only crosses a row stays on it shorter. */
const restMs = 80;
/** Who runs through the list by keys is gone before. */
const settledMs = 400;

type Row = { id: string; kind: string; contactId?: string | null };

/**
 * Reads threads before they are opened: the one the pointer rests on, and the two beside the open one once that stays
 * open. What nobody is about to open any more is not read to its end. Answers where to say what is pointed at.
 */
export function useThreadPrefetch(locationId: string, rows: readonly Row[], openId: string | null) {
  const queryClient = useQueryClient();
  const [pointedId, setPointedId] = useState<string | null>(null);
  const [nextId, previousId] = neighboursOf(rows, openId);

  /** Whom it is with stands beside it, and decides which lines its composer has. */
  const read = useEffectEvent(async (id: string) => {
    const contactId = rows.find((row) => row.id === id)?.contactId;
    await Promise.all([
      prefetchThread(queryClient, locationId, id),
      contactId ? prefetchContact(queryClient, locationId, contactId) : undefined,
    ]);
  });

  useEffect(() => {
    if (pointedId === null) return;
    return readAhead({ queryClient, locationId, read }, [pointedId], restMs);
  }, [queryClient, locationId, pointedId]);

  useEffect(() => {
    const ids = [nextId, previousId].flatMap((id) => id ?? []);
    return readAhead({ queryClient, locationId, read }, ids, settledMs);
  }, [queryClient, locationId, nextId, previousId]);

  return setPointedId;
}

type Reader = { queryClient: QueryClient; locationId: string; read: (id: string) => Promise<void> };

/** One after the other, after a while. Answers how to stop it. */
function readAhead({ queryClient, locationId, read }: Reader, ids: readonly string[], afterMs: number) {
  let isWanted = true;
  const timer = setTimeout(async () => {
    for (const id of ids) {
      if (!isWanted || document.hidden) return;
      await read(id);
    }
  }, afterMs);
  return () => {
    isWanted = false;
    clearTimeout(timer);
    // The address is ahead of what is drawn: what is being opened is not given up.
    const openId = conversationIdIn(window.location.pathname);
    for (const id of ids) if (id !== openId) cancelPrefetch(queryClient, locationId, id);
  };
}
