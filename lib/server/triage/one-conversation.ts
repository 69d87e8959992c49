import 'server-only';
import type { GhlClient, ReadOptions } from '@/lib/server/ghl/client';
import { getConversation, updateConversation } from '@/lib/server/ghl/conversations';
import type { Conversation, ConversationPatch } from '@/lib/shared/contract/conversation';
import { forgettingGone } from './forget';
import { noteOwnValues } from './own-values';
import { asking } from './prove';
import { conversationWithTeam } from './with-team';

/** One conversation with what the team made of it. */
export async function teamConversation(
  ghl: GhlClient,
  conversationId: string,
  { priority, signal }: ReadOptions = {},
): Promise<Conversation> {
  const found = await forgettingGone(ghl.locationId, conversationId, () =>
    getConversation(ghl, conversationId, { priority, signal }),
  );
  return conversationWithTeam(ghl, found, asking(priority));
}

/** Read/unread and star; every tab sees it, although GHL's search does not know it yet. */
export async function patchConversation(
  ghl: GhlClient,
  conversationId: string,
  patch: ConversationPatch,
): Promise<Conversation> {
  const changed = await forgettingGone(ghl.locationId, conversationId, () =>
    updateConversation(ghl, conversationId, patch),
  );
  noteOwnValues(changed, {
    ...(patch.isUnread === undefined ? {} : { unreadCount: changed.unreadCount }),
    ...(patch.isStarred === undefined ? {} : { isStarred: changed.isStarred }),
  });
  return conversationWithTeam(ghl, changed, asking());
}
