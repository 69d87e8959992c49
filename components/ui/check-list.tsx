'use client';

import { type ReactNode, useId, useState } from 'react';
import { cn } from './cn';
import { Input } from './input';

/** So many are found by looking; more by typing. */
const seenAtOnce = 8;

type CheckListProps<Value extends string> = {
  label: string;
  /** For a test or a chip that leads here. */
  name: string;
  hint?: ReactNode;
  /** In place of the choices: they are being read, or could not be. */
  note?: ReactNode;
  options: readonly { value: Value; label: string }[];
  values: readonly Value[];
  onValuesChange: (values: Value[]) => void;
  columns?: 1 | 2;
};

/** Any number of a few. Many scroll, and are narrowed by typing; what is ticked stays in sight. */
export function CheckList<Value extends string>(props: CheckListProps<Value>) {
  const { label, name, hint, note, options, values, onValuesChange, columns = 1 } = props;
  const id = useId();
  const [query, setQuery] = useState('');
  const isLong = options.length > seenAtOnce && columns === 1;
  const typed = query.trim().toLowerCase();
  const shown = options.filter(
    (option) => !isLong || option.label.toLowerCase().includes(typed) || values.includes(option.value),
  );

  function toggle(value: Value, isOn: boolean) {
    onValuesChange(isOn ? [...values, value] : values.filter((each) => each !== value));
  }

  return (
    <fieldset
      data-slot="check-list"
      className="grid min-w-0 gap-1"
      aria-describedby={hint ? `${id}-hint` : undefined}
    >
      <legend className="mb-1 font-medium text-13 text-ink">{label}</legend>
      {isLong && (
        <Input
          type="text"
          name={name}
          aria-label={`Find in: ${label}`}
          placeholder="Find"
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <div
        className={cn(
          'grid max-h-44 min-w-0 overflow-y-auto rounded-field border border-line py-1 empty:hidden',
          columns === 2 && 'max-h-none grid-cols-2',
        )}
      >
        {shown.map((option, index) => (
          <label
            key={option.value}
            className="flex min-h-7 min-w-0 cursor-pointer items-center gap-2 px-2.5 hover:bg-hover touch:min-h-11"
          >
            <input
              type="checkbox"
              name={index === 0 && !isLong ? name : undefined}
              className="size-4 shrink-0 accent-accent"
              checked={values.includes(option.value)}
              onChange={(event) => toggle(option.value, event.target.checked)}
            />
            <bdi className="min-w-0 truncate">{option.label}</bdi>
          </label>
        ))}
      </div>
      {note}
      {shown.length === 0 && !note && <p className="text-12 text-ink-3">Nothing here is called that.</p>}
      {hint && (
        <p id={`${id}-hint`} className="text-12 text-ink-3">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
