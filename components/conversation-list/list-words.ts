import type { ViewCounts, ViewName } from '@/lib/shared/contract/triage';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import { checkDayRange, dayRangeProblems } from './day-range';

/** What each view holds. */
const contents: Record<ViewName, string> = {
  open: 'open conversations',
  waiting: 'conversations waiting for an answer',
  mine: 'open conversations of yours',
  snoozed: 'snoozed conversations',
  unread: 'unread conversations',
  starred: 'starred conversations',
  done: 'conversations that are done',
  all: 'conversations',
};

/** What an empty view says of itself. */
const emptyViews: Record<ViewName, { title: string; text: string }> = {
  open: { title: 'Nothing is open', text: 'What comes in appears here by itself.' },
  waiting: { title: 'Nothing waits', text: 'Everybody who wrote has an answer from a person.' },
  mine: { title: 'Nothing of yours is open', text: 'Assign a conversation to yourself to find it here.' },
  snoozed: { title: 'Nothing is snoozed', text: 'What is put off until later stands here.' },
  unread: { title: 'Nothing is unread', text: 'Everything open has been read by somebody.' },
  starred: { title: 'Nothing is starred', text: 'Star a conversation to find it here.' },
  done: { title: 'Nothing is done yet', text: 'What the team closes stands here, with who and when.' },
  all: {
    title: 'No conversations yet',
    text: 'When a contact writes, the conversation appears here by itself.',
  },
};

/** Where to go on from an empty view: what has most to do first. */
const nextViews: readonly ViewName[] = ['waiting', 'open', 'mine', 'unread', 'all'];

const searchLimitHint = 'GoHighLevel searches names, phones and emails, not message texts.';

type EmptyWords = {
  title: string;
  text: string;
  /** Whether there are filters to clear. */
  isNarrowed: boolean;
};

/** What an empty list says. */
export function emptyWords(filter: InboxFilter): EmptyWords {
  const { view, q, assigned, channel, tags, direction, from, to } = filter;
  const problem = dayRangeProblems[checkDayRange(from ?? '', to ?? '')];
  if (problem) {
    return {
      title: `No ${contents[view]} with these filters`,
      text: `${problem} Change the days above, or remove them.`,
      isNarrowed: true,
    };
  }
  if (q) return { title: `No ${contents[view]} for “${q}”`, text: searchLimitHint, isNarrowed: true };
  if (assigned || channel || tags || direction || from || to) {
    return {
      title: `No ${contents[view]} with these filters`,
      text: 'Remove a filter above, or all of them.',
      isNarrowed: true,
    };
  }
  return { ...emptyViews[view], isNarrowed: false };
}

/** The view to go on with, and how much it has: "Open has 12." Null: there is nothing anywhere. */
export function nextView(
  view: ViewName,
  counts: ViewCounts | undefined,
): { name: ViewName; words: string } | null {
  for (const name of nextViews) {
    const { count = 0, isAtLeast = false } = counts?.[name] ?? {};
    if (name !== view && count > 0) return { name, words: `${isAtLeast ? 'at least ' : ''}${count}` };
  }
  return null;
}

/** What a list that could not be read says; some messages tell of the next try themselves. */
export function retryWords(message: string): string {
  return /\bagain\b|by itself/i.test(message) ? message : `${message} Trying again every few seconds.`;
}

/** How many a list holds, as far as it is known: what is loaded counts, and of a complete list nothing is left to guess. */
export function listTotal(
  head: { total: number; isTotalAtLeast?: boolean } | null,
  loaded: number,
  isComplete: boolean,
): { count: number; isAtLeast: boolean } | null {
  if (!head) return null;
  if (!head.isTotalAtLeast) return { count: head.total, isAtLeast: false };
  return isComplete
    ? { count: loaded, isAtLeast: false }
    : { count: Math.max(head.total, loaded), isAtLeast: true };
}

/** At most four signs, so that its place can be kept free: "41", "9999", "12K". */
export function shortCount(total: number): string {
  if (total < 10_000) return String(total);
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 0 }).format(total);
}

export function conversationCount(total: number, isAtLeast = false): string {
  const words = total === 1 ? '1 conversation' : `${new Intl.NumberFormat('en').format(total)} conversations`;
  return isAtLeast ? `at least ${words}` : words;
}
