'use client';

import { useId, useState } from 'react';
import { Input } from '@/components/ui/input';
import { checkDayRange, dayRangeProblems } from './day-range';

/** Four digits of a year are enough, and stop a date field from taking six. */
const lastDay = '9999-12-31';

type DayRangeFieldsProps = {
  from: string;
  to: string;
  onRangeChange: (from: string, to: string) => void;
};

/** Two days, both included. A range that makes no sense is said and not sent; what was typed stays. */
export function DayRangeFields({ from, to, onRangeChange }: DayRangeFieldsProps) {
  const errorId = useId();
  const [draft, setDraft] = useState({ from, to });
  const problem = dayRangeProblems[checkDayRange(draft.from, draft.to)];

  function change(next: { from: string; to: string }) {
    setDraft(next);
    if (checkDayRange(next.from, next.to) === 'ok') onRangeChange(next.from, next.to);
  }

  const shared = {
    type: 'date',
    max: lastDay,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? errorId : undefined,
  } as const;

  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 font-medium text-13 text-ink">Conversation created between</legend>
      <div className="grid grid-cols-2 gap-2 touch:grid-cols-[repeat(auto-fit,minmax(10rem,1fr))]">
        <Input
          {...shared}
          name="created"
          aria-label="First day"
          value={draft.from}
          onChange={(event) => change({ ...draft, from: event.target.value })}
        />
        <Input
          {...shared}
          aria-label="Last day"
          value={draft.to}
          onChange={(event) => change({ ...draft, to: event.target.value })}
        />
      </div>
      <p id={errorId} aria-live="polite" className="font-medium text-12 text-bad empty:hidden">
        {problem}
      </p>
    </fieldset>
  );
}
