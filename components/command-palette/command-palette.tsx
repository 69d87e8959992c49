import { useQueryClient } from '@tanstack/react-query';
import { Check, Filter, Inbox, Monitor, Settings, SquareCheck } from 'lucide-react';
import { useState } from 'react';
import { PickDialog, type PickGroup, type PickItem } from '@/components/ui/pick-dialog';
import { ranked } from '@/lib/client/fuzzy';
import { setPreference, usePreferences } from '@/lib/client/preferences';
import { conversationNow } from '@/lib/client/queries/conversations';
import { useUsers } from '@/lib/client/queries/directory';
import { type CommandId, command } from '@/lib/client/shortcuts/commands';
import { runCommand, useAvailableCommands, useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import { readTheme } from '@/lib/client/theme';
import { readListScene } from '@/lib/client/triage/list-scene';
import { noSelection } from '@/lib/client/triage/selection';
import { readSelection } from '@/lib/client/triage/selection-store';
import { targetOf } from '@/lib/client/triage/targets';
import { type InboxFilter, openView } from '@/lib/shared/inbox-address';
import { CommandIcon } from './command-icon';
import {
  afterDoneChoices,
  filterChoices,
  generalCommands,
  targetCommands,
  themeChoices,
} from './palette-choices';
import { targetHeading, targetLabel } from './palette-words';
import { usePeople } from './use-people';

export type CommandPaletteProps = {
  locationId: string;
  /** While its script was being fetched. */
  typed: string;
  openId: string | null;
  /** What the list shows now; null where there is no list. */
  filter: InboxFilter | null;
  currentUserId: string | null;
  /** The settings that this person may open. */
  settings: readonly { name: string; path: string }[];
  onOpen: (conversationId: string) => void;
  onFilter: (filter: InboxFilter) => void;
  onGo: (path: string) => void;
  onClose: () => void;
};

type Choice = PickItem & { text: string };

/** Everything that has a key, and what has none: people, filters, settings, the theme. Found by a few letters. */
export function CommandPalette(props: CommandPaletteProps) {
  const { locationId, openId, filter, currentUserId, settings, onOpen, onFilter, onGo, onClose } = props;
  const queryClient = useQueryClient();
  const [query, setQuery] = useState(props.typed);
  const [openedAt] = useState(() => Date.now());
  const [target] = useState(() => {
    const scene = readListScene(locationId);
    const selection = scene ? readSelection(locationId, scene.search) : noSelection;
    const open = openId && { id: openId, row: conversationNow(queryClient, locationId, openId) };
    return targetOf(scene, selection, open || null);
  });
  const users = useUsers(locationId);
  const { afterDone } = usePreferences();
  const isAvailable = useAvailableCommands();
  const shortcutOf = useShortcutOf();
  const people = usePeople(locationId, query, (id) => pick(() => onOpen(id)));

  function pick(run: () => void) {
    onClose();
    run();
  }

  const commandItems = (
    ids: typeof generalCommands,
    labelOf = (id: CommandId) => command(id).label,
  ): Choice[] =>
    ids.filter(isAvailable).map((id) => ({
      id,
      text: labelOf(id),
      icon: <CommandIcon id={id} />,
      label: labelOf(id),
      shortcut: shortcutOf(id).shortcut,
      onPick: () => {
        onClose();
        // The palette gives the focus back as it closes; what the command opens takes it after that.
        requestAnimationFrame(() => setTimeout(() => runCommand(id)));
      },
    }));
  const item = (text: string, icon: Choice['icon'], onPick: () => void, isNow = false): Choice => ({
    id: text,
    text,
    icon,
    label: text,
    note: isNow ? <Check role="img" aria-label="Now" className="size-4" /> : undefined,
    onPick: () => pick(onPick),
  });

  const all: (Omit<PickGroup, 'items'> & { items: Choice[]; isTypedFor?: boolean })[] = [
    {
      id: 'target',
      heading: target && targetHeading(target),
      items: target ? commandItems(targetCommands, (id) => targetLabel(id, target, openedAt)) : [],
    },
    { id: 'commands', heading: 'Commands', items: commandItems(generalCommands) },
    {
      id: 'filters',
      heading: 'Filter the list',
      isTypedFor: true,
      items: filterChoices(filter, users.data ?? [], currentUserId).map((choice) =>
        item(choice.label, <Filter aria-hidden />, () => onFilter(choice.filter)),
      ),
    },
    {
      id: 'pages',
      heading: 'Go to',
      items: [
        item('Inbox', <Inbox aria-hidden />, () => onFilter(openView)),
        ...settings.map(({ name, path }) =>
          item(`Settings: ${name}`, <Settings aria-hidden />, () => onGo(path)),
        ),
      ],
    },
    {
      id: 'preferences',
      heading: 'How Parley works for you',
      isTypedFor: true,
      items: [
        ...themeChoices.map(({ label, theme }) =>
          item(label, <Monitor aria-hidden />, () => setPreference('theme', theme), readTheme() === theme),
        ),
        ...afterDoneChoices.map(({ label, value }) =>
          item(
            label,
            <SquareCheck aria-hidden />,
            () => setPreference('afterDone', value),
            afterDone === value,
          ),
        ),
      ],
    },
  ];
  const isTyping = query.trim() !== '';
  const groups: PickGroup[] = all
    .filter(({ isTypedFor }) => isTyping || !isTypedFor)
    .map(({ id, heading, items }) => ({ id, heading, items: ranked(items, query, ({ text }) => text) }));
  groups.push({ id: 'people', heading: 'People', items: people.items });

  return (
    <PickDialog
      title="All commands"
      placeholder="A command, a person, a filter"
      query={query}
      onQueryChange={setQuery}
      groups={groups}
      empty={people.isSearching ? 'Searching…' : `Nothing is called “${query.trim()}”, and nobody.`}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
        event.preventDefault();
        onClose();
      }}
    />
  );
}
