import { describe, expect, it } from 'vitest';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { TeamState } from '@/lib/shared/contract/triage';
import { rowsOf, withFreshFirstPage, withRowBack } from './conversation-pages';
import { listOrder } from './list-order';

type Known = { at?: number; since?: number; team?: TeamState };

function row(id: string, { at = 1, since, team = { kind: 'open' } }: Known): Conversation {
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
    unreadCount: 0,
    isStarred: false,
    assignedTo: null,
    tags: [],
    createdAt: null,
    team,
    waitingSince: since ?? null,
  };
}

const page = (...rows: Conversation[]) => ({
  conversations: rows,
  total: 9,
  nextCursor: 'c',
  isPartial: false,
});
const done = (id: string, at: number) => row(id, { team: { kind: 'done', at, byName: null } });
const snoozed = (id: string, until: number) =>
  row(id, { team: { kind: 'snoozed', at: 0, byName: null, until, endsOnAnswer: false } });

describe('a list that we order ourselves', () => {
  it('keeps who waits where they are when somebody newer joins at the end', () => {
    const pages = [
      page(row('a', { since: 1, at: 9 }), row('b', { since: 2, at: 3 })),
      page(row('c', { since: 3 })),
    ];
    const fresh = page(row('a', { since: 1, at: 12 }), row('b', { since: 2, at: 11 }));
    expect(rowsOf(withFreshFirstPage(pages, fresh, 'longest-waiting')).map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('keeps behind the fresh page what a new one on top has pushed down', () => {
    const pages = [page(done('a', 9), done('b', 8)), page(done('c', 7))];
    const fresh = page(done('new', 10), done('a', 9));
    expect(rowsOf(withFreshFirstPage(pages, fresh, 'last-closed')).map(({ id }) => id)).toEqual([
      'new',
      'a',
      'b',
      'c',
    ]);
  });

  it('puts a row back where it was', () => {
    const pages = [page(snoozed('a', 1), snoozed('c', 5))];
    expect(rowsOf(withRowBack(pages, snoozed('b', 3), 'soonest-back')).map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('has one order for each view', () => {
    expect(
      (['open', 'waiting', 'snoozed', 'done', 'all'] as const).map((view) =>
        listOrder({ view, sort: 'oldest' }),
      ),
    ).toEqual(['oldest', 'longest-waiting', 'soonest-back', 'first-closed', 'oldest']);
  });
});
