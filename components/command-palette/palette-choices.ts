import { type CommandId, command, commandIds } from '@/lib/client/shortcuts/commands';
import type { Theme } from '@/lib/client/theme';
import { channelLabel } from '@/lib/shared/channel';
import { channelSlugs, channelTypes } from '@/lib/shared/contract/channel';
import type { PersonSettings } from '@/lib/shared/contract/person-settings';
import type { User } from '@/lib/shared/contract/user';
import { type InboxFilter, openView, withView } from '@/lib/shared/inbox-address';

export const targetCommands: readonly CommandId[] = commandIds.filter((id) => command(id).onTarget);

/** Moving, selecting one by one and the palette itself make no sense by name. */
const byKeyAlone: readonly CommandId[] = [
  'list.next',
  'list.previous',
  'list.down',
  'list.up',
  'list.pageDown',
  'list.pageUp',
  'list.first',
  'list.last',
  'list.open',
  'back',
  'select.toggle',
  'select.next',
  'select.previous',
  'go.inbox',
  'go.settings',
  'palette',
];

export const generalCommands: readonly CommandId[] = commandIds.filter(
  (id) => !command(id).onTarget && !byKeyAlone.includes(id) && !/^view\./.test(id),
);

/** The list narrowed by one thing more. */
export function filterChoices(
  current: InboxFilter | null,
  users: readonly User[],
  currentUserId: string | null,
): { label: string; filter: InboxFilter }[] {
  const filter = current ?? openView;
  // "Mine" has its owner already: another one leads to what is open.
  const anyone = filter.view === 'mine' ? withView(filter, 'open') : filter;
  const mine = users.filter(({ id }) => id === currentUserId);
  const others = users.filter(({ id }) => id !== currentUserId);
  return [
    ...mine.map(() => ({ label: 'Assigned to me', filter: { ...anyone, assigned: ['me'] } })),
    { label: 'Unassigned', filter: { ...anyone, assigned: ['unassigned'] } },
    ...others.map(({ id, name, email }) => ({
      label: `Assigned to ${name || email || id}`,
      filter: { ...anyone, assigned: [id] },
    })),
    ...channelSlugs.map((channel) => ({
      label: `Last message: ${channelLabel(channelTypes[channel])}`,
      filter: { ...filter, channel: [channel] },
    })),
  ];
}

export const themeChoices = [
  { label: 'Theme: light', theme: 'light' },
  { label: 'Theme: dark', theme: 'dark' },
  { label: 'Theme: as the system', theme: 'system' },
] as const satisfies readonly { label: string; theme: Theme }[];

export const afterDoneChoices = [
  { label: 'After done: open the next', value: 'next' },
  { label: 'After done: stay', value: 'stay' },
  { label: 'After done: back to the list', value: 'list' },
] as const satisfies readonly { label: string; value: PersonSettings['afterDone'] }[];
