import { expect, it } from 'vitest';
import type { Overruled } from '@/lib/client/cache/overruled';
import { overruledWords } from './overruled-words';

const amara = { contactName: 'Amara Okafor', unreadCount: 1, isStarred: false, assignedTo: null };
const overruled = (field: Overruled['field'], patch: object = {}) =>
  ({ row: { ...amara, ...patch }, field }) as Overruled;

it('says which conversation and what', () => {
  expect(overruledWords([overruled('isUnread')])).toBe(
    'GoHighLevel shows Amara Okafor as unread, not as you left it',
  );
  expect(overruledWords([overruled('isUnread', { unreadCount: 0 })])).toMatch(/ as read,/);
  expect(overruledWords([overruled('isStarred')])).toMatch(/ without a star,/);
  expect(overruledWords([overruled('assignedTo')])).toMatch(/ as unassigned,/);
  expect(overruledWords([overruled('assignedTo', { assignedTo: 'u1' })])).toMatch(/ with another owner,/);
});

it('counts many in one sentence', () => {
  expect(overruledWords([overruled('isUnread'), overruled('isStarred')])).toBe(
    'GoHighLevel shows 2 conversations otherwise than you left them',
  );
});
