import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { conversationNow } from '@/lib/client/queries/conversations';
import { type SendActs, startSendActs } from '@/lib/client/send-acts';
import { type Target, targetOfRow } from '@/lib/client/triage/targets';
import { undoStackOf } from '@/lib/client/triage/undo-stack';
import type { SnippetActs } from '@/lib/shared/contract/snippet';
import type { ConversationChange } from '@/lib/shared/contract/triage';
import { conversationIdIn } from '@/lib/shared/paths';

type Act = (target: Target, change: ConversationChange) => string;

/** Does what a message is to do besides being sent, as if a person had done it: shown at once, each with its way back. */
export function useSendActs(locationId: string, act: Act, canMark: boolean): void {
  const queryClient = useQueryClient();
  const run = useEffectEvent(({ conversationId, acts }: SendActs) => {
    const target = targetNow(queryClient, locationId, conversationId);
    const isOpen = conversationIdIn(window.location.pathname) === conversationId;
    const ids = changesOf(acts).map((change) => act(target, change));
    // The box that was written in goes with its conversation; the keys go on from the list.
    if (isOpen && acts.marksDone) requestAnimationFrame(focusList);
    // The last one first, as a person would.
    return () => {
      for (const id of ids.toReversed()) undoStackOf(locationId).undo(id);
    };
  });
  useEffect(
    () => (canMark ? startSendActs(locationId, (sent) => run(sent)) : undefined),
    [locationId, canMark],
  );
}

/** Marking done comes last: it leads on to the next conversation. */
function changesOf({ addTags, assignTo, marksDone }: SnippetActs): ConversationChange[] {
  return [
    ...(addTags.length > 0 ? [{ kind: 'tag' as const, add: addTags, remove: [] }] : []),
    ...(assignTo === null ? [] : [{ kind: 'assign' as const, userId: assignTo }]),
    ...(marksDone ? [{ kind: 'done' as const }] : []),
  ];
}

function focusList(): void {
  document.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
}

function targetNow(queryClient: QueryClient, locationId: string, conversationId: string): Target {
  const row = conversationNow(queryClient, locationId, conversationId);
  return row ? targetOfRow(row) : { rows: [], ids: [conversationId], count: 1, filter: null };
}
