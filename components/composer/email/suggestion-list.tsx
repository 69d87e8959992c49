import { Popover as Radix } from 'radix-ui';
import { useLayoutEffect, useRef } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import type { KnownPerson } from './suggestions';

type SuggestionListProps = {
  /** Of the field that it belongs to: its options are named after it. */
  id: string;
  label: string;
  people: readonly KnownPerson[];
  chosen: number;
  onTake: (person: KnownPerson) => void;
};

/** Over the page, as the composer scrolls; the focus stays in the field. */
export function SuggestionList({ id, label, people, chosen, onTake }: SuggestionListProps) {
  const listRef = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    listRef.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <Radix.Portal>
      <Radix.Content
        ref={listRef}
        id={`${id}-list`}
        role="listbox"
        aria-label={`Suggestions for ${label}`}
        side="top"
        align="start"
        sideOffset={4}
        collisionPadding={8}
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onEscapeKeyDown={(event) => event.preventDefault()}
        className="z-50 max-h-64 w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-card border border-line bg-panel p-1 text-13 text-ink shadow-float"
      >
        {people.map((person, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names this by aria-activedescendant.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
          <div
            key={person.address.toLowerCase()}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            // The field would lose the focus before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(person)}
            className="cursor-default rounded-control px-2.5 py-1.5 hover:bg-hover aria-selected:bg-hover touch:py-2.5"
          >
            <span className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1 truncate">
                <BidiText>{person.name || person.address}</BidiText>
              </span>
              <span className="shrink-0 text-12 text-ink-3">{person.note}</span>
            </span>
            {person.name && (
              <span className="block truncate text-12 text-ink-3">
                <BidiText>{person.address}</BidiText>
              </span>
            )}
          </div>
        ))}
      </Radix.Content>
    </Radix.Portal>
  );
}
