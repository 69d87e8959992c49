import { CircleCheck, Paperclip, Tag, UserRound } from 'lucide-react';
import { type Ref, useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { firstLine } from '@/lib/client/snippet-words';
import { fillVariables } from '@/lib/shared/variables';
import type { SnippetEntry } from './snippet-entries';
import { type SnippetPlace, useSnippetEntries } from './use-snippet-entries';

/** Enough of a text to know it by, filled in before it is inserted. */
const previewLength = 400;

export type SnippetListHandle = {
  move: (step: number) => void;
  /** What Enter takes; null while nothing is there to be taken. */
  active: () => SnippetEntry | null;
};

type SnippetListProps = {
  ref: Ref<SnippetListHandle>;
  id: string;
  place: SnippetPlace;
  query: string;
  onActive: (optionId: string | undefined) => void;
  onPick: (entry: SnippetEntry) => void;
  /** Nothing is called what was typed, and it goes on: it was meant as it stands. */
  onGiveUp: () => void;
};

/** The list over the box. The focus stays in the text, which asks it about the keys. */
export function SnippetList({ ref, id, place, query, onActive, onPick, onGiveUp }: SnippetListProps) {
  const { groups, more, values, isNone, isPending, error } = useSnippetEntries(place, query);
  const [chosen, setChosen] = useState({ id: '', query: '' });
  const listRef = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const entries = groups.flatMap((group) => group.entries);
  // What was chosen counts for what was typed then: each letter begins at the top.
  const active = entries.find((entry) => entry.id === chosen.id && query === chosen.query) ?? entries[0];
  const optionId = (entry: SnippetEntry) => `${id}-${entry.id}`;
  const activeId = active && optionId(active);
  const hasGivenUp = !isPending && !error && entries.length === 0 && /\s/.test(query);

  useImperativeHandle(ref, () => ({
    active: () => active ?? null,
    move: (step) => {
      const index = active ? entries.indexOf(active) : 0;
      const next = entries[(index + step + entries.length) % Math.max(1, entries.length)];
      if (next) setChosen({ id: next.id, query });
    },
  }));
  useEffect(() => onActive(activeId), [activeId, onActive]);
  useEffect(() => {
    if (hasGivenUp) onGiveUp();
  }, [hasGivenUp, onGiveUp]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is active.
  useLayoutEffect(() => {
    listRef.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const words = isPending
    ? 'Reading the snippets…'
    : error
      ? `The snippets could not be read. ${error.message}`
      : isNone
        ? 'There are no snippets yet. They are written under Settings, Snippets.'
        : entries.length === 0
          ? 'No snippet holds these words.'
          : null;

  return (
    <>
      <div
        ref={listRef}
        id={id}
        role="listbox"
        aria-label="Snippets"
        // It scrolls, so it must be within reach of a keyboard; pressing it leaves the focus in the text.
        tabIndex={0}
        onMouseDown={(event) => event.preventDefault()}
        className="max-h-[min(19rem,38dvh)] overflow-y-auto overscroll-contain p-1.5 [scroll-padding-block:2rem]"
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
          <div key={group.id} role="group" aria-labelledby={`${headingId}-${group.id}`}>
            <div
              id={`${headingId}-${group.id}`}
              role="presentation"
              className="truncate px-2.5 pt-1.5 pb-1 font-semibold text-11 text-ink-3"
            >
              <BidiText>{group.heading}</BidiText>
            </div>
            {group.entries.map((entry) => (
              <Option
                key={entry.id}
                id={optionId(entry)}
                entry={entry}
                values={values}
                isActive={entry === active}
                onActive={() => setChosen({ id: entry.id, query })}
                onPick={() => onPick(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      {words && <p className="px-4 pb-3 text-13 text-ink-2">{words}</p>}
      <p className="flex flex-wrap gap-x-3 border-line border-t px-3 py-1.5 text-11 text-ink-3 phone:hidden">
        {entries.length > 0 && (
          <span>
            <Kbd>↵</Kbd> insert
          </span>
        )}
        <span>
          <Kbd>Esc</Kbd> keep the /
        </span>
        {more > 0 && <span className="ml-auto tabular-nums">{more} more: type to find them</span>}
      </p>
      <VisuallyHidden role="status">
        {words ?? `${entries.length} ${entries.length === 1 ? 'snippet' : 'snippets'}`}
      </VisuallyHidden>
    </>
  );
}

type OptionProps = {
  id: string;
  entry: SnippetEntry;
  values: ReadonlyMap<string, string>;
  isActive: boolean;
  onActive: () => void;
  onPick: () => void;
};

/** Never has the focus: the text has it, and its keys. */
function Option({ id, entry, values, isActive, onActive, onPick }: OptionProps) {
  const preview = firstLine(fillVariables(entry.text.slice(0, previewLength * 2), values), previewLength);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the text takes the active one
    // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={() => !isActive && onActive()}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
      className={cn(
        'cursor-default select-none rounded-control px-2.5 py-1.5 text-13 touch:py-2.5',
        isActive && 'bg-hover',
      )}
    >
      <span className="flex items-baseline gap-2">
        <BidiText className="min-w-0 truncate font-medium text-ink">{entry.name}</BidiText>
        <Brings entry={entry} />
      </span>
      <span
        className={cn(
          'block text-12 text-ink-2 [overflow-wrap:anywhere]',
          isActive ? 'line-clamp-3' : 'line-clamp-1',
        )}
      >
        <BidiText>{preview}</BidiText>
      </span>
    </div>
  );
}

/** What it brings along, by a sign each, and in words for those who do not see them. */
function Brings({ entry: { files, acts } }: { entry: SnippetEntry }) {
  return (
    <span className="ml-auto flex shrink-0 items-center gap-1.5 text-11 text-ink-3 [&_svg]:size-3.5">
      {files.length > 0 && (
        <span>
          <Paperclip aria-hidden className="inline" /> {files.length}
          <VisuallyHidden>{files.length === 1 ? ' file' : ' files'}</VisuallyHidden>
        </span>
      )}
      {acts.addTags.length > 0 && (
        <span>
          <Tag aria-hidden className="inline" />
          <VisuallyHidden>adds tags</VisuallyHidden>
        </span>
      )}
      {acts.assignTo !== null && (
        <span>
          <UserRound aria-hidden className="inline" />
          <VisuallyHidden>assigns</VisuallyHidden>
        </span>
      )}
      {acts.marksDone && (
        <span>
          <CircleCheck aria-hidden className="inline" />
          <VisuallyHidden>marks done</VisuallyHidden>
        </span>
      )}
    </span>
  );
}
