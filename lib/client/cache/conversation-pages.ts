import type {
  ConversationPage,
  ConversationPatch,
  ConversationRow,
} from '@/lib/shared/contract/conversation';

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
  sort: 'newest' | 'oldest',
): ConversationPage[] {
  const [first, second, ...rest] = pages;
  if (!first || !second || fresh.nextCursor === null || !reachesKnown(pages, fresh)) return [fresh];
  const freshIds = new Set(fresh.conversations.map((row) => row.id));
  const edge = timeOf(fresh.conversations.at(-1));
  const pushedDown = first.conversations.filter((row) => {
    if (freshIds.has(row.id)) return false;
    const at = timeOf(row);
    if (at === null || edge === null) return at !== null || row.kind === 'unreadable';
    return sort === 'newest' ? at <= edge : at >= edge;
  });
  return [
    fresh,
    { ...second, total: fresh.total, conversations: [...pushedDown, ...second.conversations] },
    ...rest,
  ];
}

function reachesKnown(pages: readonly ConversationPage[], fresh: ConversationPage): boolean {
  const known = new Map(pages.flatMap((page) => page.conversations.map((row) => [row.id, timeOf(row)])));
  return fresh.conversations
    .slice(-tailLength)
    .some((row) => known.has(row.id) && known.get(row.id) === timeOf(row));
}

/** The pages with one conversation changed. */
export function withPatch(
  pages: readonly ConversationPage[],
  conversationId: string,
  patch: ConversationPatch,
): ConversationPage[] {
  return pages.map((page) => ({
    ...page,
    conversations: page.conversations.map((row) => (row.id === conversationId ? patched(row, patch) : row)),
  }));
}

export function patched<Row extends ConversationRow>(row: Row, patch: ConversationPatch): Row {
  if (row.kind !== 'conversation') return row;
  return {
    ...row,
    unreadCount:
      patch.isUnread === undefined ? row.unreadCount : patch.isUnread ? Math.max(1, row.unreadCount) : 0,
    isStarred: patch.isStarred ?? row.isStarred,
  };
}

function timeOf(row: ConversationRow | undefined): number | null {
  return row?.kind === 'conversation' ? row.lastMessage.at : null;
}
