import { useEffect, useEffectEvent } from 'react';
import type { DraftSeed } from '@/lib/shared/contract/draft';
import { mergedDraft } from './draft-merge';
import { type Draft, draftKey, emptyDraft } from './drafts';
import { changeDraft } from './use-draft';

/** What was taken back or refused, on its way into the box that it was written in. */
export type ReturnedSend = { locationId: string; conversationId: string; seed: DraftSeed };

/** Shows the box; answers whether it took the text too. */
type Taker = (returned: ReturnedSend) => void;

let taker: Taker | null = null;

/** Gives a text back to who wrote it: the open composer takes it, else it waits in its own box. */
export function giveBack(returned: ReturnedSend): void {
  if (taker) taker(returned);
  else putBack(returned);
}

/** Into its own box, whichever is open, in front of what was typed there meanwhile. */
export function putBack({ locationId, conversationId, seed }: ReturnedSend): void {
  changeDraft(draftKey(locationId, conversationId, seed.channel), (now) =>
    mergedDraft(draftOfSeed(seed), now),
  );
}

/** For the page that shows composers. */
export function useReturnedSends(take: Taker): void {
  const latest = useEffectEvent(take);
  useEffect(() => {
    const own: Taker = (returned) => latest(returned);
    taker = own;
    return () => {
      if (taker === own) taker = null;
    };
  }, []);
}

/** What comes back is sent as a message of its own, unless the seed says that it is still the same one. */
function draftOfSeed({ content }: DraftSeed): Draft {
  const files = (content.files ?? []).map((file) => ({
    ...file,
    localId: file.uploadId,
    state: 'done' as const,
    progress: 1,
    error: null,
  }));
  return { ...emptyDraft, ...content, files, clientId: content.clientId ?? null };
}
