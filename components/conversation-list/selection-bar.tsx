import { AlarmClock, Command, Ellipsis, Mail, Star, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { listSearch } from '@/lib/client/queries/conversations';
import type { CommandId } from '@/lib/client/shortcuts/commands';
import { runCommand, useAvailableCommands, useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import { allThatMatch, isEmpty, noSelection, selectedCount } from '@/lib/client/triage/selection';
import { changeSelection, useSelection } from '@/lib/client/triage/selection-store';
import type { ConversationRow } from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';

type SelectionBarProps = {
  locationId: string;
  filter: ListFilter;
  rows: readonly ConversationRow[];
  /** How many the filter matches; null until it is known. */
  total: number | null;
  /** There may be more: GHL cannot count what we leave out. */
  isTotalAtLeast: boolean;
};

/**
 * How much is selected, and what can be done with it. It lies over the filters, which keep their height: a row that was
 * just selected, and the next one to be, stay under the pointer.
 */
export function SelectionBar(props: SelectionBarProps) {
  const { locationId, filter, rows, total, isTotalAtLeast } = props;
  const search = listSearch(filter);
  const selection = useSelection(locationId, search);
  const isAny = !isEmpty(selection);
  const count = selectedCount(selection, Math.max(total ?? 0, rows.length));
  const plus = isTotalAtLeast ? '+' : '';
  const countText = `${new Intl.NumberFormat('en').format(count)}${selection.exceptIds ? plus : ''} selected`;
  const canTakeAll = selection.isWhole === true && total !== null && total > selection.ids.size;

  return (
    <>
      <VisuallyHidden role="status">{isAny && countText}</VisuallyHidden>
      {isAny && (
        <section
          aria-label="Selected conversations"
          data-selection
          className="@container absolute inset-0 border-line border-b bg-tint pr-1.5 pl-3.5 text-13"
        >
          <div className="flex h-full items-center">
            <div className="mr-auto whitespace-nowrap pr-1">
              <span className="block font-semibold leading-[1.125rem]">{countText}</span>
              {canTakeAll && (
                <button
                  type="button"
                  onClick={() => changeSelection(locationId, search, allThatMatch)}
                  className="relative block rounded-tag text-12 underline decoration-1 underline-offset-2 touch:before:absolute touch:before:inset-x-0 touch:before:-top-4 touch:before:-bottom-2.5"
                >
                  Select all<VisuallyHidden> that match</VisuallyHidden>
                  {` (${new Intl.NumberFormat('en').format(total)}${plus})`}
                </button>
              )}
            </div>
            <Act id="conversation.done">Done</Act>
            <Act id="conversation.assign">Assign</Act>
            <Act
              id="conversation.snooze"
              className={count > 999 || canTakeAll ? '@max-[26rem]:hidden' : '@max-[21rem]:hidden'}
            >
              Snooze
            </Act>
            <More />
            <IconButton
              label="Clear the selection"
              shortcut="Esc"
              size="sm"
              onClick={() => changeSelection(locationId, search, () => noSelection)}
            >
              <X aria-hidden />
            </IconButton>
          </div>
        </section>
      )}
    </>
  );
}

type ActProps = { id: CommandId; className?: string; children: ReactNode };

function Act({ id, className, children }: ActProps) {
  const { shortcut, ...keyshortcuts } = useShortcutOf()(id);
  const isAvailable = useAvailableCommands();
  if (!isAvailable(id)) return null;
  return (
    <Button
      variant="quiet"
      size="sm"
      onClick={() => runCommand(id)}
      className={cn('px-1 touch:px-2', className)}
      {...keyshortcuts}
    >
      {children}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </Button>
  );
}

const moreCommands = [
  { id: 'conversation.snooze', label: 'Snooze…', Icon: AlarmClock },
  { id: 'conversation.unread', label: 'Mark read or unread', Icon: Mail },
  { id: 'conversation.star', label: 'Star or remove the star', Icon: Star },
  { id: 'conversation.delete', label: 'Delete…', Icon: Trash2 },
] as const;

function More() {
  const shortcutOf = useShortcutOf();
  const isAvailable = useAvailableCommands();
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label="More" size="sm">
          <Ellipsis aria-hidden />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end">
        {moreCommands.map(({ id, label, Icon }) =>
          isAvailable(id) ? (
            <MenuItem
              key={id}
              variant={id === 'conversation.delete' ? 'danger' : 'default'}
              onSelect={() => runCommand(id)}
            >
              <Icon aria-hidden />
              {label}
              {shortcutOf(id).shortcut && <Kbd>{shortcutOf(id).shortcut}</Kbd>}
            </MenuItem>
          ) : null,
        )}
        <MenuSeparator />
        <MenuItem onSelect={() => runCommand('palette')}>
          <Command aria-hidden />
          All commands
          <Kbd>{shortcutOf('palette').shortcut}</Kbd>
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
