'use client';

import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';
import { cn } from './cn';

const listVariants = cva('flex min-w-0 text-13', {
  variants: { look: { pill: 'gap-1', underline: 'gap-4 border-line border-b' } },
  defaultVariants: { look: 'pill' },
});

const itemVariants = cva(
  'inline-flex shrink-0 items-center gap-[5px] whitespace-nowrap font-medium text-ink-2 transition-colors hover:text-ink disabled:opacity-50 data-on:font-semibold data-on:text-ink touch:min-h-11',
  {
    variants: {
      look: {
        pill: 'min-h-[30px] rounded-control px-2.5 hover:bg-hover data-on:bg-sunk',
        underline: '-mb-px border-transparent border-b-2 py-2 data-on:border-ink',
      },
    },
    defaultVariants: { look: 'pill' },
  },
);

type SegmentedProps<Value extends string> = Omit<ComponentProps<'div'>, 'children' | 'role' | 'onKeyDown'> &
  VariantProps<typeof listVariants> & {
    /** The name of the group for screen readers. */
    label: string;
    /** `tabs` swap what a panel shows; `radios` choose a value. */
    kind: 'tabs' | 'radios';
    value: Value;
    onValueChange: (value: Value) => void;
    /** The one that is chosen already was clicked. */
    onRepick?: (value: Value) => void;
    options: readonly { value: Value; label: ReactNode; disabled?: boolean }[];
    /** Tabs only: the id of the panel they change. */
    panelId?: string;
  };

/** One of a few, side by side: one stop for Tab; the arrow keys move, and choose as they move. */
export function Segmented<Value extends string>({
  label,
  kind,
  value,
  onValueChange,
  onRepick,
  options,
  panelId,
  look,
  className,
  ...props
}: SegmentedProps<Value>) {
  const tabStop = options.find((option) => option.value === value && !option.disabled) ?? options[0];

  function choose(next: Value) {
    if (next !== value) onValueChange(next);
  }

  function handleKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const items = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:enabled')];
    const next = items[nextIndex(event.key, items.indexOf(event.target as HTMLButtonElement), items.length)];
    const option = options.find((candidate) => candidate.value === next?.dataset.value);
    if (!next || !option) return;
    event.preventDefault();
    next.focus();
    choose(option.value);
  }

  const group = {
    role: kind === 'tabs' ? 'tablist' : 'radiogroup',
    'aria-label': label,
    onKeyDown: handleKeyDown,
  };

  return (
    <div data-slot="segmented" className={cn(listVariants({ look }), className)} {...group} {...props}>
      {options.map((option) => {
        const isOn = option.value === value;
        const semantics =
          kind === 'tabs'
            ? { role: 'tab', 'aria-selected': isOn, 'aria-controls': panelId }
            : { role: 'radio', 'aria-checked': isOn };
        return (
          <button
            key={option.value}
            type="button"
            data-value={option.value}
            data-on={isOn || undefined}
            disabled={option.disabled}
            tabIndex={option === tabStop ? 0 : -1}
            onClick={() => (isOn ? onRepick?.(value) : onValueChange(option.value))}
            className={itemVariants({ look })}
            {...semantics}
          >
            {option.label}
          </button>
        );
      })}
    </div>
  );
}

function nextIndex(key: string, index: number, count: number): number {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (index + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}
