import { describe, expect, it } from 'vitest';
import type { Conversation, ConversationPage } from '@/lib/shared/contract/conversation';
import { patched, rowsOf, withFreshFirstPage, withRowBack } from './conversation-pages';
import { fitsList } from './list-fit';
import { applyOwnChanges, ownChangeMs, withOwnChanges } from './own-changes';

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
    team: { kind: 'open' },
    waitingSince: null,
  };
}

const page = (...rows: Conversation[]): ConversationPage => ({
  conversations: rows,
  total: 9,
  nextCursor: 'c',
  isPartial: false,
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

  it('put what came back from a snooze into its own place once it stands first no more', () => {
    const woken = (id: string, at: number): Conversation => ({
      ...row(id, at),
      team: { kind: 'open', snoozeEndedAt: 20 },
    });
    const pages = [
      page(woken('w', 6), woken('v', 4), row('a', 9)),
      page(row('b', 8), row('c', 5), row('d', 3)),
    ];
    const fresh = page(woken('v', 4), row('a', 9));
    expect(ids(withFreshFirstPage(pages, fresh, 'newest'))).toEqual(['v', 'a', 'b', 'w', 'c', 'd']);
    expect(ids(withFreshFirstPage(pages, page(row('a', 9)), 'newest'))).toEqual([
      'a',
      'b',
      'w',
      'c',
      'v',
      'd',
    ]);
  });

  it('empty when nothing matches any more', () => {
    const pages = [page(row('a', 9)), page(row('b', 8))];
    const nothing = { conversations: [], total: 0, nextCursor: null, isPartial: false };
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
    const changes = withOwnChanges(new Map(), [{ id: 'a', patch: { isUnread: false }, seenUpTo: null }], now);
    const pages = [page(row('a', 9, 3))];
    const unread = (at: number) =>
      rowsOf(applyOwnChanges(pages, changes, at)).map((r) =>
        r.kind === 'conversation' ? r.unreadCount : null,
      );
    expect(unread(now + ownChangeMs - 1)).toEqual([0]);
    expect(unread(now + ownChangeMs)).toEqual([3]);
  });

  it('is added to an earlier one of the same conversation', () => {
    const first = withOwnChanges(new Map(), [{ id: 'a', patch: { isUnread: false }, seenUpTo: null }], now);
    const both = withOwnChanges(first, [{ id: 'a', patch: { isStarred: true }, seenUpTo: 1 }], now);
    expect(both.get('a')?.patch).toEqual({
      isUnread: false,
      isStarred: true,
    });
  });

  it('marks unread without losing the count that is there', () => {
    expect(patched(row('a', 1, 4), { isUnread: true }).unreadCount).toBe(4);
    expect(patched(row('a', 1, 0), { isUnread: true }).unreadCount).toBe(1);
  });

  it('says nothing of a message that came after it', () => {
    const done = { kind: 'done' as const, at: now, byName: null };
    const patch = { team: done, isUnread: false, isStarred: true };
    const changes = withOwnChanges(new Map(), [{ id: 'a', patch, seenUpTo: 5 }], now);
    const shownAt = (at: number) => rowsOf(applyOwnChanges([page(row('a', at, 2))], changes, now))[0];
    expect(shownAt(5)).toMatchObject({ team: { kind: 'done' }, unreadCount: 0, isStarred: true });
    expect(shownAt(6)).toMatchObject({ team: { kind: 'open' }, unreadCount: 2, isStarred: true });
  });

  it('takes a deleted conversation away', () => {
    const patch = { isDeleted: true };
    const changes = withOwnChanges(new Map(), [{ id: 'a', patch, seenUpTo: null }], now);
    expect(
      rowsOf(applyOwnChanges([page(row('b', 2), row('a', 1))], changes, now)).map(({ id }) => id),
    ).toEqual(['b']);
  });
});

describe('a row that comes back', () => {
  const pages = [page(row('e', 9), row('d', 7)), { ...page(row('b', 3)), nextCursor: null }];

  it.each([
    ['x', 10, 'newest', ['x', 'e', 'd', 'b']],
    ['x', 8, 'newest', ['e', 'x', 'd', 'b']],
    ['x', 5, 'newest', ['e', 'd', 'x', 'b']],
    ['x', 1, 'newest', ['e', 'd', 'b', 'x']],
    ['d', 7, 'newest', ['e', 'd', 'b']],
  ] as const)('%s of %i stands in its place', (id, at, sort, expected) => {
    expect(ids(withRowBack(pages, row(id, at), sort))).toEqual(expected);
  });

  it('is not there where the list is not loaded so far', () => {
    expect(ids(withRowBack([page(row('e', 9))], row('x', 1), 'newest'))).toEqual(['e']);
  });
});

describe('a row that was acted upon', () => {
  const done = { kind: 'done' as const, at: 1, byName: null };
  const snoozed = { kind: 'snoozed' as const, at: 1, byName: null, until: 50, endsOnAnswer: true };
  const open = row('a', 1, 2);

  it.each([
    [{}, open, true],
    [{}, { ...open, team: done }, false],
    [{ view: 'all' }, { ...open, team: done }, true],
    [{ view: 'done' }, { ...open, team: done }, true],
    [{ view: 'done' }, open, false],
    [{ view: 'waiting' }, { ...open, team: snoozed }, false],
    [{ view: 'snoozed' }, { ...open, team: snoozed }, true],
    [{ status: 'unread' }, { ...open, unreadCount: 0 }, false],
    [{ status: 'starred' }, open, false],
    [{ assigned: 'u1' }, { ...open, assignedTo: 'u2' }, false],
    [{ assigned: ['u1', 'unassigned'] }, open, true],
  ])('with %o stays or leaves: %#', (filter, changed, stays) => {
    expect(fitsList(changed, filter, 10)).toBe(stays);
  });

  it('is open again once its snooze is over', () => {
    expect(fitsList({ ...open, team: snoozed }, {}, 50)).toBe(true);
    expect(fitsList({ ...open, team: snoozed }, { view: 'snoozed' }, 50)).toBe(false);
  });
});
