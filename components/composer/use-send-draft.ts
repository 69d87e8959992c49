import { showToast } from '@/components/ui/toast-store';
import { ApiError } from '@/lib/client/api';
import { newClientId } from '@/lib/client/client-id';
import { type Draft, emptyDraft } from '@/lib/client/drafts';
import { useSendMessage } from '@/lib/client/queries/sends';
import { dropSending, keepSending, restoreSending } from '@/lib/client/sending';
import { changeDraft } from '@/lib/client/use-draft';
import type { SendRequest } from '@/lib/shared/contract/send';

/** `draft` is what comes back into the box when the request does not leave. */
type Content = { draft: Draft; request: SendRequest };

/** Sends a draft: the box clears at once, and everything comes back into it when our server was not reached. */
export function useSendDraft(key: string, locationId: string, conversationId: string, onSent?: () => void) {
  const send = useSendMessage(locationId, conversationId, {
    // The composer may show another channel or be gone by now: what comes back knows its own box.
    onError: (error, { request, draftKey }) => {
      restoreSending(request.clientId);
      if (error instanceof ApiError && error.code === 'conflict') {
        // Told, and looked at: from here on it is a message of its own.
        changeDraft(draftKey, (draft) => ({ ...draft, clientId: newClientId() }));
        showToast({
          tone: 'bad',
          text: 'Not sent: an earlier version of this text has gone out. See it above first.',
        });
      } else {
        showToast({ tone: 'bad', text: `Not sent. ${error.message} Your text is back in the box.` });
      }
    },
    onSuccess: (answer) => {
      dropSending(answer.clientId);
      if (answer.state !== 'failed') onSent?.();
    },
  });

  return {
    sendDraft: ({ draft, request }: Content) => {
      keepSending(request.clientId, key, draft);
      changeDraft(key, () => emptyDraft);
      const attachmentNames = draft.files.map((file) => file.name);
      send.mutate({ request, draftKey: key, attachmentNames, startedAt: Date.now() });
    },
  };
}
