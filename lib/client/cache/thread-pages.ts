import type { MessageItem, ThreadPage } from '@/lib/shared/contract/message';

/** A whole thread, oldest first, every message once. */
export function messagesOf(pages: readonly ThreadPage[]): MessageItem[] {
  const seen = new Set<string>();
  const newestFirst = pages.flatMap((page) =>
    page.messages.filter((message) => {
      if (seen.has(message.id)) return false;
      seen.add(message.id);
      return true;
    }),
  );
  return newestFirst.reverse();
}

export function authorsOf(pages: readonly ThreadPage[]): Record<string, string> {
  return Object.assign({}, ...pages.map((page) => page.authors)) as Record<string, string>;
}

/**
 * The thread after its newest page was read anew. Where the fresh page no longer reaches the pages below it (a burst
 * longer than a page arrived), those are dropped and paged again, rather than leaving a hole.
 */
export function withFreshNewestPage(pages: readonly ThreadPage[], fresh: ThreadPage): ThreadPage[] {
  const [first, ...older] = pages;
  if (!first || older.length === 0) return [fresh];
  const freshIds = new Set(fresh.messages.map((message) => message.id));
  const overlaps = first.messages.some((message) => freshIds.has(message.id));
  if (!overlaps && fresh.nextCursor !== null) return [fresh];
  const pushedDown = first.messages.filter((message) => !freshIds.has(message.id));
  const [second, ...rest] = older;
  if (!second) return [fresh];
  return [fresh, { ...second, messages: [...pushedDown, ...second.messages] }, ...rest];
}
