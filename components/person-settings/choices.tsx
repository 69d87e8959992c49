import { type ReactNode, useId } from 'react';

type Choice<Value> = { value: Value; label: string; hint?: string };

type ChoicesProps<Value extends string | number> = {
  legend: string;
  lead?: ReactNode;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly Choice<Value>[];
};

/** One of a few, each with what it means. */
export function Choices<Value extends string | number>(props: ChoicesProps<Value>) {
  const { legend, lead, value, onChange, choices } = props;
  const name = useId();
  return (
    <fieldset className="min-w-0" aria-describedby={lead ? `${name}-lead` : undefined}>
      <legend className="font-medium text-13">{legend}</legend>
      {lead && (
        <p id={`${name}-lead`} className="mt-0.5 text-12 text-ink-3">
          {lead}
        </p>
      )}
      <div
        className={
          choices.some(({ hint }) => hint) ? 'mt-1.5 grid gap-0.5' : 'mt-1.5 flex flex-wrap gap-x-7 gap-y-0.5'
        }
      >
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-8 items-start gap-2.5 rounded-control py-1.5 text-13 touch:min-h-11 touch:py-2.5"
          >
            <input
              type="radio"
              name={name}
              aria-describedby={choice.hint ? `${name}-${choice.value}` : undefined}
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint && (
                <span id={`${name}-${choice.value}`} aria-hidden className="block text-12 text-ink-3">
                  {choice.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
