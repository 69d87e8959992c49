import type { Page } from 'playwright/test';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { apiPaths } from '@/lib/shared/paths';
import type { SandboxDriver } from './sandbox';

/**
 * What our API answers to the page that is open: unlike the test's own client, a browser asks again when a connection
 * that was kept open has just been closed.
 */
export function readApi(page: Page, path: string): Promise<unknown> {
  return page.evaluate(async (address): Promise<unknown> => (await fetch(address)).json(), path);
}

/** The ids of a view in the order of the list, all pages of it, as our own API answers them. */
export async function idsInView(page: Page, locationId: string, view: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const search = new URLSearchParams({ view, ...(cursor === null ? {} : { cursor }) });
    const list = (await readApi(page, `${apiPaths.conversations(locationId)}?${search}`)) as {
      conversations: { id: string }[];
      nextCursor: string | null;
    };
    ids.push(...list.conversations.map(({ id }) => id));
    cursor = list.nextCursor;
  } while (cursor !== null);
  return ids;
}

/** What our API says of one conversation, and what GHL holds of it. */
export async function stateOf(page: Page, sandbox: SandboxDriver, locationId: string, id: string) {
  const row = (await readApi(page, apiPaths.conversation(locationId, id))) as Conversation;
  const { team, isStarred, unreadCount, assignedTo } = row;
  const { conversation, contact } = (await sandbox.snapshot(locationId, id)) as {
    conversation: { starred?: boolean; unreadCount?: number };
    contact: { assignedTo?: string | null };
  };
  return {
    team: team.kind,
    isStarred,
    isUnread: unreadCount > 0,
    owner: assignedTo,
    inGhl: {
      isStarred: conversation.starred ?? false,
      isUnread: (conversation.unreadCount ?? 0) > 0,
      owner: contact.assignedTo ?? null,
    },
  };
}
