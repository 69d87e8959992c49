import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { ComposerProblem } from '@/components/composer/outgoing';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { Draft } from '@/lib/client/drafts';
import { lineOf } from '@/lib/client/reader-line';
import { AnswerLine } from './answer-line';
import { chosenTo } from './email-request';
import { EmailType } from './email-type';
import { finishedLine, readersIn } from './readers';
import { ReadersField } from './readers-field';
import type { EmailMode } from './use-email-mode';
import { useKnownPeople } from './use-known-people';

type EmailFieldsProps = {
  draft: Draft;
  mode: EmailMode;
  problem: ComposerProblem | null;
  problemId: string;
  onEdit: (change: Partial<Draft>) => void;
};

export function EmailFields({ draft, mode, problem, problemId, onEdit }: EmailFieldsProps) {
  const { locationId, subject, leftOut, senders } = mode;
  const [isCcOpen, setCcOpen] = useState(false);
  const ccRef = useRef<HTMLInputElement>(null);
  const people = useKnownPeople(locationId, mode.mailIds);
  const showsCc = isCcOpen || draft.cc !== '' || draft.bcc !== '';
  const isForward = mode.mode === 'forward';
  const wrong = (name: string) => (problem?.field === name ? problemId : null);
  const readers = (name: 'to' | 'cc' | 'bcc') => ({
    locationId,
    name,
    people,
    value: draft[name] ?? '',
    problemId: wrong(name),
    onChange: (value: string) => onEdit({ [name]: value }),
  });

  // The button that was pressed is gone: the focus goes on to what it opened.
  useEffect(() => {
    if (isCcOpen) ccRef.current?.focus();
  }, [isCcOpen]);

  return (
    <div className="mt-1 border-line border-b px-3.5 pb-1">
      <div className="flex min-w-0 items-center gap-2">
        <div className="min-w-0 flex-1">
          <AnswerLine draft={draft} mode={mode} onEdit={onEdit} />
        </div>
        <EmailType locationId={locationId} draft={draft} onEdit={onEdit} />
      </div>
      {isForward && <ReadersField label="To" {...readers('to')} />}
      {!isForward && mode.toAddresses.length > 1 && (
        <Choice
          label="To"
          name="to"
          value={chosenTo({ draft, toAddresses: mode.toAddresses }) ?? ''}
          options={mode.toAddresses.map((address) => ({ value: address, label: address }))}
          onChange={(to) => onEdit({ to })}
        />
      )}
      {senders.length > 1 && (showsCc || draft.from !== null) && (
        <Choice
          label="From"
          name="from"
          value={draft.from ?? ''}
          options={senders.map(({ from, isDefault }) => ({ value: isDefault ? '' : from, label: from }))}
          onChange={(from) => onEdit({ from: from || null })}
        />
      )}
      {showsCc && (
        <>
          <ReadersField ref={ccRef} label="Cc" {...readers('cc')} />
          <ReadersField label="Bcc" {...readers('bcc')} />
        </>
      )}
      <Line
        label="Subject"
        name="subject"
        value={subject}
        problemId={wrong('subject')}
        onChange={(value) => onEdit({ subject: value })}
      >
        {!showsCc && (
          <Button variant="quiet" size="sm" onClick={() => setCcOpen(true)}>
            {senders.length > 1 && draft.from === null ? 'Cc Bcc From' : 'Cc Bcc'}
          </Button>
        )}
      </Line>
      {leftOut.length > 0 && mode.mode === 'reply' && (
        <p className="flex flex-wrap items-center gap-x-2 pb-1 text-12 text-ink-2">
          <span className="[overflow-wrap:anywhere]">
            Their mail also went to <bdi>{leftOut.join(', ')}</bdi>.
          </span>
          <Button
            size="sm"
            onClick={() => onEdit({ cc: finishedLine(lineOf([...readersIn(draft.cc), ...leftOut])) })}
          >
            Add to Cc
          </Button>
        </p>
      )}
    </div>
  );
}

const rowClasses = 'flex min-h-9 items-center gap-2 text-13 touch:min-h-11';

type LineProps = {
  label: string;
  name: string;
  value: string;
  /** Of the sentence that says what is wrong with this line. */
  problemId: string | null;
  onChange: (value: string) => void;
  children?: ReactNode;
};

function Line({ label, name, value, problemId, onChange, children }: LineProps) {
  const id = useId();
  return (
    <div className={rowClasses}>
      <label htmlFor={id} className={cn('w-14 shrink-0 text-ink-3', problemId && 'font-semibold text-bad')}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        dir="auto"
        className="min-w-0 flex-1 rounded-tag bg-transparent py-1 text-ink"
        aria-invalid={problemId ? true : undefined}
        aria-describedby={problemId ?? undefined}
        maxLength={2000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {children}
    </div>
  );
}

type ChoiceProps = {
  label: string;
  name: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** The browser's own list, without a frame: it stands among lines. */
function Choice({ label, name, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className={rowClasses}>
      <label htmlFor={id} className="w-14 shrink-0 text-ink-3">
        {label}
      </label>
      <select
        id={id}
        name={name}
        className="min-w-0 max-w-full cursor-pointer truncate rounded-tag bg-transparent py-1 pr-1 text-ink"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-panel">
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
