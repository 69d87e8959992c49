import { useEffect, useRef, useState } from 'react';
import type { useThread } from '@/lib/client/queries/messages';

/** Older pages on demand: one at a time, and after a failure only when a person asks. */
export function useOlderPages(thread: ReturnType<typeof useThread>['thread']) {
  const [hasFailed, setHasFailed] = useState(false);
  /** Counts the answers: a new page is drawn before the next one may be asked for. */
  const [answers, setAnswers] = useState(0);
  const isAsking = useRef(false);

  async function fetchOlder() {
    if (isAsking.current) return;
    isAsking.current = true;
    const result = await thread.fetchNextPage({ cancelRefetch: false });
    isAsking.current = false;
    setHasFailed(result.isFetchNextPageError);
    setAnswers((count) => count + 1);
  }

  const state = !thread.hasNextPage
    ? 'beginning'
    : thread.isFetchingNextPage
      ? 'loading'
      : hasFailed
        ? 'failed'
        : 'more';
  return {
    state,
    answers,
    load: () => {
      if (state === 'more') void fetchOlder();
    },
    retry: () => void fetchOlder(),
  } as const;
}

/** Goes on to older pages for as long as something further back is looked for. */
export function useSeekOlder(older: ReturnType<typeof useOlderPages>, isSeeking: boolean): void {
  const { state, answers, load } = older;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came asks for the next one
  useEffect(() => {
    if (isSeeking && state === 'more') load();
  }, [isSeeking, state, answers]);
}
