'use client';

import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Chip } from '@/components/ui/chip';
import { Popover, PopoverAnchor, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import { activeChips, type ChipName, withoutChip, withoutChips } from './filter-chips';
import { FilterForm, type People } from './filter-form';

type FilterBarProps = {
  filter: InboxFilter;
  people: People;
  currentUserId: string | null;
  onFilterChange: (filter: InboxFilter, options?: { replace?: boolean }) => void;
};

/** The filters that are set, and the way to set more. */
export function FilterBar({ filter, people, currentUserId, onFilterChange }: FilterBarProps) {
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
    onFilterChange(next, { replace: hasChanged.current });
    hasChanged.current = true;
  }

  /** The button that was pressed is gone with its chip: the focus goes to the one that stays. */
  function remove(rest: InboxFilter) {
    onFilterChange(rest);
    addButton.current?.focus();
  }

  return (
    <Popover open={isOpen} onOpenChange={(next) => (next ? openAt(null) : setIsOpen(false))}>
      {/* Under the row as a whole: under the button it would jump with each new chip. */}
      <PopoverAnchor asChild>
        <fieldset
          aria-label="Filters"
          className="flex min-w-0 flex-wrap gap-1.5 border-line border-b px-4 py-2.5 touch:gap-y-3"
        >
          {chips.map(({ name, label }) => (
            <Chip
              key={name}
              isOn
              aria-haspopup="dialog"
              onClick={() => openAt(name)}
              onRemove={() => remove(withoutChip(filter, name))}
              removeLabel={`Remove filter: ${label}`}
            >
              <bdi className="truncate">{label}</bdi>
            </Chip>
          ))}
          <PopoverTrigger asChild>
            <Chip ref={addButton}>
              <Plus aria-hidden className="-ml-0.5" />
              Filter
            </Chip>
          </PopoverTrigger>
          {chips.length > 0 && (
            <Chip className="border-transparent" onClick={() => remove(withoutChips(filter))}>
              Clear all
            </Chip>
          )}
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
      >
        <FilterForm
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

function contentOf({ target }: Event): Element | null {
  return target instanceof Element ? target : null;
}
