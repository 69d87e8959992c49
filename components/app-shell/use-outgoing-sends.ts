import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { showToast } from '@/components/ui/toast-store';
import { newClientId } from '@/lib/client/client-id';
import { ownDrafts } from '@/lib/client/draft-store';
import { idOf, type Outgoing } from '@/lib/client/outgoing';
import { startOutgoing } from '@/lib/client/outgoing-runner';
import { keepSend, postSend, postSendAct } from '@/lib/client/queries/sends';
import {
  giveBack,
  putBack,
  type ReturnedSend,
  showReturned,
  tellReturned,
} from '@/lib/client/returned-sends';
import { runSendActs, undoSendActs } from '@/lib/client/send-acts';
import { undoStackOf } from '@/lib/client/triage/undo-stack';
import { readDraft } from '@/lib/client/use-draft';
import type { Send } from '@/lib/shared/contract/send';
import { paths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

/** While somebody is signed in: what they sent leaves this browser, at once or when the network is back. */
export function useOutgoingSends(personId: string): void {
  const queryClient = useQueryClient();
  useEffect(() => tellReturned(sayReturned), []);
  useEffect(() => {
    // Whoever only reads, too, sees nothing that somebody else has left here.
    ownDrafts(personId);
    return startOutgoing({
      personId,
      post: postSend,
      undo: (outgoing) => postSendAct({ ...outgoing, clientId: idOf(outgoing) }, { act: 'undo' }),
      onAccepted(outgoing, send, isCancelled) {
        // Taken back before, and sent once more: its id is used up.
        if (send.state === 'withdrawn' && !isCancelled) returnOnce(outgoing);
        void keepSend(queryClient, outgoing.locationId, send);
        if (send.state !== 'withdrawn')
          runSendActs({ ...send, locationId: outgoing.locationId, acts: outgoing.draft.acts });
        forgetOnceLeft(outgoing.locationId, send);
      },
      onRefused(outgoing, error) {
        forget(outgoing);
        if (error.code === 'conflict') {
          // Told, and looked at: from here on it is a message of its own.
          return refuse(
            returnedOf(outgoing, newClientId()),
            'Not sent: an earlier version of this text has gone out. See it in the conversation first.',
          );
        }
        refuse(
          returnedOf(outgoing, idOf(outgoing)),
          `Not sent. ${error.message} Your text is back in its box.`,
        );
      },
      onCancelled(outgoing, isKnown, isWaitedFor) {
        forget(outgoing);
        undoSendActs(idOf(outgoing));
        const returned = returnedOf(outgoing, isKnown ? idOf(outgoing) : newClientId());
        if (isWaitedFor || !isInBox(outgoing)) giveBack(returned, isWaitedFor);
      },
      onTooLate({ locationId, conversationId }) {
        void queryClient.invalidateQueries({ queryKey: queryKeys.sends(locationId, conversationId) });
        say('Too late to take it back: it has been sent.');
      },
    });
  }, [personId, queryClient]);
}

function returnOnce(outgoing: Outgoing): void {
  if (!isInBox(outgoing)) giveBack(returnedOf(outgoing, newClientId()), false);
}

/** Put there by another tab, or by this page before it was reloaded. */
function isInBox({ draftKey, draft }: Outgoing): boolean {
  const { text, files } = readDraft(draftKey);
  const uploadIds = new Set(files.map(({ uploadId }) => uploadId));
  return text.includes(draft.text) && draft.files.every(({ uploadId }) => uploadIds.has(uploadId));
}

/** Into its box, without taking page, channel or focus from whoever writes by now. */
function refuse(returned: ReturnedSend, text: string): void {
  putBack(returned);
  showToast({ tone: 'bad', text, action: opening(returned) });
}

function sayReturned(returned: ReturnedSend): void {
  showToast({ text: 'Taken back: your text is in its box.', action: opening(returned) });
}

function opening(returned: ReturnedSend) {
  const { locationId, conversationId } = returned;
  const onAction = () => {
    if (!showReturned(returned)) window.location.assign(paths.inbox(locationId, conversationId));
  };
  return { label: 'Open', onAction };
}

function forget(outgoing: Outgoing): void {
  undoStackOf(outgoing.locationId).forget(idOf(outgoing));
}

/** The key takes back what can still be taken back. */
function forgetOnceLeft(locationId: string, { clientId, state, leavesInMs }: Send): void {
  const waitMs = state === 'held' ? (leavesInMs ?? 0) : 0;
  setTimeout(() => undoStackOf(locationId).forget(clientId), waitMs);
}

function returnedOf(
  { locationId, conversationId, request, draft }: Outgoing,
  clientId: string,
): ReturnedSend {
  const files = draft.files.flatMap(({ uploadId, name, sizeBytes }) =>
    uploadId ? [{ uploadId, name, sizeBytes }] : [],
  );
  return {
    locationId,
    conversationId,
    seed: { channel: request.channel, content: { ...draft, files, clientId } },
  };
}

function say(text: string): void {
  showToast({ tone: 'bad', text });
}
