import type { ConversationPage, ConversationRow } from '@/lib/shared/contract/conversation';
import type { TeamState } from '@/lib/shared/contract/triage';
import { isWoken } from './list-fit';
import { isNotBefore, type ListOrder, placeOf } from './list-order';

/** What a person can change of a row. */
export type RowPatch = {
  isUnread?: boolean;
  isStarred?: boolean;
  assignedTo?: string | null;
  team?: TeamState;
  isDeleted?: boolean;
};

/** Every row once, in order. A conversation that moved up while older pages were read would else stand twice. */
export function rowsOf(pages: readonly ConversationPage[]): ConversationRow[] {
  const seen = new Set<string>();
  return pages.flatMap((page) =>
    page.conversations.filter((row) => {
      if (seen.has(row.id)) return false;
      seen.add(row.id);
      return true;
    }),
  );
}

/** So many rows at the end of a fresh page are looked at for one that is known and has not moved. */
const tailLength = 5;

/**
 * The list after its first page was read anew. Rows that left the page because newer ones pushed them down are kept
 * behind it; rows that should still be on it but are not have left the filter and go. Where the fresh page no longer
 * reaches what was loaded (more news than a page holds), the rest is dropped and paged again, rather than leaving a hole.
 */
export function withFreshFirstPage(
  pages: readonly ConversationPage[],
  fresh: ConversationPage,
  order: ListOrder,
): ConversationPage[] {
  const [first, second, ...rest] = pages;
  if (!first || !second || fresh.nextCursor === null || !reachesKnown(pages, fresh, order)) return [fresh];
  const freshIds = new Set(fresh.conversations.map((row) => row.id));
  const edge = placeOf(
    fresh.conversations.findLast((row) => !isWoken(row)),
    order,
  );
  const left = first.conversations.filter((row) => !freshIds.has(row.id));
  const pushedDown = left.filter((row) => {
    if (isWoken(row)) return false;
    const place = placeOf(row, order);
    if (place === null || edge === null) return place !== null || row.kind === 'unreadable';
    return isNotBefore(place, edge, order);
  });
  const merged = [
    fresh,
    { ...second, total: fresh.total, conversations: [...pushedDown, ...second.conversations] },
    ...rest,
  ];
  // What stood first because it came back is looked at by now: it goes to where its last message stands.
  return left
    .filter(isWoken)
    .reduce((known, row) => withRowBack(known, { ...row, team: { kind: 'open' } }, order), merged);
}

function reachesKnown(
  pages: readonly ConversationPage[],
  fresh: ConversationPage,
  order: ListOrder,
): boolean {
  const known = new Map(
    pages.flatMap((page) => page.conversations.map((row) => [row.id, placeOf(row, order)])),
  );
  return fresh.conversations
    .slice(-tailLength)
    .some((row) => known.has(row.id) && known.get(row.id) === placeOf(row, order));
}

/** The pages with each row as `change` has it; without those it answers null for. */
export function withRows(
  pages: readonly ConversationPage[],
  change: (row: ConversationRow) => ConversationRow | null,
): ConversationPage[] {
  return pages.map((page) => ({
    ...page,
    conversations: page.conversations.flatMap((row) => change(row) ?? []),
  }));
}

/** The pages with a row that had left them, in its place; without it where that is not loaded yet. */
export function withRowBack(
  pages: readonly ConversationPage[],
  row: ConversationRow,
  order: ListOrder,
): ConversationPage[] {
  const at = placeOf(row, order);
  if (at === null || pages.some((page) => page.conversations.some(({ id }) => id === row.id)))
    return [...pages];
  const isAfter = (other: ConversationRow) => {
    if (isWoken(other)) return false;
    const place = placeOf(other, order);
    return place !== null && place !== at && isNotBefore(place, at, order);
  };
  const pageIndex = pages.findIndex((page) => page.conversations.some(isAfter));
  const isWhole = pages.at(-1)?.nextCursor === null;
  if (pageIndex < 0 && !isWhole) return [...pages];
  const place = pageIndex < 0 ? pages.length - 1 : pageIndex;
  return pages.map((page, index) => {
    if (index !== place) return page;
    const before = page.conversations.findIndex(isAfter);
    const conversations = page.conversations.toSpliced(
      before < 0 ? page.conversations.length : before,
      0,
      row,
    );
    return { ...page, conversations };
  });
}

export function patched<Row extends ConversationRow>(row: Row, patch: RowPatch): Row {
  if (row.kind !== 'conversation') return row;
  return {
    ...row,
    unreadCount:
      patch.isUnread === undefined ? row.unreadCount : patch.isUnread ? Math.max(1, row.unreadCount) : 0,
    isStarred: patch.isStarred ?? row.isStarred,
    assignedTo: patch.assignedTo === undefined ? row.assignedTo : patch.assignedTo,
    team: patch.team ?? row.team,
  };
}

export function timeOf(row: ConversationRow | undefined): number | null {
  return row?.kind === 'conversation' ? row.lastMessage.at : null;
}
