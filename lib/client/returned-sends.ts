import { useEffect, useEffectEvent } from 'react';
import type { DraftSeed } from '@/lib/shared/contract/draft';
import { mergedDraft } from './draft-merge';
import { storeDrafts } from './draft-store';
import { type Draft, draftKey, emptyDraft } from './drafts';
import { changeDraft } from './use-draft';

/** What was taken back or refused, on its way into the box that it was written in. */
export type ReturnedSend = { locationId: string; conversationId: string; seed: DraftSeed };

/** Shows the box; answers whether it could. */
type Taker = (returned: ReturnedSend) => boolean;

let taker: Taker | null = null;
let teller: ((returned: ReturnedSend) => void) | null = null;

/**
 * Gives back what a person takes back: in its box before anything is shown. Where they wait for it the box is shown;
 * else they are told, for whoever writes by now must keep page, channel and focus.
 */
export function giveBack(returned: ReturnedSend, isWaitedFor = true): void {
  putBack(returned);
  if (isWaitedFor) showReturned(returned);
  else teller?.(returned);
}

/** At the person's own wish alone. Answers whether this page has the box. */
export function showReturned(returned: ReturnedSend): boolean {
  return taker?.(returned) ?? false;
}

/** Says where a text is that nobody waits for any more. Answers how to stop. */
export function tellReturned(tell: (returned: ReturnedSend) => void): () => void {
  teller = tell;
  return () => {
    if (teller === tell) teller = null;
  };
}

/** Into its own box, whichever is open, in front of what was typed there meanwhile; stored before it is forgotten elsewhere. */
export function putBack({ locationId, conversationId, seed }: ReturnedSend): void {
  changeDraft(draftKey(locationId, conversationId, seed.channel), (now) =>
    mergedDraft(draftOfSeed(seed), now),
  );
  storeDrafts();
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
