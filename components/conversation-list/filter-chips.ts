import { channelLabel } from '@/lib/shared/channel';
import { channelTypes } from '@/lib/shared/contract/channel';
import type { User } from '@/lib/shared/contract/user';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import { dayName } from './day-range';

export type ChipName = 'assigned' | 'channel' | 'direction' | 'created' | 'sort';
type FilterChip = { name: ChipName; label: string };

export const directionLabels = { inbound: 'They wrote last', outbound: 'We wrote last' } as const;

/** Which filters are set, in words. The search text and the tab show themselves. `users` is null until they are read. */
export function activeChips(
  filter: InboxFilter,
  users: readonly User[] | null,
  currentUserId: string | null,
): FilterChip[] {
  const { assigned, channel, direction, from, to, sort } = filter;
  const chips: FilterChip[] = [];
  if (assigned) chips.push({ name: 'assigned', label: assignedLabel(assigned, users, currentUserId) });
  if (channel) {
    chips.push({ name: 'channel', label: `Last message: ${channelLabel(channelTypes[channel])}` });
  }
  if (direction) chips.push({ name: 'direction', label: directionLabels[direction] });
  if (from || to) chips.push({ name: 'created', label: createdLabel(from, to) });
  if (sort === 'oldest') chips.push({ name: 'sort', label: 'Oldest message first' });
  return chips;
}

export function withoutChip(filter: InboxFilter, name: ChipName): InboxFilter {
  if (name === 'created') return { ...filter, from: undefined, to: undefined };
  if (name === 'sort') return { ...filter, sort: 'newest' };
  return { ...filter, [name]: undefined };
}

/** What "Clear all" leaves: the tab and the search text, which have their own ways out. */
export function withoutChips({ q, status }: InboxFilter): InboxFilter {
  return { q, status, sort: 'newest' };
}

export function userLabel({ name, email, id }: User): string {
  return name || email || id;
}

function assignedLabel(id: string, users: readonly User[] | null, currentUserId: string | null): string {
  if (id === 'unassigned') return 'Unassigned';
  if (id === currentUserId) return 'Assigned to me';
  if (!users) return 'Assigned to …';
  const user = users.find((known) => known.id === id);
  return `Assigned to ${user ? userLabel(user) : 'somebody unknown'}`;
}

function createdLabel(from: string | undefined, to: string | undefined): string {
  if (from && from === to) return `Created on ${dayName(from)}`;
  if (from && to) return `Created ${dayName(from)} to ${dayName(to)}`;
  return from ? `Created since ${dayName(from)}` : `Created until ${dayName(to ?? '')}`;
}
