import type { MessageItem } from '@/lib/shared/contract/message';

/**
 * What arrived behind the last message that was there before. Older pages and messages that were read again are no
 * news; neither is a thread whose last known message is gone.
 */
export function arrivedAfter(lastId: string | null, messages: readonly MessageItem[]): MessageItem[] {
  if (lastId === null) return [];
  const index = messages.findIndex((message) => message.id === lastId);
  return index < 0 ? [] : messages.slice(index + 1);
}
