import { describe, expect, it } from 'vitest';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import { activeChips, withoutChip, withoutChips } from './filter-chips';

const everything: InboxFilter = { view: 'open' };
const users = [
  { id: 'u1', name: 'Mika Kaur', email: 'mika@northloom.example' },
  { id: 'u2', name: '', email: 'jonas@northloom.example' },
];
const labels = (filter: Partial<InboxFilter>, known: typeof users | null = users, me: string | null = 'u1') =>
  activeChips({ ...everything, ...filter }, known, me).map((chip) => chip.label);

describe('the chips of active filters', () => {
  it('are none for the view and the search text, which show themselves', () => {
    expect(labels({ view: 'unread', q: 'amara' })).toEqual([]);
  });

  it('say what GHL really filters', () => {
    expect(
      labels({
        channel: ['live-chat', 'sms'],
        tags: ['VIP', 'size 38'],
        direction: 'inbound',
        sort: 'oldest',
      }),
    ).toEqual([
      'Last message: SMS, Live chat',
      'Tagged VIP or size 38',
      'They wrote last',
      'Oldest message first',
    ]);
  });

  it('name the owner: me, nobody, by name, by email', () => {
    expect(labels({ assigned: ['u1', 'me'] })).toEqual(['Assigned to me']);
    expect(labels({ assigned: ['unassigned'] })).toEqual(['Unassigned']);
    expect(labels({ assigned: ['unassigned', 'u2', 'me'] })).toEqual([
      'Assigned to me, jonas@northloom.example, nobody',
    ]);
    expect(labels({ assigned: ['u1'] }, users, null)).toEqual(['Assigned to Mika Kaur']);
  });

  it('tell a name that is not read yet from one that does not exist', () => {
    expect(labels({ assigned: ['u9'] }, null)).toEqual(['Assigned to …']);
    expect(labels({ assigned: ['u9'] })).toEqual(['Assigned to somebody unknown']);
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
      channel: ['sms', 'email'],
      assigned: ['u1', 'u2'],
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

  it('leave the view and the search text when all are cleared', () => {
    const filter: InboxFilter = {
      view: 'unread',
      q: 'amara',
      channel: ['sms'],
      sort: 'oldest',
      to: '2026-11-05',
    };
    expect(withoutChips(filter)).toEqual({ view: 'unread', q: 'amara' });
  });
});
