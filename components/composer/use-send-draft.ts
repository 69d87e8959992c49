import { showToast } from '@/components/ui/toast-store';
import { ApiError } from '@/lib/client/api';
import { newClientId } from '@/lib/client/client-id';
import { changeDraft, type Draft, emptyDraft } from '@/lib/client/drafts';
import { useSendMessage } from '@/lib/client/queries/sends';
import { dropSending, keepSending, restoreSending } from '@/lib/client/sending';
import { type SendRequest, sendRequestSchema } from '@/lib/shared/contract/send';
import { type ComposerChannel, parseAddresses } from './composer-rules';

type Content = { channel: ComposerChannel; draft: Draft; subject: string; replyToEmailId: string | null };

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
    sendDraft: (content: Content) => {
      const { draft } = content;
      const request = requestOf(content, draft.clientId ?? newClientId());
      keepSending(request.clientId, key, { ...draft, subject: content.subject || draft.subject });
      changeDraft(key, () => emptyDraft);
      const attachmentNames = draft.files.map((file) => file.name);
      send.mutate({ request, draftKey: key, attachmentNames, startedAt: Date.now() });
    },
  };
}

function requestOf({ channel, draft, subject, replyToEmailId }: Content, clientId: string): SendRequest {
  const uploadIds = draft.files.flatMap((file) => (file.uploadId ? [file.uploadId] : []));
  if (channel === 'SMS') return sendRequestSchema.parse({ clientId, channel, text: draft.text, uploadIds });
  return sendRequestSchema.parse({
    clientId,
    channel,
    subject: subject.trim(),
    text: draft.text,
    cc: parseAddresses(draft.cc).addresses,
    bcc: parseAddresses(draft.bcc).addresses,
    replyToEmailId,
    uploadIds,
  });
}
