import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '@/components/ui/toast-store';
import { newClientId } from '@/lib/client/client-id';
import { changeDraft, type Draft, emptyDraft } from '@/lib/client/drafts';
import { type PendingSend, sendsOptions, useSendMessage } from '@/lib/client/queries/sends';
import type { SendRequest } from '@/lib/shared/contract/send';
import { type ComposerChannel, fingerprint, parseAddresses } from './composer-rules';

type Content = { channel: ComposerChannel; draft: Draft; subject: string; replyToEmailId: string | null };

/** Sends a draft: the box clears at once, and everything comes back into it when our server was not reached. */
export function useSendDraft(key: string, locationId: string, conversationId: string) {
  const queryClient = useQueryClient();
  const send = useSendMessage(locationId, conversationId, {
    onError: (error, { request }) => {
      const isInDoubt = isUnanswered(error);
      changeDraft(key, (draft) => restored(draft, request, lastDrafts.get(request.clientId), isInDoubt));
      lastDrafts.delete(request.clientId);
      showToast({ tone: 'bad', text: `Not sent. ${error.message} Your text is back in the box.` });
    },
    onSuccess: (answer) => void lastDrafts.delete(answer.clientId),
  });

  return {
    sendDraft: async (content: Content) => {
      const { draft } = content;
      const request = requestOf(content, newClientId());
      if (draft.attempt) {
        if (draft.attempt.fingerprint === fingerprint(request)) request.clientId = draft.attempt.clientId;
        else if (await hasArrived(draft.attempt.clientId)) return;
      }
      lastDrafts.set(request.clientId, draft);
      changeDraft(key, () => emptyDraft);
      const pending: PendingSend = {
        request,
        attachmentNames: draft.files.map((file) => file.name),
        startedAt: Date.now(),
      };
      send.mutate(pending);
    },
  };

  /** The text was changed after a send without an answer: if that one had arrived, the change must not go out unasked. */
  async function hasArrived(clientId: string): Promise<boolean> {
    const sends = await queryClient
      .fetchQuery({ ...sendsOptions(locationId, conversationId), staleTime: 0 })
      .catch(() => null);
    if (sends === null) {
      showToast({
        tone: 'bad',
        text: 'Not sent: Parley cannot be reached, so it is not known whether your first text went out.',
      });
      return true;
    }
    changeDraft(key, (known) => ({ ...known, attempt: null }));
    if (!sends.some((known) => known.clientId === clientId)) return false;
    showToast({ text: 'Your first text had gone out after all. Look at it above before you send this one.' });
    return true;
  }
}

/** The drafts of sends under way: whole again if they come back. */
const lastDrafts = new Map<string, Draft>();

function requestOf({ channel, draft, subject, replyToEmailId }: Content, clientId: string): SendRequest {
  const uploadIds = draft.files.flatMap((file) => (file.uploadId ? [file.uploadId] : []));
  if (channel === 'SMS') return { clientId, channel, text: draft.text, uploadIds };
  return {
    clientId,
    channel,
    subject: subject.trim(),
    text: draft.text,
    cc: parseAddresses(draft.cc).addresses,
    bcc: parseAddresses(draft.bcc).addresses,
    replyToEmailId,
    uploadIds,
  };
}

/** What was typed in the meantime stays, behind what came back. */
function restored(now: Draft, request: SendRequest, before: Draft | undefined, isInDoubt: boolean): Draft {
  const back = before ?? { ...emptyDraft, text: request.text };
  return {
    ...back,
    text: [back.text, now.text].filter((text) => text.trim()).join('\n\n'),
    files: [...back.files, ...now.files],
    attempt: isInDoubt ? { clientId: request.clientId, fingerprint: fingerprint(request) } : null,
  };
}

function isUnanswered(error: Error & { code?: string; status?: number }): boolean {
  return error.code === 'offline' || error.code === 'internal' || (error.status ?? 0) >= 500;
}
