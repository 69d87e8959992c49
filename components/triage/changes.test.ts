import { expect, it } from 'vitest';
import { patched } from '@/lib/client/cache/conversation-pages';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { ConversationChange } from '@/lib/shared/contract/triage';
import { patchBack, patchOf } from './changes';

const row: Conversation = {
  kind: 'conversation',
  id: 'a',
  locationId: 'l',
  contactId: null,
  contactName: 'a',
  companyName: null,
  email: null,
  phone: null,
  lastMessage: { type: 'TYPE_SMS', body: null, direction: null, isAutomated: false, at: 1 },
  unreadCount: 3,
  isStarred: true,
  assignedTo: 'u1',
  tags: [],
  createdAt: null,
  team: { kind: 'snoozed', at: 1, byName: 'Mika', until: 9, endsOnAnswer: false },
  waitingSince: null,
};

it.each<ConversationChange>([
  { kind: 'done' },
  { kind: 'open' },
  { kind: 'snooze', until: 99, endsOnAnswer: true },
  { kind: 'star', isStarred: false },
  { kind: 'assign', userId: null },
])('puts back exactly what $kind has changed', (change) => {
  const changed = patched(row, patchOf(change, 'Jonas', 5));
  expect(changed).not.toEqual(row);
  expect(patched(changed, patchBack(change, row))).toEqual(row);
});

it('puts back that it was unread; how often is what GHL says', () => {
  const change = { kind: 'mark', isUnread: false } as const;
  const changed = patched(row, patchOf(change, 'Jonas', 5));
  expect(changed.unreadCount).toBe(0);
  expect(patched(changed, patchBack(change, row)).unreadCount).toBeGreaterThan(0);
});
