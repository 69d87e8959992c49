import type { InboxFilter } from '@/lib/shared/inbox-address';
import { checkDayRange, dayRangeProblems } from './day-range';

/** The tabs, and what each of them holds. */
const views = {
  all: 'conversations',
  unread: 'unread conversations',
  starred: 'starred conversations',
} as const;

export const unfiltered: InboxFilter = { status: 'all', sort: 'newest' };

const searchLimitHint = 'GoHighLevel searches names, phones and emails, not message texts.';

/** What an empty list says. Without a way out there is nothing to clear: the inbox itself is empty. */
export function emptyWords(filter: InboxFilter): { title: string; text: string; hasWayOut: boolean } {
  const { q, status, assigned, channel, direction, from, to } = filter;
  const view = views[status];
  const problem = dayRangeProblems[checkDayRange(from ?? '', to ?? '')];
  if (problem) {
    return {
      title: `No ${view} with these filters`,
      text: `${problem} Change the days above, or remove them.`,
      hasWayOut: true,
    };
  }
  if (q) return { title: `No ${view} for “${q}”`, text: searchLimitHint, hasWayOut: true };
  if (assigned || channel || direction || from || to) {
    return {
      title: `No ${view} with these filters`,
      text: 'Remove a filter above, or all of them.',
      hasWayOut: true,
    };
  }
  if (status === 'unread') {
    return { title: `No ${view}`, text: 'Nothing is waiting to be read.', hasWayOut: true };
  }
  if (status === 'starred') {
    return { title: `No ${view}`, text: 'Star a conversation to find it here.', hasWayOut: true };
  }
  return {
    title: 'No conversations yet',
    text: 'When a contact writes, the conversation appears here by itself.',
    hasWayOut: false,
  };
}

/** What a list that could not be read says; some messages tell of the next try themselves. */
export function retryWords(message: string): string {
  return /\bagain\b|by itself/i.test(message) ? message : `${message} Trying again every few seconds.`;
}

/** At most four signs, so that its place can be kept free: "41", "9999", "12K". */
export function shortCount(total: number): string {
  if (total < 10_000) return String(total);
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 0 }).format(total);
}

export function conversationCount(total: number): string {
  return total === 1 ? '1 conversation' : `${new Intl.NumberFormat('en').format(total)} conversations`;
}
