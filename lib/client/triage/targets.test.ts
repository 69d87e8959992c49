import { describe, expect, it } from 'vitest';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { allThatMatch, noSelection, toggled } from './selection';
import { nextAfterRemoval, targetOf, toggleOf } from './targets';

function row(id: string, more: Partial<Conversation> = {}): Conversation {
  return {
    kind: 'conversation',
    id,
    locationId: 'l',
    contactId: null,
    contactName: id,
    companyName: null,
    email: null,
    phone: null,
    lastMessage: { type: 'TYPE_SMS', body: null, direction: null, isAutomated: false, at: 1 },
    unreadCount: 0,
    isStarred: false,
    assignedTo: null,
    tags: [],
    createdAt: null,
    team: { kind: 'open' },
    waitingSince: null,
    ...more,
  };
}

const rows = ['a', 'b', 'c', 'd'].map((id) => row(id));
const filter = { view: 'open', status: 'all', sort: 'newest', reach: 'recent' } as const;
const scene = { rows, search: 'status=all', filter, total: 400, cursorId: 'c', isAtCursor: () => false };
const open = { id: 'b', row: rows[1] };

describe('what an act is about', () => {
  it('is the selection before the open conversation before the row under the cursor', () => {
    const selection = toggled(toggled(noSelection, 'a'), 'not loaded');
    expect(targetOf(scene, selection, open)).toMatchObject({
      ids: ['a', 'not loaded'],
      count: 2,
      rows: [{ id: 'a' }],
    });
    expect(targetOf(scene, noSelection, open)?.ids).toEqual(['b']);
    expect(targetOf(scene, noSelection, null)?.ids).toEqual(['c']);
    expect(targetOf(null, noSelection, null)).toBeNull();
  });

  it('is the row with the ring before the open conversation', () => {
    expect(targetOf({ ...scene, isAtCursor: () => true }, noSelection, open)?.ids).toEqual(['c']);
  });

  it('is nothing while nobody has put the cursor anywhere', () => {
    expect(targetOf({ ...scene, cursorId: null }, noSelection, null)).toBeNull();
  });

  it('can be everything that matches, but for some', () => {
    expect(targetOf(scene, toggled(allThatMatch(), 'd'), open)).toMatchObject({
      count: 399,
      rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      filter: { search: 'status=all', exceptIds: ['d'], seenUpTo: 1 },
    });
  });
});

describe('everything that matches', () => {
  it.each([[{ sort: 'oldest' }], [{ view: 'waiting' }], [{ view: 'done' }], [{ view: 'snoozed' }]] as const)(
    'has no newest message seen where newer rows may be further down: %j',
    (more) => {
      const target = targetOf({ ...scene, filter: { ...filter, ...more } }, allThatMatch(), null);
      expect(target?.filter?.seenUpTo).toBeNull();
    },
  );
});

describe('the next after what leaves', () => {
  it.each([
    ['b', ['b'], 'c'],
    ['b', ['b', 'c'], 'd'],
    ['d', ['d'], 'c'],
    ['c', ['b', 'c', 'd'], 'a'],
    ['a', ['a', 'b', 'c', 'd'], null],
    ['x', ['x'], null],
  ])('%s, when %j leave, is %s', (from, removed, expected) => {
    expect(nextAfterRemoval(rows, new Set(removed), from)).toBe(expected);
  });
});

describe('a key that goes both ways', () => {
  const done = row('x', { team: { kind: 'done', at: 1, byName: null } });
  const unread = row('x', { unreadCount: 2 });
  const starred = row('x', { isStarred: true });

  it('goes back only where all are there already', () => {
    expect(toggleOf('done', [done, rows[0] ?? done], 5)).toEqual({ kind: 'done' });
    expect(toggleOf('done', [done], 5)).toEqual({ kind: 'open' });
    expect(toggleOf('read', [unread, done], 5)).toEqual({ kind: 'mark', isUnread: false });
    expect(toggleOf('read', [done], 5)).toEqual({ kind: 'mark', isUnread: true });
    expect(toggleOf('star', [starred, done], 5)).toEqual({ kind: 'star', isStarred: true });
    expect(toggleOf('star', [starred], 5)).toEqual({ kind: 'star', isStarred: false });
  });

  it('does the plain thing where nothing is known of the target', () => {
    expect(toggleOf('done', [], 5)).toEqual({ kind: 'done' });
    expect(toggleOf('read', [], 5)).toEqual({ kind: 'mark', isUnread: false });
  });
});
