import { useId } from 'react';
import { Select } from '@/components/ui/select';
import type { Draft } from '@/lib/client/drafts';
import type { PhoneNumber } from '@/lib/shared/contract/phone-number';

type NumberLinesProps = {
  /** The contact's, their main one first. */
  toNumbers: readonly string[];
  fromNumbers: readonly PhoneNumber[];
  draft: Pick<Draft, 'to' | 'from'>;
  onEdit: (change: Partial<Draft>) => void;
};

/** Which number it goes to and which it comes from, where there is a choice. */
export function NumberLines({ toNumbers, fromNumbers, draft, onEdit }: NumberLinesProps) {
  const main = fromNumbers.find(({ isDefault }) => isDefault);
  // What comes back to be sent again may have gone to a number that the contact has no more.
  const to = [...new Set([...toNumbers, draft.to ?? toNumbers[0] ?? ''])];
  return (
    <div className="ml-auto flex min-w-0 flex-wrap justify-end gap-x-1 empty:hidden phone:flex-1">
      {to.length > 1 && (
        <Line
          label="To"
          value={draft.to ?? toNumbers[0] ?? ''}
          onValue={(number) => onEdit({ to: number === toNumbers[0] ? null : number })}
          options={to.map((number) => ({ value: number, words: number }))}
        />
      )}
      {fromNumbers.length > 1 && (
        <Line
          label="From"
          value={draft.from ?? main?.number ?? ''}
          onValue={(from) => onEdit({ from: from === (main?.number ?? '') ? null : from })}
          options={[
            ...(main ? [] : [{ value: '', words: "GoHighLevel's choice" }]),
            ...fromNumbers.map(({ number, name }) => ({
              value: number,
              words: name && name !== number ? `${name} · ${number}` : number,
            })),
          ]}
        />
      )}
    </div>
  );
}

type LineProps = {
  label: string;
  value: string;
  onValue: (value: string) => void;
  options: { value: string; words: string }[];
};

function Line({ label, value, onValue, options }: LineProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 max-w-full items-center text-12">
      <label htmlFor={id} className="shrink-0 text-ink-3">
        {label}
      </label>
      <Select id={id} className={quiet} value={value} onChange={(event) => onValue(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** As quiet as the address of an email: it is chosen once, and read often. */
const quiet =
  'field-sizing-content h-7 border-transparent bg-transparent pl-1.5 text-12 text-ink-2 hover:bg-hover';
