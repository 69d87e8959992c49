import 'server-only';
import type { GhlClient } from './client';
import { type Clock, sleep, systemClock } from './clock';
import { findConversations } from './conversation-query';
import { createConversation } from './conversations';
import { GhlHttpError } from './errors';

/** How long the search has been seen to lag, in steps that a person waits out (CONTRACT 1.3). */
const waitsMs = [400, 800, 1_500, 2_500, 4_000];

/**
 * The contact's conversation: a new one, or the one that is there. GHL may refuse a second one while its search does not
 * show the first yet (CONTRACT 1.3, 1.12): then it is looked for until the search has caught up; null when it did not.
 */
export async function openConversationOf(
  ghl: GhlClient,
  contactId: string,
  clock: Clock = systemClock,
): Promise<string | null> {
  try {
    return await createConversation(ghl, contactId);
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
  for (const waitMs of waitsMs) {
    await sleep(clock, waitMs);
    const rows = await findConversations(ghl, { contactId }, {});
    const found = rows.find(({ row }) => row.kind === 'conversation' && row.contactId === contactId);
    if (found) return found.row.id;
  }
  return null;
}

function isAlreadyThere(error: unknown): boolean {
  return (
    error instanceof GhlHttpError && error.status === 400 && /already exists/i.test(error.ghlMessage ?? '')
  );
}
