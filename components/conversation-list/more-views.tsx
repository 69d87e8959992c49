import { Bookmark, ChevronDown, Pencil } from 'lucide-react';
import { Fragment } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { Kbd } from '@/components/ui/kbd';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/menu';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import type { SavedView } from '@/lib/shared/contract/saved-view';
import type { ViewCounts } from '@/lib/shared/contract/triage';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import { choiceKey, choiceLabel, countWords, hasFilters, type ViewChoice, viewChoices } from './views';

const viewKeys = [
  'view.1',
  'view.2',
  'view.3',
  'view.4',
  'view.5',
  'view.6',
  'view.7',
  'view.8',
  'view.9',
] as const;

type MoreViewsProps = {
  filter: InboxFilter;
  counts: ViewCounts | undefined;
  saved: readonly SavedView[];
  chosen: ViewChoice;
  onChoose: (choice: ViewChoice) => void;
  onSave: () => void;
  onManage: () => void;
};

/** Every view with its number and its key, and what makes new ones. */
export function MoreViews({ filter, counts, saved, chosen, onChoose, onSave, onManage }: MoreViewsProps) {
  const choices = viewChoices(saved);
  const groups = [
    { label: 'Views', choices: choices.filter(({ kind }) => kind === 'team') },
    { label: 'Your views', choices: choices.filter((each) => each.kind === 'saved' && each.view.isMine) },
    {
      label: 'Shared with you',
      choices: choices.filter((each) => each.kind === 'saved' && !each.view.isMine),
    },
    { label: 'Messages of all conversations', choices: choices.filter(({ kind }) => kind === 'sends') },
  ];
  const canSave = hasFilters(filter) && chosen.kind === 'team';

  return (
    <Menu>
      <MenuTrigger asChild>
        <button
          type="button"
          className="inline-flex shrink-0 items-center gap-0.5 rounded-control px-1.5 font-medium text-13 text-ink-2 hover:text-ink touch:min-h-11 touch:px-2.5"
        >
          More
          <VisuallyHidden> views</VisuallyHidden>
          <ChevronDown aria-hidden className="size-3.5" />
        </button>
      </MenuTrigger>
      <MenuContent align="end" className="w-64">
        <MenuRadioGroup
          value={choiceKey(chosen)}
          onValueChange={(key) => {
            const choice = choices.find((each) => choiceKey(each) === key);
            if (choice) onChoose(choice);
          }}
        >
          {groups.map(({ label, choices: shown }) =>
            shown.length === 0 ? null : (
              <Fragment key={label}>
                <MenuLabel>{label}</MenuLabel>
                {shown.map((choice) => (
                  <ViewItem
                    key={choiceKey(choice)}
                    choice={choice}
                    counts={counts}
                    place={choices.indexOf(choice)}
                  />
                ))}
              </Fragment>
            ),
          )}
        </MenuRadioGroup>
        {(canSave || saved.length > 0) && <MenuSeparator />}
        {canSave && (
          <MenuItem onSelect={onSave}>
            <Bookmark aria-hidden />
            Save this view…
          </MenuItem>
        )}
        {saved.length > 0 && (
          <MenuItem onSelect={onManage}>
            <Pencil aria-hidden />
            Edit saved views…
          </MenuItem>
        )}
      </MenuContent>
    </Menu>
  );
}

type ViewItemProps = { choice: ViewChoice; counts: ViewCounts | undefined; place: number };

function ViewItem({ choice, counts, place }: ViewItemProps) {
  const key = viewKeys[place];
  const shortcutOf = useShortcutOf();
  const { shortcut, ...keyshortcuts } = key ? shortcutOf(key) : {};
  const count = countWords(counts, choice);
  return (
    <MenuRadioItem value={choiceKey(choice)} {...keyshortcuts}>
      <BidiText className="min-w-0 flex-1 truncate">{choiceLabel(choice)}</BidiText>
      {count && (
        <>
          <span aria-hidden className="text-12 text-ink-3 tabular-nums">
            {count.sign}
          </span>
          <VisuallyHidden>{` ${count.words}`}</VisuallyHidden>
        </>
      )}
      {shortcut && <Kbd className="ml-0! w-5 text-center">{shortcut}</Kbd>}
    </MenuRadioItem>
  );
}
