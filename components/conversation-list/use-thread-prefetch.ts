import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { cancelPrefetch, prefetchThread } from '@/lib/client/queries/messages';
import { conversationIdIn } from '@/lib/shared/paths';
import { neighboursOf } from './list-cursor';

/** A pointer that only crosses a row stays on it shorter. */
const restMs = 80;
/** Who runs through the list by keys is gone before. */
const settledMs = 400;

/**
 * Reads threads before they are opened: the one the pointer rests on, and the two beside the open one once that stays
 * open. What nobody is about to open any more is not read to its end. Answers where to say what is pointed at.
 */
export function useThreadPrefetch(
  locationId: string,
  rows: readonly { id: string; kind: string }[],
  openId: string | null,
) {
  const queryClient = useQueryClient();
  const [pointedId, setPointedId] = useState<string | null>(null);
  const [nextId, previousId] = neighboursOf(rows, openId);

  useEffect(() => {
    if (pointedId === null) return;
    return readAhead(queryClient, locationId, [pointedId], restMs);
  }, [queryClient, locationId, pointedId]);

  useEffect(() => {
    const ids = [nextId, previousId].flatMap((id) => id ?? []);
    return readAhead(queryClient, locationId, ids, settledMs);
  }, [queryClient, locationId, nextId, previousId]);

  return setPointedId;
}

/** One after the other, after a while. Answers how to stop it. */
function readAhead(queryClient: QueryClient, locationId: string, ids: readonly string[], afterMs: number) {
  let isWanted = true;
  const timer = setTimeout(async () => {
    for (const id of ids) {
      if (!isWanted || document.hidden) return;
      await prefetchThread(queryClient, locationId, id);
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
