import { useEffect } from 'react';
import { api } from '@/lib/client/api';
import { type ConversationPage, conversationPageSchema } from '@/lib/shared/contract/conversation';
import { apiPaths } from '@/lib/shared/paths';
import { beInFront, isSomeTabInFront, lead, newestInbound } from './background-news';
import { usePreferences } from './preferences';
import { playNewMessageSound } from './sound';

/** As often as the list is read while it is in front. */
const everyMs = 15_000;

/** A quiet sound when somebody writes while no tab of the inbox is in front: once, however many tabs there are. */
export function useNewMessageSound(locationId: string): void {
  const { hasSounds } = usePreferences();

  useEffect(() => {
    if (!hasSounds) return;
    const left = new AbortController();
    let timer: ReturnType<typeof setInterval> | undefined;
    let front: AbortController | null = null;
    let heardUpTo: number | null = null;

    async function look() {
      // In front, the list itself shows what is new, and it counts as heard.
      if (await isSomeTabInFront()) {
        heardUpTo = null;
        return;
      }
      const newest = newestInbound((await readNewest(locationId, left.signal)).conversations);
      if (heardUpTo !== null && newest > heardUpTo) playNewMessageSound();
      heardUpTo = Math.max(heardUpTo ?? 0, newest);
    }
    // What cannot be read now is asked for again the next time.
    const lookQuietly = () => void look().catch(() => undefined);

    function followVisibility() {
      front?.abort();
      front = document.hidden ? null : new AbortController();
      if (front) beInFront(front.signal);
      if (timer !== undefined) lookQuietly();
    }

    followVisibility();
    document.addEventListener('visibilitychange', followVisibility);
    lead(left.signal, () => {
      timer = setInterval(lookQuietly, everyMs);
    });
    return () => {
      document.removeEventListener('visibilitychange', followVisibility);
      clearInterval(timer);
      front?.abort();
      left.abort();
    };
  }, [locationId, hasSounds]);
}

function readNewest(locationId: string, signal: AbortSignal): Promise<ConversationPage> {
  const search = new URLSearchParams({ view: 'all', direction: 'inbound' });
  return api(`${apiPaths.conversations(locationId)}?${search}`, {
    schema: conversationPageSchema,
    signal,
    isRefresh: true,
  });
}
