import { type CommandGroup, command, commandIds } from '@/lib/client/shortcuts/commands';
import { can, type Membership } from '@/lib/shared/permissions';

type Line = { label: string; keys: readonly string[] };

/** The table of commands as the sheet shows it: what this person may do, and the nine views in one line. */
export function helpGroups(membership: Membership): { name: CommandGroup; lines: Line[] }[] {
  const groups = new Map<CommandGroup, Line[]>();
  for (const id of commandIds) {
    const { label, group, keys, inList = [], needs } = command(id);
    if (needs && !can(membership, needs)) continue;
    if (/^view\.[2-9]$/.test(id)) continue;
    const line =
      id === 'view.1'
        ? { label: 'A view by its place', keys: ['1 to 9'] }
        : { label, keys: [...keys, ...inList] };
    groups.set(group, [...(groups.get(group) ?? []), line]);
  }
  return [...groups].map(([name, lines]) => ({ name, lines }));
}
