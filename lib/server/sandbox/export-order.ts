import 'server-only';
import type { MessageRecord } from './records';

/** The messages of one thread that an export wants, oldest first by the date it sorts by. */
export type Run = {
  conversationId: string;
  /** Of the thread below, [from, to) are wanted. */
  from: number;
  to: number;
  thread: { dateAt(index: number): number; messageAt(index: number): MessageRecord };
};

/** The last row of the page before. */
export type Place = { at: number; conversationId: string; messageId: string };

type Head = { run: Run; index: number; at: number };

/**
 * Takes one page out of all threads together, by looking at their dates only: of a thread that nobody opened, no more
 * messages are written than the page shows. Equal dates go by conversation, then by place in the thread.
 */
export function takePage(
  runs: readonly Run[],
  order: 'asc' | 'desc',
  after: Place | undefined,
  limit: number,
): MessageRecord[] {
  const step = order === 'desc' ? -1 : 1;
  const heap: Head[] = [];
  for (const run of runs) {
    const index = firstIndex(run, order, after);
    if (index >= run.from && index < run.to) heap.push({ run, index, at: run.thread.dateAt(index) });
  }
  const isBefore = (a: Head, b: Head): boolean => {
    if (a.at !== b.at) return order === 'desc' ? a.at > b.at : a.at < b.at;
    return a.run.conversationId < b.run.conversationId;
  };
  for (let i = (heap.length >> 1) - 1; i >= 0; i -= 1) sink(heap, i, isBefore);

  const page: MessageRecord[] = [];
  while (page.length < limit) {
    const head = heap[0];
    if (!head) break;
    page.push(head.run.thread.messageAt(head.index));
    head.index += step;
    if (head.index >= head.run.from && head.index < head.run.to) {
      head.at = head.run.thread.dateAt(head.index);
    } else {
      const last = heap.pop();
      if (last && last !== head) heap[0] = last;
    }
    sink(heap, 0, isBefore);
  }
  return page;
}

/** The first index of [from, to) whose date is `at` or later; with `isAfter`, later. */
export function indexOfDate(run: Run, at: number, isAfter = false): number {
  let low = run.from;
  let high = run.to;
  if (low >= high) return low;
  // Most threads lie wholly on one side, and there may be 100 000 of them.
  const last = run.thread.dateAt(high - 1);
  if (isAfter ? last <= at : last < at) return high;
  const first = run.thread.dateAt(low);
  if (isAfter ? first > at : first >= at) return low;
  while (low < high) {
    const middle = (low + high) >> 1;
    const date = run.thread.dateAt(middle);
    if (isAfter ? date <= at : date < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstIndex(run: Run, order: 'asc' | 'desc', after: Place | undefined): number {
  const isDown = order === 'desc';
  if (!after) return isDown ? run.to - 1 : run.from;
  const start = indexOfDate(run, after.at);
  const isTied = start < run.to && run.thread.dateAt(start) === after.at;
  const end = isTied ? indexOfDate(run, after.at, true) : start;
  if (run.conversationId === after.conversationId) {
    for (let i = start; i < end; i += 1) {
      if (run.thread.messageAt(i).id === after.messageId) return isDown ? i - 1 : i + 1;
    }
  }
  // Of a thread that comes later at this very date, its messages of that date are still to come.
  const isStillToCome = run.conversationId > after.conversationId;
  if (isDown) return (isStillToCome ? end : start) - 1;
  return isStillToCome ? start : end;
}

function sink(heap: Head[], from: number, isBefore: (a: Head, b: Head) => boolean): void {
  const item = heap[from];
  if (!item) return;
  let hole = from;
  for (;;) {
    let child = hole * 2 + 1;
    const left = heap[child];
    if (!left) break;
    const right = heap[child + 1];
    if (right && isBefore(right, left)) child += 1;
    const best = heap[child];
    if (!best || !isBefore(best, item)) break;
    heap[hole] = best;
    hole = child;
  }
  heap[hole] = item;
}
