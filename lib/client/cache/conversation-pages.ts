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

/**
 * The list after its first page was read anew. Rows that left the page because newer ones pushed them down are kept
 * behind it; rows that should still be on it but are not have left the filter and go. Later pages stay as they are.
 */
export function withFreshFirstPage(
  pages: readonly ConversationPage[],
  fresh: ConversationPage,
  sort: 'newest' | 'oldest',
): ConversationPage[] {
  const [first, ...later] = pages;
  if (!first || later.length === 0) return [fresh];
  const freshIds = new Set(fresh.conversations.map((row) => row.id));
  const edge = timeOf(fresh.conversations.at(-1));
  const pushedDown = first.conversations.filter((row) => {
    if (freshIds.has(row.id)) return false;
    const at = timeOf(row);
    if (at === null || edge === null) return at !== null || row.kind === 'unreadable';
    return sort === 'newest' ? at <= edge : at >= edge;
  });
  const [second, ...rest] = later;
  if (!second) return [fresh];
  return [
    fresh,
    { ...second, total: fresh.total, conversations: [...pushedDown, ...second.conversations] },
    ...rest,
  ];
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
