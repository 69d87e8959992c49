import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { showToast } from '@/components/ui/toast-store';
import { newClientId } from '@/lib/client/client-id';

import { idOf, type Outgoing } from '@/lib/client/outgoing';
import { startOutgoing } from '@/lib/client/outgoing-runner';
import { keepSend, postSend, postSendAct } from '@/lib/client/queries/sends';
import { giveBack } from '@/lib/client/returned-sends';
import { runSendActs, undoSendActs } from '@/lib/client/send-acts';
import { undoStackOf } from '@/lib/client/triage/undo-stack';
import { readDraft } from '@/lib/client/use-draft';
import type { Send } from '@/lib/shared/contract/send';
import { queryKeys } from '@/lib/shared/query-keys';

/** While somebody is signed in: what they sent leaves this browser, at once or when the network is back. */
export function useOutgoingSends(personId: string): void {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      startOutgoing({
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
            returnDraft(outgoing, newClientId());
            return say('Not sent: an earlier version of this text has gone out. See it above first.');
          }
          returnDraft(outgoing, idOf(outgoing));
          say(`Not sent. ${error.message} Your text is back in the box.`);
        },
        onCancelled(outgoing, isKnown) {
          forget(outgoing);
          undoSendActs(idOf(outgoing));
          returnDraft(outgoing, isKnown ? idOf(outgoing) : newClientId());
        },
        onTooLate({ locationId, conversationId }) {
          void queryClient.invalidateQueries({ queryKey: queryKeys.sends(locationId, conversationId) });
          say('Too late to take it back: it has been sent.');
        },
      }),
    [personId, queryClient],
  );
}

/** In another tab it may be in the box already. */
function returnOnce(outgoing: Outgoing): void {
  if (!readDraft(outgoing.draftKey).text.includes(outgoing.draft.text)) returnDraft(outgoing, newClientId());
}

function forget(outgoing: Outgoing): void {
  undoStackOf(outgoing.locationId).forget(idOf(outgoing));
}

/** The key takes back what can still be taken back. */
function forgetOnceLeft(locationId: string, { clientId, state, leavesInMs }: Send): void {
  const waitMs = state === 'held' ? (leavesInMs ?? 0) : 0;
  setTimeout(() => undoStackOf(locationId).forget(clientId), waitMs);
}

function returnDraft({ locationId, conversationId, request, draft }: Outgoing, clientId: string): void {
  const files = draft.files.flatMap(({ uploadId, name, sizeBytes }) =>
    uploadId ? [{ uploadId, name, sizeBytes }] : [],
  );
  giveBack({
    locationId,
    conversationId,
    seed: { channel: request.channel, content: { ...draft, files, clientId } },
  });
}

function say(text: string): void {
  showToast({ tone: 'bad', text });
}
