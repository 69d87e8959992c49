import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/lib/client/api';
import { conversationFilesSchema } from '@/lib/shared/contract/conversation-files';
import { apiPaths } from '@/lib/shared/paths';
import { queryKeys } from '@/lib/shared/query-keys';

/** Every file of a thread, newest first. One answer looks through a part of the thread; the next goes on from there. */
export function useConversationFiles(locationId: string, conversationId: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.conversationFiles(locationId, conversationId),
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = cursor === null ? '' : `?${new URLSearchParams({ cursor })}`;
      return api(`${apiPaths.conversationFiles(locationId, conversationId)}${query}`, {
        schema: conversationFilesSchema,
        signal,
      });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}
