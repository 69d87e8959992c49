import 'server-only';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { isNotice, isOfCustomer } from './message-kinds';

type LastMessage = Conversation['lastMessage'];
type KeptState = {
  kind: 'done' | 'snoozed' | 'woke';
  seenUpTo: number;
  checkedUpTo: number;
  until: Date | null;
  endsOnAnswer: boolean;
};

/**
 * unproven: something newer stands there that may cover a message of the customer; the thread must be read. over: what
 * came back from a snooze has gone on since.
 */
export type Verdict = 'holds' | 'answered' | 'woke' | 'over' | 'unproven';

/**
 * Whether a state still counts, by the row alone. Times of messages are compared with one another only, all by GHL's
 * clock: neither a clock that is off nor a message that arrived unseen can bury a customer.
 */
export function verdictByRow(state: KeptState, last: LastMessage, now: number): Verdict {
  const { at } = last;
  if (state.kind === 'woke') return hasGoneOn(last, state.until?.getTime() ?? 0) ? 'over' : 'holds';
  if (state.kind === 'snoozed') {
    if (state.until === null || state.until.getTime() <= now) return 'woke';
    if (!state.endsOnAnswer) return 'holds';
  }
  if (at === null || at <= Math.max(state.seenUpTo, state.checkedUpTo)) return 'holds';
  return isOfCustomer(last) ? 'answered' : 'unproven';
}

/**
 * Whether something of the very same moment as the newest message known may have come in: times tell nothing there, so
 * the row is compared with itself of before. What a row does not say is no difference: GHL's answer by id has no text.
 */
export function mayHideTwin(state: KeptState & { row: Conversation | null }, row: Conversation): boolean {
  const { row: known } = state;
  if (!known || state.kind === 'woke' || (state.kind === 'snoozed' && !state.endsOnAnswer)) return false;
  const { at } = row.lastMessage;
  if (at === null || at !== known.lastMessage.at || at !== Math.max(state.seenUpTo, state.checkedUpTo))
    return false;
  const isOther = (['type', 'direction', 'body'] as const).some((name) => {
    const [before, after] = [known.lastMessage[name], row.lastMessage[name]];
    return before !== null && after !== null && before !== after;
  });
  return isOther || row.unreadCount > known.unreadCount;
}

/** How many messages of the customer at the time of the newest one were known by the row of before. */
export function knownAtEdge(row: Conversation | null): number {
  return row && isOfCustomer(row.lastMessage) ? 1 : 0;
}

/** GHL's clock against ours: where they differ, the conversation stands near the top by its time in any case. */
function hasGoneOn(last: LastMessage, wokeAt: number): boolean {
  return last.at !== null && last.at > wokeAt && (isOfCustomer(last) || isByPerson(last));
}

function isByPerson({ direction, isAutomated, type }: LastMessage): boolean {
  return direction === 'outbound' && !isAutomated && !isNotice(type);
}

export type WaitingGuess = {
  since: number | null;
  isAtLeast: boolean;
  /** How badly the thread should be read: 1 first, 0 not at all. */
  readRank: number;
};

/**
 * Who waits, as far as the row alone tells. Its last message is the customer's: they wait, perhaps for longer. A
 * person's: nobody does, so far as GHL's word for it can be trusted. Anything else may cover a message of the customer.
 */
export function waitingByRow(last: LastMessage, closedUpTo: number | null): WaitingGuess {
  const nobody = { since: null, isAtLeast: false, readRank: 0 };
  if (last.at === null || last.type === 'TYPE_NO_SHOW' || last.at <= (closedUpTo ?? 0)) return nobody;
  if (isOfCustomer(last)) return { since: last.at, isAtLeast: true, readRank: 2 };
  return { ...nobody, readRank: isByPerson(last) ? 3 : 1 };
}

/** What happened in a thread, newest first. */
export type ThreadEvent = { at: number; by: 'customer' | 'person' | 'machine' };

/** Since when the customer waits, by the thread; `isWhole` tells whether it was read back far enough to know. */
export function waitingByThread(
  { events, isWhole }: { events: readonly ThreadEvent[]; isWhole: boolean },
  closedUpTo: number | null,
): WaitingGuess {
  const answered = events.findIndex(({ by }) => by === 'person');
  const open = (answered === -1 ? events : events.slice(0, answered)).filter(
    ({ at, by }) => by === 'customer' && at > (closedUpTo ?? 0),
  );
  const since = open.length > 0 ? Math.min(...open.map(({ at }) => at)) : null;
  const isKnown = isWhole || answered !== -1 || since === null;
  return { since, isAtLeast: !isKnown, readRank: 0 };
}
