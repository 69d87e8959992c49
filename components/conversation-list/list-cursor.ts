import type { CommandId } from '@/lib/client/shortcuts/commands';

export type Cursor = { id: string; index: number };

type Row = { readonly id: string };

/** Where a command moves the cursor to; null for one that moves nothing. `pageRows`: rows of one screen. */
export function nextIndex(id: CommandId, index: number, count: number, pageRows: number): number | null {
  if (count === 0) return null;
  const target = targetOf(id, index, count, Math.max(1, pageRows));
  return target === null ? null : Math.min(count - 1, Math.max(0, target));
}

/**
 * The one row that Tab reaches: the cursor's, wherever it moved to; what stands in its place once it has left the list;
 * before the cursor was ever set the open row, else the first.
 */
export function cursorIndexOf(rows: readonly Row[], cursor: Cursor | null, openId: string | null): number {
  const id = cursor?.id ?? openId;
  const index = id === null ? -1 : rows.findIndex((row) => row.id === id);
  if (index >= 0) return index;
  return cursor ? Math.max(0, Math.min(cursor.index, rows.length - 1)) : 0;
}

type Keyboard = {
  /** Null while nobody has put it anywhere. */
  cursorIndex: number | null;
  /** Whether a person has put the cursor beside the open one. */
  isAtCursor: boolean;
  /** Null: nothing is open. -1: what is open is not in the list. */
  openIndex: number | null;
  /** The row that Tab reaches. */
  tabStop: number;
};

/** Where "next" and "previous" lead: on from the row with the ring, else from the open one, else to the first. */
export function moveTarget(step: 1 | -1, { cursorIndex, isAtCursor, openIndex, tabStop }: Keyboard): number {
  if (openIndex === null) return cursorIndex === null ? 0 : cursorIndex + step;
  // What is open has left the list, or never was in it: the row in its place has not been seen yet.
  if (openIndex < 0) return step > 0 ? tabStop : tabStop - 1;
  return (isAtCursor && cursorIndex !== null ? cursorIndex : openIndex) + step;
}

/** The conversations below and above the open one: what its reader is likely to open next. */
export function neighboursOf(
  rows: readonly (Row & { readonly kind: string })[],
  openId: string | null,
): (string | null)[] {
  const index = openId === null ? -1 : rows.findIndex(({ id }) => id === openId);
  if (index < 0) return [null, null];
  return [rows[index + 1], rows[index - 1]].map((row) => (row?.kind === 'conversation' ? row.id : null));
}

/** The scroll position that shows a row with the least movement. */
export function scrollTopFor(
  index: number,
  view: { rowHeight: number; height: number; scrollTop: number },
): number {
  const top = index * view.rowHeight;
  const bottom = top + view.rowHeight;
  if (top < view.scrollTop) return top;
  if (bottom > view.scrollTop + view.height) return bottom - view.height;
  return view.scrollTop;
}

/**
 * By how many rows what is in view was moved by a refetch, so that the scroll position can follow and nothing slips
 * away under the pointer. Rows that jumped (a new message brings one to the top) are outvoted by those that did not.
 */
export function shiftInView(
  before: readonly Row[],
  after: readonly Row[],
  firstInView: number,
  lastInView: number,
): number {
  const indexAfter = new Map(after.map((row, index) => [row.id, index]));
  const votes = new Map<number, number>();
  let shift = 0;
  for (let index = firstInView; index <= lastInView; index++) {
    const next = indexAfter.get(before[index]?.id ?? '');
    if (next === undefined) continue;
    const count = (votes.get(next - index) ?? 0) + 1;
    votes.set(next - index, count);
    if (count > (votes.get(shift) ?? 0)) shift = next - index;
  }
  return shift;
}

function targetOf(id: CommandId, index: number, count: number, pageRows: number): number | null {
  switch (id) {
    case 'list.down':
      return index + 1;
    case 'list.up':
      return index - 1;
    case 'list.pageDown':
      return index + pageRows;
    case 'list.pageUp':
      return index - pageRows;
    case 'list.first':
      return 0;
    case 'list.last':
      return count - 1;
    default:
      return null;
  }
}
