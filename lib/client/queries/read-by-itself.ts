import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { api } from '@/lib/client/api';
import { usePageVisible } from '@/lib/client/page-visible';
import { readPreferences, usePreferences } from '@/lib/client/preferences';
import { type Conversation, conversationSchema } from '@/lib/shared/contract/conversation';
import { apiPaths } from '@/lib/shared/paths';
import { conversationNow } from './conversations';
import { forgetChanges, keepChanges, refreshLists, showChanges } from './own-changes';

/** Long enough to have looked; a thread that is passed by stays unread. */
const lookedAtMs = 2_000;

/** Marks a conversation read without a word, for those whose settings say so. What is not done stays unread. */
function useMarkRead(locationId: string): (conversation: Conversation) => Promise<void> {
  const queryClient = useQueryClient();
  return async ({ id, lastMessage }) => {
    const patch = { isUnread: false };
    showChanges(queryClient, locationId, [{ id, patch, seenUpTo: lastMessage.at }]);
    try {
      await api(apiPaths.conversation(locationId, id), {
        method: 'PATCH',
        body: patch,
        schema: conversationSchema,
      });
      keepChanges(queryClient, locationId, new Map([[id, patch]]));
      await refreshLists(queryClient, locationId);
    } catch {
      forgetChanges(queryClient, locationId, [id]);
    }
  };
}

/**
 * "When I open it": after a look at it, and again for what comes in while it is open. Marked unread by hand it stays so
 * until something new is there. Null for `conversation`: nothing to mark, or nobody who may.
 */
export function useReadOnOpen(locationId: string, conversation: Conversation | null): void {
  const { readMarks } = usePreferences();
  const isVisible = usePageVisible();
  const markRead = useMarkRead(locationId);
  const doneFor = useRef<number | null>(null);
  const at = conversation?.lastMessage.at ?? 0;
  const isWanted = readMarks === 'on-open' && isVisible && (conversation?.unreadCount ?? 0) > 0;
  const read = useEffectEvent(() => {
    if (!conversation || doneFor.current === at) return;
    doneFor.current = at;
    void markRead(conversation);
  });

  useEffect(() => {
    if (!isWanted || doneFor.current === at) return;
    const timer = setTimeout(read, lookedAtMs);
    return () => clearTimeout(timer);
  }, [isWanted, at]);
}

/** "When I answer it": to be called when an answer has gone out. */
export function useReadOnReply(locationId: string, conversationId: string, canMark: boolean): () => void {
  const queryClient = useQueryClient();
  const markRead = useMarkRead(locationId);
  return () => {
    const conversation = conversationNow(queryClient, locationId, conversationId);
    const isWanted = canMark && readPreferences().readMarks !== 'by-hand';
    if (isWanted && conversation && conversation.unreadCount > 0) void markRead(conversation);
  };
}
