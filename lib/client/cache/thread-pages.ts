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
 * The thread after its newest page was read anew. Where the oldest fresh message is not among the known ones (a burst
 * longer than a page arrived), the pages below are dropped and paged again, rather than leaving a hole. Any shared
 * message would not do: a scheduled one stands at the top of both.
 */
export function withFreshNewestPage(pages: readonly ThreadPage[], fresh: ThreadPage): ThreadPage[] {
  const [first, second, ...rest] = pages;
  const oldest = fresh.messages.at(-1);
  const isKnown = pages.some((page) => page.messages.some((message) => message.id === oldest?.id));
  if (!first || !second || fresh.nextCursor === null || !isKnown) return [fresh];
  const freshIds = new Set(fresh.messages.map((message) => message.id));
  const pushedDown = first.messages.filter((message) => !freshIds.has(message.id));
  return [fresh, { ...second, messages: [...pushedDown, ...second.messages] }, ...rest];
}
