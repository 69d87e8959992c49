import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { isConnectionKey } from '@/lib/shared/query-keys';
import { ApiError } from './api';

/** Until live events exist, what is on the screen is read again this often while the page is visible. */
const pollMs = 15_000;
/** While the server or GHL cannot be reached: soon enough to feel like recovery, rare enough not to press. */
const retryPollMs = 5_000;

// Its own choice is a timer of 0 ms, and a second Enter can come before that: it would find the button still free.
notifyManager.setScheduler(queueMicrotask);

/** One client a tab. The server repeats what may be repeated, so nothing is repeated here. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (!(error instanceof ApiError)) return;
    if (error.code === 'unauthenticated') onSignedOut();
    // The token is not taken any more: the banner says so at once, not with its next poll.
    if (error.code === 'ghl_unauthorized') {
      void client.invalidateQueries({ predicate: ({ queryKey }) => isConnectionKey(queryKey) });
    }
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: false, staleTime: 5_000, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}

/** Reads again only while the last try failed: what is on the screen recovers by itself. */
export function recoverInterval(query: { state: { error: Error | null } }): number | false {
  return query.state.error ? retryPollMs : false;
}

/** How soon to read again: sooner after a failure, so that the screen recovers by itself. */
export function pollInterval(query: { state: { error: Error | null } }): number {
  return query.state.error ? retryPollMs : pollMs;
}
