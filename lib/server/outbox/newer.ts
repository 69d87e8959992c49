import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { getEmail } from '@/lib/server/ghl/emails';
import { isNotice } from '@/lib/server/triage/message-kinds';
import type { MessageItem } from '@/lib/shared/contract/message';

export type Seen = { messageId: string; at: number };

/** Notes among the team are no part of the conversation with the customer, but somebody wrote them. */
const teamTypes = new Set(['TYPE_INTERNAL_COMMENT', 'TYPE_INTERNAL_CHAT']);
/** Mails of one item that are asked for, newest first. */
const maxMails = 5;

/**
 * The newest message of a page that the writer had not seen and did not send; null: there is none. Times are compared
 * with one another only, all by GHL's clock. `isOwn` knows messages and mails.
 */
export async function newerThan(
  ghl: GhlClient,
  page: readonly MessageItem[],
  seen: Seen,
  isOwn: (id: string) => boolean,
): Promise<string | null> {
  const seenPlace = page.findIndex(({ id }) => id === seen.messageId);
  for (const [place, item] of page.entries()) {
    if (!isNewer(item, seen, place < seenPlace) || !isWritten(item)) continue;
    if (item.kind === 'unreadable' || item.type !== 'TYPE_EMAIL' || item.emailIds.length === 0) {
      if (!isOwn(item.id)) return item.id;
    } else if (await hasNewerMail(ghl, item.emailIds, seen, isOwn)) return item.id;
  }
  return null;
}

/** Of the same moment only what stands above the seen one is newer. */
function isNewer({ id, at }: MessageItem, seen: Seen, isAbove: boolean): boolean {
  if (at === null) return isAbove;
  return at > seen.at || (at === seen.at && isAbove && id !== seen.messageId);
}

/** Neither an event nor something that GHL will send later. What cannot be read may be the customer's. */
function isWritten(item: MessageItem): boolean {
  if (item.kind === 'unreadable') return true;
  return (!isNotice(item.type) || teamTypes.has(item.type)) && item.status !== 'scheduled';
}

/** An item is a whole email thread, and stands where its newest mail does (CONTRACT 1.4). */
async function hasNewerMail(
  ghl: GhlClient,
  emailIds: readonly string[],
  seen: Seen,
  isOwn: (id: string) => boolean,
): Promise<boolean> {
  for (const emailId of emailIds.slice(-maxMails).reverse()) {
    if (isOwn(emailId)) continue;
    const { at, status } = await getEmail(ghl, emailId);
    if (status === 'scheduled') continue;
    return at === null || at > seen.at;
  }
  return false;
}
