import { expect, it } from 'vitest';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { overruledRows } from './overruled';
import { overruledMs, ownChangeMs, withOwnChanges } from './own-changes';

function row(id: string, patch: Partial<Conversation> = {}): Conversation {
  return {
    kind: 'conversation',
    id,
    locationId: 'l',
    contactId: null,
    contactName: id,
    companyName: null,
    email: null,
    phone: null,
    lastMessage: { type: 'TYPE_SMS', body: null, direction: null, isAutomated: false, at: 5 },
    unreadCount: 2,
    isStarred: false,
    assignedTo: 'u1',
    tags: [],
    createdAt: null,
    team: { kind: 'open' },
    waitingSince: null,
    ...patch,
  };
}

const read = { id: 'a', patch: { isUnread: false }, seenUpTo: 5 };
const found = (now: number, rows = [row('a')], added = [read]) =>
  overruledRows(rows, withOwnChanges(new Map(), added, 0), now).map(({ row: { id }, field }) => [id, field]);

it('is told once the time to catch up is over, and not for ever', () => {
  expect(found(ownChangeMs - 1)).toEqual([]);
  expect(found(ownChangeMs)).toEqual([['a', 'isUnread']]);
  expect(found(ownChangeMs + overruledMs)).toEqual([]);
});

it('is nothing where GHL agrees, and nothing that a newer message made', () => {
  expect(found(ownChangeMs, [row('a', { unreadCount: 0 })])).toEqual([]);
  const newer = { type: 'TYPE_SMS', body: null, direction: null, isAutomated: false, at: 6 };
  expect(found(ownChangeMs, [row('a', { lastMessage: newer })])).toEqual([]);
});

it('is told of stars and owners too, one thing for each conversation', () => {
  const rows = [row('a'), row('b'), row('c')];
  const added = [
    { id: 'a', patch: { isStarred: true, assignedTo: null }, seenUpTo: 5 },
    { id: 'b', patch: { assignedTo: null }, seenUpTo: null },
  ];
  expect(overruledRows(rows, withOwnChanges(new Map(), added, 0), ownChangeMs)).toMatchObject([
    { row: { id: 'a' }, field: 'isStarred' },
    { row: { id: 'b' }, field: 'assignedTo' },
  ]);
});

it('outlives what one changes elsewhere meanwhile', () => {
  const known = withOwnChanges(new Map(), [read], 0);
  const later = withOwnChanges(
    known,
    [{ id: 'z', patch: { isStarred: true }, seenUpTo: null }],
    ownChangeMs + 1,
  );
  expect(overruledRows([row('a')], later, ownChangeMs + 1)).toHaveLength(1);
});
