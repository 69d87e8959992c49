import { useState } from 'react';
import { ApiError } from '@/lib/client/api';
import { useMessage } from '@/lib/client/queries/messages';
import type { MessageItem } from '@/lib/shared/contract/message';

type Wanted = {
  locationId: string;
  conversationId: string;
  /** Of the address. */
  messageId: string | null;
  messages: readonly MessageItem[];
  isLoaded: boolean;
  hasOlder: boolean;
};

/**
 * The message that a permalink leads to. One that is not loaded is asked for by itself first, so that a link to nothing
 * does not read ten thousand messages; then the thread is paged back to it.
 */
export function useWantedMessage(wanted: Wanted) {
  const { locationId, conversationId, messageId, messages, isLoaded, hasOlder } = wanted;
  const [givenUpId, setGivenUpId] = useState<string | null>(null);
  const isFound = messages.some(({ id }) => id === messageId);
  const isMissing = messageId !== null && messageId !== givenUpId && isLoaded && !isFound;
  const { data, error } = useMessage(locationId, messageId ?? '', isMissing && hasOlder);
  const isElsewhere = data !== undefined && data.conversationId !== conversationId;
  const isUnknown = !hasOlder || isElsewhere || (error instanceof ApiError && isRefusal(error));
  return {
    foundId: isFound ? messageId : null,
    state: !isMissing ? 'still' : isUnknown ? 'unknown' : 'seeking',
    /** Once it is known to be there, or when only paging can tell. */
    mayPage: isMissing && !isUnknown && (data !== undefined || error !== null),
    giveUp: () => setGivenUpId(messageId),
  } as const;
}

/** There is no such message, or no such id. */
function isRefusal({ status }: ApiError): boolean {
  return status === 400 || status === 404 || status === 422;
}
