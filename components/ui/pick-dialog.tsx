'use client';

import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { cn } from './cn';
import { focusFirstField } from './focus-first-field';
import { Kbd } from './kbd';
import { useReturnFocus } from './use-return-focus';
import { VisuallyHidden } from './visually-hidden';

export type PickItem = {
  id: string;
  icon?: ReactNode;
  label: ReactNode;
  /** At the end of the line: a time, what is chosen now. */
  note?: ReactNode;
  shortcut?: string;
  onPick: () => void;
};

export type PickGroup = { id: string; heading?: ReactNode; items: readonly PickItem[] };

type PickDialogProps = {
  onClose: () => void;
  /** The name of the dialog and of its field, for screen readers. */
  title: string;
  placeholder: string;
  query: string;
  onQueryChange: (query: string) => void;
  groups: readonly PickGroup[];
  /** Said where nothing fits. */
  empty: ReactNode;
  /** Where the focus goes instead of back to what opened it: prevent the default and put it there. */
  onCloseAutoFocus?: (event: Event) => void;
  /** The key that has opened it closes it too. */
  onKeyDown?: (event: KeyboardEvent) => void;
  /** Stands below the list. */
  children?: ReactNode;
};

/** A field over a list: typing narrows it, the arrow keys choose, Enter takes. The focus stays in the field. */
export function PickDialog(props: PickDialogProps) {
  const { onClose, title, placeholder, query, onQueryChange, groups, empty, onKeyDown, children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const returnFocus = useReturnFocus(focusFirstField, props.onCloseAutoFocus);
  const items = groups.flatMap((group) => group.items);
  const active = items.find((item) => item.id === chosenId) ?? items[0];
  const optionId = (itemId: string) => `${id}-${itemId}`;

  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  function move(event: KeyboardEvent, step: number) {
    event.preventDefault();
    const index = active ? items.indexOf(active) : 0;
    setChosenId(items[(index + step + items.length) % Math.max(1, items.length)]?.id ?? null);
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(event, 1);
    if (event.key === 'ArrowUp') move(event, -1);
    if (
      event.key === 'Enter' &&
      event.target instanceof HTMLInputElement &&
      event.target.type !== 'checkbox'
    ) {
      event.preventDefault();
      active?.onPick();
    }
  }

  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <Radix.Content
          data-slot="pick-dialog"
          aria-describedby={undefined}
          {...returnFocus}
          onKeyDown={(event) => {
            onKeyDown?.(event);
            if (!event.defaultPrevented) handleKeyDown(event);
          }}
          className="fixed inset-x-0 top-[14dvh] z-50 mx-auto flex max-h-[72dvh] w-[calc(100vw-1.5rem)] max-w-[580px] animate-pop-in flex-col overflow-hidden rounded-panel border border-line bg-panel text-ink shadow-float outline-none phone:top-[6dvh] phone:max-h-[88dvh]"
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          <input
            role="combobox"
            aria-label={title}
            aria-expanded
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={active && optionId(active.id)}
            type="text"
            dir="auto"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder={placeholder}
            value={query}
            onChange={(event) => {
              setChosenId(null);
              onQueryChange(event.target.value);
            }}
            className="w-full shrink-0 border-line border-b bg-transparent px-[18px] py-[15px] text-16 outline-none focus-visible:outline-none"
          />
          <div
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label={title}
            className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-1.5 py-1.5 [scroll-padding-block:2rem]"
          >
            {groups.map((group) =>
              group.items.length === 0 ? null : (
                <Group key={group.id} id={`${id}-${group.id}-heading`} heading={group.heading}>
                  {group.items.map((item) => (
                    <Option
                      key={item.id}
                      id={optionId(item.id)}
                      item={item}
                      isActive={item === active}
                      onActive={() => setChosenId(item.id)}
                    />
                  ))}
                </Group>
              ),
            )}
          </div>
          {items.length === 0 && <p className="px-[18px] pb-4 text-13 text-ink-2">{empty}</p>}
          <VisuallyHidden role="status">
            {items.length === 0 ? empty : `${items.length} ${items.length === 1 ? 'choice' : 'choices'}`}
          </VisuallyHidden>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Group({ id, heading, children }: { id: string; heading: ReactNode; children: ReactNode }) {
  if (!heading) return children;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
    <div role="group" aria-labelledby={id}>
      <div id={id} role="presentation" className="truncate px-3 pt-2 pb-1 font-semibold text-11 text-ink-3">
        {heading}
      </div>
      {children}
    </div>
  );
}

type OptionProps = { id: string; item: PickItem; isActive: boolean; onActive: () => void };

/** Never has the focus: the field has it, and its keys. */
function Option({ id, item, isActive, onActive }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field takes the active one
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={() => !isActive && onActive()}
      onPointerDown={(event) => event.preventDefault()}
      onClick={item.onPick}
      className={cn(
        'flex min-h-[38px] cursor-default select-none items-center gap-2.5 rounded-control px-3 py-1.5 text-14 touch:min-h-11',
        '[&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-2',
        isActive && 'bg-hover',
      )}
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.note && <span className="shrink-0 text-13 text-ink-3 tabular-nums">{item.note}</span>}
      {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
    </div>
  );
}
