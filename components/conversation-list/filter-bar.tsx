'use client';

import { Bookmark, BookmarkCheck, Plus, Rows2, Rows3 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Chip } from '@/components/ui/chip';
import { hasMovedOn } from '@/components/ui/has-moved-on';
import { IconButton } from '@/components/ui/icon-button';
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover';
import { setPreference, usePreferences } from '@/lib/client/preferences';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import { activeChips, type ChipName, withoutChip, withoutChips } from './filter-chips';
import { FilterForm } from './filter-form';
import type { People } from './filter-lists';
import type { LatestFilter } from './use-latest-filter';

type FilterBarProps = {
  locationId: string;
  filter: InboxFilter;
  people: People;
  currentUserId: string | null;
  /** How much the filters leave, in words; null while nothing narrows the view, or it is not known. */
  found: string | null;
  onEdit: LatestFilter['change'];
  /** Undefined where the view is saved already, or has nothing to save. */
  onSave: (() => void) | undefined;
  /** Of the saved view that these filters have come from, where it may be changed. */
  update: { name: string; run: () => void } | null;
};

/** The filters that are set, and the way to set more. */
export function FilterBar(props: FilterBarProps) {
  const { locationId, filter, people, currentUserId, found, onEdit, onSave, update } = props;
  const addButton = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  /** The address as it was before the form was opened is one step back, however often it was changed in there. */
  const hasChanged = useRef(false);
  const [firstField, setFirstField] = useState<ChipName | null>(null);
  const chips = activeChips(filter, people.users, currentUserId);

  function openAt(field: ChipName | null) {
    hasChanged.current = false;
    setFirstField(field);
    setIsOpen(true);
  }

  function change(next: InboxFilter) {
    onEdit(() => next, { replace: hasChanged.current });
    hasChanged.current = true;
  }

  /** The button that was pressed is gone with its chip: the focus goes to the one that stays. */
  function remove(change: (filter: InboxFilter) => InboxFilter) {
    onEdit(change);
    addButton.current?.focus();
  }

  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      {/* Under the row as a whole: under the button it would jump with each new chip. */}
      <PopoverAnchor asChild>
        <fieldset
          aria-label="Filters"
          className="flex min-w-0 items-start gap-1.5 border-line border-b py-2.5 pr-2.5 pl-4 group-has-data-selection/bars:invisible"
        >
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5 touch:gap-y-3">
            {chips.map(({ name, label }) => (
              <Chip
                key={name}
                isOn
                aria-haspopup="dialog"
                onClick={() => openAt(name)}
                onRemove={() => remove((known) => withoutChip(known, name))}
                removeLabel={`Remove filter: ${label}`}
              >
                <bdi className="truncate">{label}</bdi>
              </Chip>
            ))}
            {/* No trigger of the popover's: beside an anchor it draws its button anew once the page's script is there. */}
            <Chip
              ref={addButton}
              aria-haspopup="dialog"
              aria-expanded={isOpen}
              onClick={() => (isOpen ? setIsOpen(false) : openAt(null))}
            >
              <Plus aria-hidden className="-ml-0.5" />
              Filter
            </Chip>
            {update && (
              <Chip
                className="border-transparent"
                aria-label={`Update view ${update.name}`}
                onClick={() => {
                  update.run();
                  addButton.current?.focus();
                }}
              >
                <BookmarkCheck aria-hidden />
                Update view
              </Chip>
            )}
            {onSave && (
              <Chip className="border-transparent" onClick={onSave}>
                <Bookmark aria-hidden />
                {update ? 'Save as new' : 'Save view'}
              </Chip>
            )}
            {chips.length > 0 && (
              <Chip className="border-transparent" onClick={() => remove(withoutChips)}>
                Clear all
              </Chip>
            )}
            {found && <span className="px-1 text-12 text-ink-3 tabular-nums">{found}</span>}
          </div>
          <DensityButton />
        </fieldset>
      </PopoverAnchor>
      <PopoverContent
        label="Filters"
        className="phone:w-[calc(100vw-1rem)]"
        onOpenAutoFocus={(event) => {
          const field = firstField && contentOf(event)?.querySelector<HTMLElement>(`[name="${firstField}"]`);
          if (!field) return;
          event.preventDefault();
          field.focus();
        }}
        // The button closes it by its own press.
        onInteractOutside={(event) => {
          if (event.target instanceof Node && addButton.current?.contains(event.target))
            event.preventDefault();
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (!hasMovedOn(event)) addButton.current?.focus();
        }}
      >
        <FilterForm
          locationId={locationId}
          filter={filter}
          people={people}
          currentUserId={currentUserId}
          onFilterChange={change}
          onDone={() => setIsOpen(false)}
        />
      </PopoverContent>
    </Popover>
  );
}

function DensityButton() {
  const { density } = usePreferences();
  const isCompact = density === 'compact';
  return (
    <IconButton
      label="Compact rows"
      size="sm"
      aria-pressed={isCompact}
      className="-my-px aria-pressed:bg-sunk touch:-my-1.5"
      onClick={() => setPreference('density', isCompact ? 'normal' : 'compact')}
    >
      {isCompact ? <Rows3 aria-hidden /> : <Rows2 aria-hidden />}
    </IconButton>
  );
}

function contentOf({ target }: Event): Element | null {
  return target instanceof Element ? target : null;
}
