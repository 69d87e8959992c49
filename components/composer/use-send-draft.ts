import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '@/components/ui/toast-store';
import { type Draft, emptyDraft } from '@/lib/client/drafts';
import { addOutgoing } from '@/lib/client/outgoing';
import { outgoingPerson, sendOutgoing } from '@/lib/client/outgoing-runner';
import { newestMessageOf } from '@/lib/client/queries/messages';
import { takeBackSend } from '@/lib/client/queries/sends';
import { undoStackOf } from '@/lib/client/triage/undo-stack';
import { changeDraft } from '@/lib/client/use-draft';
import type { SendRequest } from '@/lib/shared/contract/send';

/** `draft` is what comes back into the box when the request does not leave. */
type Content = { draft: Draft; request: SendRequest };

/** Sends a draft: the box clears at once, and the text stands in the thread from the same moment on. */
export function useSendDraft(key: string, locationId: string, conversationId: string, onSent?: () => void) {
  const queryClient = useQueryClient();

  function takeBack(clientId: string): void {
    takeBackSend(queryClient, { locationId, conversationId, clientId }).catch((error: Error) =>
      showToast({ tone: 'bad', text: error.message }),
    );
  }

  return {
    sendDraft: ({ draft, request }: Content) => {
      const { clientId } = request;
      addOutgoing({
        locationId,
        conversationId,
        personId: outgoingPerson(),
        request: {
          ...request,
          seen: request.seen ?? newestMessageOf(queryClient, locationId, conversationId),
        },
        draftKey: key,
        draft,
        startedAt: Date.now(),
        tries: 0,
        phase: 'sending',
        problem: null,
        isWanted: false,
      });
      changeDraft(key, () => emptyDraft);
      undoStackOf(locationId).push({ id: clientId, undo: () => takeBack(clientId) });
      sendOutgoing();
      onSent?.();
    },
  };
}
