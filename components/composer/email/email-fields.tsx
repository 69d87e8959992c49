import { type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';
import type { ComposerProblem } from '@/components/composer/outgoing';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { Draft } from '@/lib/client/drafts';
import type { EmailMode } from './use-email-mode';

type EmailFieldsProps = {
  draft: Draft;
  mode: EmailMode;
  problem: ComposerProblem | null;
  problemId: string;
  onEdit: (change: Partial<Draft>) => void;
};

export function EmailFields({ draft, mode, problem, problemId, onEdit }: EmailFieldsProps) {
  const { subject, isReply, leftOut } = mode;
  const [isCcOpen, setCcOpen] = useState(false);
  const ccRef = useRef<HTMLInputElement>(null);
  const showsCc = isCcOpen || draft.cc !== '' || draft.bcc !== '';
  const wrong = (name: string) => (problem?.field === name ? problemId : null);

  // The button that was pressed is gone: the focus goes on to what it opened.
  useEffect(() => {
    if (isCcOpen) ccRef.current?.focus();
  }, [isCcOpen]);

  return (
    <div className="mt-1 border-line border-b px-3.5 pb-1">
      <Line
        label="Subject"
        name="subject"
        value={subject}
        problemId={wrong('subject')}
        onChange={(value) => onEdit({ subject: value })}
      >
        {!showsCc && (
          <Button variant="quiet" size="sm" onClick={() => setCcOpen(true)}>
            Cc Bcc
          </Button>
        )}
      </Line>
      {showsCc && (
        <>
          <Line
            ref={ccRef}
            label="Cc"
            name="cc"
            value={draft.cc}
            problemId={wrong('cc')}
            onChange={(cc) => onEdit({ cc })}
          />
          <Line
            label="Bcc"
            name="bcc"
            value={draft.bcc}
            problemId={wrong('bcc')}
            onChange={(bcc) => onEdit({ bcc })}
          />
        </>
      )}
      {leftOut.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-2 pb-1 text-12 text-ink-2">
          <span className="[overflow-wrap:anywhere]">
            Their mail also went to <bdi>{leftOut.join(', ')}</bdi>.
          </span>
          <Button
            size="sm"
            onClick={() =>
              onEdit({ cc: [draft.cc.trim().replace(/[,;]$/, ''), ...leftOut].filter(Boolean).join(', ') })
            }
          >
            Add to Cc
          </Button>
        </p>
      )}
      {!isReply && <p className="pb-1 text-12 text-ink-3">This starts a new email thread.</p>}
    </div>
  );
}

type LineProps = {
  ref?: Ref<HTMLInputElement>;
  label: string;
  name: string;
  value: string;
  /** Of the sentence that says what is wrong with this line. */
  problemId: string | null;
  onChange: (value: string) => void;
  children?: ReactNode;
};

function Line({ ref, label, name, value, problemId, onChange, children }: LineProps) {
  const id = useId();
  return (
    <div className="flex min-h-9 items-center gap-2 text-13 touch:min-h-11">
      <label htmlFor={id} className={cn('w-14 shrink-0 text-ink-3', problemId && 'font-semibold text-bad')}>
        {label}
      </label>
      <input
        ref={ref}
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
