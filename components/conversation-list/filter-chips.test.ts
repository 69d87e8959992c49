import { describe, expect, it } from 'vitest';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import { activeChips, withoutChip, withoutChips } from './filter-chips';

const everything: InboxFilter = { status: 'all', sort: 'newest' };
const users = [
  { id: 'u1', name: 'Mika Kaur', email: 'mika@northloom.example' },
  { id: 'u2', name: '', email: 'jonas@northloom.example' },
];
const labels = (filter: Partial<InboxFilter>, known: typeof users | null = users, me: string | null = 'u1') =>
  activeChips({ ...everything, ...filter }, known, me).map((chip) => chip.label);

describe('the chips of active filters', () => {
  it('are none for the tab and the search text, which show themselves', () => {
    expect(labels({ status: 'unread', q: 'amara' })).toEqual([]);
  });

  it('say what GHL really filters', () => {
    expect(labels({ channel: 'live-chat', direction: 'inbound', sort: 'oldest' })).toEqual([
      'Last message: Live chat',
      'They wrote last',
      'Oldest message first',
    ]);
  });

  it('name the owner: me, nobody, by name, by email', () => {
    expect(labels({ assigned: 'u1' })).toEqual(['Assigned to me']);
    expect(labels({ assigned: 'unassigned' })).toEqual(['Unassigned']);
    expect(labels({ assigned: 'u1' }, users, null)).toEqual(['Assigned to Mika Kaur']);
    expect(labels({ assigned: 'u2' })).toEqual(['Assigned to jonas@northloom.example']);
  });

  it('tell a name that is not read yet from one that does not exist', () => {
    expect(labels({ assigned: 'u9' }, null)).toEqual(['Assigned to …']);
    expect(labels({ assigned: 'u9' })).toEqual(['Assigned to somebody unknown']);
  });

  it('hold both ends of the days in one', () => {
    expect(labels({ from: '2026-11-03', to: '2026-11-05' })).toEqual(['Created 3 Nov 2026 to 5 Nov 2026']);
    expect(labels({ from: '2026-11-03', to: '2026-11-03' })).toEqual(['Created on 3 Nov 2026']);
    expect(labels({ from: '2026-11-03' })).toEqual(['Created since 3 Nov 2026']);
    expect(labels({ to: '2026-11-03' })).toEqual(['Created until 3 Nov 2026']);
  });

  it('take away exactly what they stand for', () => {
    const filter: InboxFilter = {
      ...everything,
      channel: 'sms',
      assigned: 'u1',
      from: '2026-11-03',
      to: '2026-11-05',
      sort: 'oldest',
    };
    for (const chip of activeChips(filter, users, null)) {
      const rest = activeChips(withoutChip(filter, chip.name), users, null).map(({ name }) => name);
      expect(rest).toHaveLength(3);
      expect(rest).not.toContain(chip.name);
    }
  });

  it('leave the tab and the search text when all are cleared', () => {
    const filter: InboxFilter = {
      status: 'unread',
      q: 'amara',
      channel: 'sms',
      sort: 'oldest',
      to: '2026-11-05',
    };
    expect(withoutChips(filter)).toEqual({ status: 'unread', q: 'amara', sort: 'newest' });
  });
});
