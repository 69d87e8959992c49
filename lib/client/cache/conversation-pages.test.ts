import { describe, expect, it } from 'vitest';
import type { Conversation, ConversationPage } from '@/lib/shared/contract/conversation';
import { patched, rowsOf, withFreshFirstPage } from './conversation-pages';
import { applyOwnChanges, ownChangeMs, withOwnChange } from './own-changes';

function row(id: string, at: number, unreadCount = 0): Conversation {
  return {
    kind: 'conversation',
    id,
    locationId: 'l',
    contactId: null,
    contactName: id,
    companyName: null,
    email: null,
    phone: null,
    lastMessage: { type: 'TYPE_SMS', body: null, direction: null, isAutomated: false, at },
    unreadCount,
    isStarred: false,
    assignedTo: null,
    tags: [],
    createdAt: null,
  };
}

const page = (...rows: Conversation[]): ConversationPage => ({
  conversations: rows,
  total: 9,
  nextCursor: 'c',
});
const ids = (pages: ConversationPage[]) => rowsOf(pages).map(({ id }) => id);

describe('the pages of a list', () => {
  it('show a conversation once, though it moved up while older pages were read', () => {
    expect(ids([page(row('b', 9), row('a', 8)), page(row('b', 5), row('c', 4))])).toEqual(['b', 'a', 'c']);
  });

  it('keep what a newcomer pushed off the first page', () => {
    const pages = [page(row('a', 9), row('b', 8)), page(row('c', 7))];
    expect(ids(withFreshFirstPage(pages, page(row('new', 10), row('a', 9)), 'newest'))).toEqual([
      'new',
      'a',
      'b',
      'c',
    ]);
  });

  it('drop what has left the filter', () => {
    const pages = [page(row('a', 9), row('b', 8)), page(row('c', 7))];
    expect(ids(withFreshFirstPage(pages, page(row('a', 9), row('c', 7)), 'newest'))).toEqual(['a', 'c']);
  });

  it('keep the order when the oldest stand first', () => {
    const pages = [page(row('a', 1), row('b', 2)), page(row('c', 3))];
    expect(ids(withFreshFirstPage(pages, page(row('z', 0), row('a', 1)), 'oldest'))).toEqual([
      'z',
      'a',
      'b',
      'c',
    ]);
  });

  it('begin again rather than leave a hole after more news than a page holds', () => {
    const pages = [page(row('a', 9), row('b', 8)), page(row('c', 7))];
    expect(ids(withFreshFirstPage(pages, page(row('y', 20), row('x', 19)), 'newest'))).toEqual(['y', 'x']);
  });

  it('do not take a conversation that moved for a place where old and new meet', () => {
    const pages = [page(row('a', 9), row('b', 8)), page(row('c', 7))];
    expect(ids(withFreshFirstPage(pages, page(row('y', 20), row('c', 19)), 'newest'))).toEqual(['y', 'c']);
  });

  it('empty when nothing matches any more', () => {
    const pages = [page(row('a', 9)), page(row('b', 8))];
    const nothing = { conversations: [], total: 0, nextCursor: null };
    expect(ids(withFreshFirstPage(pages, nothing, 'newest'))).toEqual([]);
  });

  it('are the fresh page alone when there was only one', () => {
    expect(ids(withFreshFirstPage([page(row('a', 9), row('b', 8))], page(row('a', 9)), 'newest'))).toEqual([
      'a',
    ]);
  });
});

describe('a change of one’s own', () => {
  const now = 1_000_000;

  it('counts for more than what the search still answers, for a minute', () => {
    const changes = withOwnChange(new Map(), 'a', { isUnread: false }, now);
    const pages = [page(row('a', 9, 3))];
    const unread = (at: number) =>
      rowsOf(applyOwnChanges(pages, changes, at)).map((r) =>
        r.kind === 'conversation' ? r.unreadCount : null,
      );
    expect(unread(now + ownChangeMs - 1)).toEqual([0]);
    expect(unread(now + ownChangeMs)).toEqual([3]);
  });

  it('is added to an earlier one of the same conversation', () => {
    const first = withOwnChange(new Map(), 'a', { isUnread: false }, now);
    expect(withOwnChange(first, 'a', { isStarred: true }, now).get('a')?.patch).toEqual({
      isUnread: false,
      isStarred: true,
    });
  });

  it('marks unread without losing the count that is there', () => {
    expect(patched(row('a', 1, 4), { isUnread: true }).unreadCount).toBe(4);
    expect(patched(row('a', 1, 0), { isUnread: true }).unreadCount).toBe(1);
  });
});
