import { useId, useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { useUsers } from '@/lib/client/queries/directory';
import type { User } from '@/lib/shared/contract/user';
import { type Mention, mentionAt, usersLike } from './mentions';
import { AboveBox } from './menu-host';
import { isOfWord } from './send-key';
import type { TextMenu } from './text-menu';

type MentionMenuPlace = {
  locationId: string;
  /** Only a comment mentions anybody. */
  isOn: boolean;
  text: string;
  caret: number;
  picked: readonly Mention[];
  onPick: (user: User, range: { start: number; caret: number }) => void;
};

/** Colleagues, listed while a name is written after an `@`. */
export function useMentionMenu(place: MentionMenuPlace): TextMenu {
  const { locationId, isOn, text, caret, picked, onPick } = place;
  const listId = useId();
  const { data: users = [] } = useUsers(locationId);
  const [active, setActive] = useState({ key: '', index: 0 });
  /** Esc was pressed on the name that begins there. */
  const [dismissedAt, setDismissedAt] = useState<number | null>(null);
  const written = isOn ? mentionAt(text, caret, picked) : null;
  const found = written && written.start !== dismissedAt ? usersLike(users, written.query) : [];
  const key = `${written?.start}/${written?.query}`;
  const index = active.key === key ? Math.min(active.index, found.length - 1) : 0;
  const isOpen = found.length > 0;
  const optionId = (at: number) => `${listId}-${at}`;

  function pick(user: User | undefined) {
    if (user && written) onPick(user, { start: written.start, caret });
  }

  return {
    isOpen,
    attributes: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': listId,
      'aria-activedescendant': optionId(index),
    },
    onKeyDown: (event) => {
      if (!isOpen || isOfWord(event.nativeEvent)) return false;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0) setActive({ key, index: (index + step + found.length) % found.length });
      else if (event.key === 'Escape') setDismissedAt(written?.start ?? null);
      else if (isPickKey(event)) pick(found[index]);
      else return false;
      event.preventDefault();
      return true;
    },
    list: isOpen && (
      <AboveBox key="mentions">
        <div className="rounded-card border border-line bg-panel p-1 text-13 shadow-float">
          <p role="status" className="sr-only">
            {found.length === 1 ? '1 person' : `${found.length} people`}
          </p>
          <div
            id={listId}
            role="listbox"
            aria-label="People to mention"
            className="max-h-[min(14rem,24dvh)] overflow-y-auto"
          >
            {found.map((user, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text, which keeps the focus
              <div
                key={user.id}
                id={optionId(at)}
                // The focus stays in the text, so the list does not scroll by itself.
                ref={(element) => {
                  if (at === index) element?.scrollIntoView({ block: 'nearest' });
                }}
                role="option"
                tabIndex={-1}
                aria-selected={at === index}
                className="flex min-h-8 cursor-default items-center gap-2.5 rounded-control px-2.5 aria-selected:bg-hover touch:min-h-11"
                // The text keeps the focus.
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => at !== index && setActive({ key, index: at })}
                onClick={() => pick(user)}
              >
                <BidiText>{user.name}</BidiText>
                <span className="ml-auto truncate text-12 text-ink-3">{user.email}</span>
              </div>
            ))}
          </div>
        </div>
      </AboveBox>
    ),
  };
}

function isPickKey({ key, ctrlKey, metaKey, shiftKey, altKey }: React.KeyboardEvent): boolean {
  return (key === 'Enter' || key === 'Tab') && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
