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
  return (
    <div className="flex flex-wrap gap-x-4 px-3.5 pt-1.5 empty:hidden">
      {toNumbers.length > 1 && (
        <Line
          label="To"
          value={draft.to ?? toNumbers[0] ?? ''}
          onValue={(to) => onEdit({ to: to === toNumbers[0] ? null : to })}
          options={toNumbers.map((number) => ({ value: number, words: number }))}
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
    <div className="flex min-w-0 max-w-full items-center gap-2 text-13">
      <label htmlFor={id} className="shrink-0 text-ink-3">
        {label}
      </label>
      <Select id={id} value={value} onChange={(event) => onValue(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </Select>
    </div>
  );
}
