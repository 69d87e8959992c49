import { channelLabel } from '@/lib/shared/channel';
import { channelSlugs, channelTypes } from '@/lib/shared/contract/channel';
import type { User } from '@/lib/shared/contract/user';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import { dayName } from './day-range';

export type ChipName = 'assigned' | 'channel' | 'tags' | 'direction' | 'created' | 'sort' | 'reach';
type FilterChip = { name: ChipName; label: string };

export const directionLabels = { inbound: 'They wrote last', outbound: 'We wrote last' } as const;

/** Which filters are set, in words. The search text and the view show themselves. `users` is null until they are read. */
export function activeChips(
  filter: InboxFilter,
  users: readonly User[] | null,
  currentUserId: string | null,
): FilterChip[] {
  const { assigned, channel, tags, direction, from, to, sort, reach } = filter;
  const chips: FilterChip[] = [];
  if (assigned) chips.push({ name: 'assigned', label: assignedLabel(assigned, users, currentUserId) });
  if (channel) {
    const labels = channelSlugs
      .filter((slug) => channel.includes(slug))
      .map((slug) => channelLabel(channelTypes[slug]));
    chips.push({ name: 'channel', label: `Last message: ${labels.join(', ')}` });
  }
  if (tags) chips.push({ name: 'tags', label: `Tagged ${tags.join(' or ')}` });
  if (direction) chips.push({ name: 'direction', label: directionLabels[direction] });
  if (from || to) chips.push({ name: 'created', label: createdLabel(from, to) });
  if (sort)
    chips.push({
      name: 'sort',
      label: filter.view === 'done' ? 'First closed first' : 'Oldest message first',
    });
  if (reach) chips.push({ name: 'reach', label: 'Older than 60 days too' });
  return chips;
}

export function withoutChip(filter: InboxFilter, name: ChipName): InboxFilter {
  if (name === 'created') return { ...filter, from: undefined, to: undefined };
  return { ...filter, [name]: undefined };
}

/** What "Clear all" leaves: the view and the search text, which have their own ways out. */
export function withoutChips({ view, q }: InboxFilter): InboxFilter {
  return { view, q };
}

export function userLabel({ name, email, id }: User): string {
  return name || email || id;
}

function assignedLabel(
  ids: readonly string[],
  users: readonly User[] | null,
  currentUserId: string | null,
): string {
  if (ids.length === 1 && ids[0] === 'unassigned') return 'Unassigned';
  const names = ids
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map((id) => {
      if (id === 'unassigned') return 'nobody';
      if (id === 'me' || id === currentUserId) return 'me';
      if (!users) return '…';
      const user = users.find((known) => known.id === id);
      return user ? userLabel(user) : 'somebody unknown';
    });
  return `Assigned to ${[...new Set(names)].join(', ')}`;
}

/** Oneself first and nobody last, however the address has them. */
function rankOf(id: string): number {
  return id === 'me' ? 0 : id === 'unassigned' ? 2 : 1;
}

function createdLabel(from: string | undefined, to: string | undefined): string {
  if (from && from === to) return `Created on ${dayName(from)}`;
  if (from && to) return `Created ${dayName(from)} to ${dayName(to)}`;
  return from ? `Created since ${dayName(from)}` : `Created until ${dayName(to ?? '')}`;
}
