import { UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { PickDialog, type PickItem } from '@/components/ui/pick-dialog';
import { ranked } from '@/lib/client/fuzzy';
import { useUsers } from '@/lib/client/queries/directory';
import type { User } from '@/lib/shared/contract/user';
import { initials, nameHue } from '@/lib/shared/format-name';
import { type PickerProps, targetWords } from './picker-props';

/** Whose it shall be: oneself first, then the others by name, then nobody's. */
export function AssignPicker({ locationId, target, typed, currentUserId, onChange, onClose }: PickerProps) {
  const what = targetWords(target);
  const ownerId = target.count === 1 ? target.rows[0]?.assignedTo : undefined;
  const [query, setQuery] = useState(typed);
  const users = useUsers(locationId);
  const nameOf = (user: User) => user.name || user.email || user.id;
  const people = [...(users.data ?? [])].sort(
    (a, b) =>
      Number(b.id === currentUserId) - Number(a.id === currentUserId) || nameOf(a).localeCompare(nameOf(b)),
  );
  const choices: (PickItem & { text: string })[] = people.map((user) => ({
    id: user.id,
    text: `${nameOf(user)} ${user.id === currentUserId ? 'me' : ''}`,
    icon: <Avatar size={20} initials={initials(nameOf(user))} hue={nameHue(nameOf(user))} />,
    label: user.id === currentUserId ? `Me (${nameOf(user)})` : nameOf(user),
    note: user.id === ownerId ? 'Owner now' : undefined,
    onPick: () => onChange({ kind: 'assign', userId: user.id }),
  }));
  choices.push({
    id: 'nobody',
    text: 'Unassigned nobody',
    icon: (
      <span className="grid size-5 place-items-center">
        <UserRoundX aria-hidden className="size-4 text-ink-2" />
      </span>
    ),
    label: 'Unassigned',
    note: ownerId === null ? 'Now' : undefined,
    onPick: () => onChange({ kind: 'assign', userId: null }),
  });

  return (
    <PickDialog
      title={`Assign ${what} to`}
      placeholder="Assign to whom?"
      query={query}
      onQueryChange={setQuery}
      onClose={onClose}
      groups={[
        { id: 'people', heading: `Assign ${what}`, items: ranked(choices, query, ({ text }) => text) },
      ]}
      empty={users.isPending ? 'Reading who is in the team…' : 'Nobody here is called that.'}
    >
      <p className="shrink-0 border-line border-t px-[18px] py-2.5 text-12 text-ink-2">
        {users.error && !users.data && `Who is in the team could not be read. ${users.error.message} `}
        This changes the owner of the contact in GoHighLevel.
      </p>
    </PickDialog>
  );
}
