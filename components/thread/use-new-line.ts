import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePageVisible } from '@/lib/client/page-visible';
import { moveReadMark, useReadMark } from '@/lib/client/queries/read-marks';
import type { MessageItem } from '@/lib/shared/contract/message';
import { afterArrival, afterLeaving, type NewLine, newestTime, openLine } from './new-line';

/** Who runs through the list has not seen what flashed by. */
const seenAfterMs = 1_000;

/**
 * What is new to this person in the open thread, and that they have seen it: its end stood on a page in front of them.
 * Theirs alone; nobody else and nothing in GHL hears of it.
 */
export function useNewLine(locationId: string, conversationId: string, messages: readonly MessageItem[]) {
  const queryClient = useQueryClient();
  const { data: mark, isPending } = useReadMark(locationId, conversationId);
  const isVisible = usePageVisible();
  const [isAtEnd, setIsAtEnd] = useState(false);
  const [line, setLine] = useState<NewLine | null>(null);
  const [wasVisible, setWasVisible] = useState(isVisible);
  const newestAt = newestTime(messages);
  const isWatching = isVisible && isAtEnd;

  // While drawing, so that a line that is not to be is not drawn for a moment.
  if (mark !== undefined && newestAt !== null) {
    if (line === null) setLine(openLine(mark, newestAt));
    else if (line.newestAt !== newestAt) setLine(afterArrival(line, newestAt, isWatching));
  }
  if (wasVisible !== isVisible) {
    setWasVisible(isVisible);
    if (!isVisible && line) setLine(afterLeaving(line, mark ?? null));
  }

  const isKnown = line !== null;
  useEffect(() => {
    if (!isKnown || !isWatching || newestAt === null) return;
    const timer = setTimeout(
      () => void moveReadMark(queryClient, locationId, conversationId, newestAt),
      seenAfterMs,
    );
    return () => clearTimeout(timer);
  }, [isKnown, isWatching, newestAt, queryClient, locationId, conversationId]);

  return { newAfter: line?.after ?? null, isPending, onEndInView: setIsAtEnd };
}
