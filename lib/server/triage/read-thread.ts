import 'server-only';
import type { GhlClient, ReadOptions } from '@/lib/server/ghl/client';
import { getEmailWithUrls } from '@/lib/server/ghl/emails';
import { listMessages } from '@/lib/server/ghl/messages';
import type { Message, MessageItem } from '@/lib/shared/contract/message';
import { isHumanReply, isNotice, isOfCustomer } from './message-kinds';
import type { ThreadEvent } from './team-rules';

const pageSize = 100;
const maxPages = 3;
/** Of one email item, newest first. An item is a whole email thread and shows the newest mail alone (CONTRACT 1.4). */
const maxMails = 8;

type Facts = Pick<Message, 'type' | 'direction' | 'source' | 'userId' | 'status'>;

/**
 * What happened in a thread, newest first, until `isEnough` says so for what was read, or three pages are read.
 * `isWhole`: there is nothing older that was not read.
 */
export async function readThread(
  ghl: GhlClient,
  conversationId: string,
  isEnough: (event: ThreadEvent) => boolean,
  options: ReadOptions,
): Promise<{ events: ThreadEvent[]; isWhole: boolean }> {
  // What was read a moment ago may be older than the row that made us look.
  ghl.reads.drop([`messages:${conversationId}:`]);
  const events: ThreadEvent[] = [];
  let cursor: string | null = null;
  for (let page = 1; page <= maxPages; page += 1) {
    const read = await listMessages(ghl, conversationId, { cursor, limit: pageSize, ...options });
    for (const item of read.messages) {
      const found = await eventsOf(ghl, item, isEnough, options);
      events.push(...found);
      if (found.some(isEnough)) return { events: newestFirst(events), isWhole: true };
    }
    cursor = read.nextCursor;
    if (cursor === null) return { events: newestFirst(events), isWhole: true };
  }
  return { events: newestFirst(events), isWhole: false };
}

async function eventsOf(
  ghl: GhlClient,
  item: MessageItem,
  isEnough: (event: ThreadEvent) => boolean,
  options: ReadOptions,
): Promise<ThreadEvent[]> {
  // What cannot be read may be the customer's: the safe side is that it is.
  if (item.kind === 'unreadable') return item.at === null ? [] : [{ at: item.at, by: 'customer' }];
  if (item.at === null || isNotice(item.type)) return [];
  const newest = eventOf(item, item.at);
  if (item.type !== 'TYPE_EMAIL' || item.emailIds.length < 2 || isEnough(newest)) return [newest];
  const events = [newest];
  for (const emailId of item.emailIds.slice(-maxMails).reverse()) {
    const { email, source, userId } = await getEmailWithUrls(ghl, emailId, options);
    if (email.at === null || email.at >= item.at) continue;
    const { direction, status, at } = email;
    const event = eventOf({ type: item.type, direction, status, source, userId }, at);
    events.push(event);
    if (isEnough(event)) break;
  }
  return events;
}

function eventOf(facts: Facts, at: number): ThreadEvent {
  return { at, by: isOfCustomer(facts) ? 'customer' : isHumanReply(facts) ? 'person' : 'machine' };
}

/** Mails stand beneath the newest of their item, whose neighbours may be older than they. */
function newestFirst(events: ThreadEvent[]): ThreadEvent[] {
  return events.sort((one, other) => other.at - one.at);
}
