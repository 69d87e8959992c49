import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import * as z from 'zod/mini';
import { api } from '@/lib/client/api';
import { isWoken } from '@/lib/client/cache/list-fit';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';
import { refreshLists } from './own-changes';

/** Long enough to have looked; a thread that is passed by stays first. */
const lookedAtMs = 2_000;

/**
 * What came back from a snooze has been looked at once its thread is left: while it is open its row does not move away
 * under the reader. Undefined: nobody who may say so.
 */
export function useSnoozeEndSeen(locationId: string, conversation: Conversation | undefined): void {
  const queryClient = useQueryClient();
  const isLookedAt = useRef(false);
  const id = conversation && isWoken(conversation) ? conversation.id : null;
  const leave = useEffectEvent((conversationId: string) => {
    if (isLookedAt.current) void endSnooze(conversationId);
  });

  async function endSnooze(conversationId: string): Promise<void> {
    try {
      await api(apiPaths.snoozeEnd(locationId, conversationId), { method: 'DELETE', schema: z.unknown() });
    } catch {
      // It stays first, and the next look takes it away.
      return;
    }
    queryClient.setQueryData<Conversation>(
      queryKeys.conversation(locationId, conversationId),
      (known) => known && { ...known, team: { kind: 'open' } },
    );
    await refreshLists(queryClient, locationId);
  }

  useEffect(() => {
    if (id === null) return;
    const timer = setTimeout(() => {
      isLookedAt.current = true;
    }, lookedAtMs);
    return () => {
      clearTimeout(timer);
      leave(id);
    };
  }, [id]);
}
