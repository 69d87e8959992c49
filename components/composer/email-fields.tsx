import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Draft } from '@/lib/client/drafts';
import type { draftProblem } from './composer-rules';

type EmailFieldsProps = {
  draft: Draft;
  subject: string;
  isReply: boolean;
  problem: ReturnType<typeof draftProblem>;
  onEdit: (change: Partial<Draft>) => void;
};

export function EmailFields({ draft, subject, isReply, problem, onEdit }: EmailFieldsProps) {
  const [isCcOpen, setCcOpen] = useState(false);
  const showsCc = isCcOpen || draft.cc !== '' || draft.bcc !== '';
  return (
    <div className="mt-1 border-line border-b px-3.5 pb-1">
      <Line
        label="Subject"
        value={subject}
        isWrong={problem?.field === 'subject'}
        onChange={(value) => onEdit({ subject: value })}
        end={
          !showsCc && (
            <Button variant="quiet" size="sm" onClick={() => setCcOpen(true)}>
              Cc Bcc
            </Button>
          )
        }
      />
      {showsCc && (
        <>
          <Line
            label="Cc"
            value={draft.cc}
            isWrong={problem?.field === 'cc'}
            onChange={(cc) => onEdit({ cc })}
          />
          <Line
            label="Bcc"
            value={draft.bcc}
            isWrong={problem?.field === 'bcc'}
            onChange={(bcc) => onEdit({ bcc })}
          />
        </>
      )}
      {!isReply && <p className="pb-1 text-12 text-ink-3">This starts a new email thread.</p>}
    </div>
  );
}

type LineProps = {
  label: string;
  value: string;
  isWrong: boolean;
  onChange: (value: string) => void;
  end?: ReactNode;
};

function Line({ label, value, isWrong, onChange, end }: LineProps) {
  return (
    <label className="flex min-h-9 touch:min-h-11 items-center gap-2 text-13">
      <span className="w-14 shrink-0 text-ink-3">{label}</span>
      <input
        dir="auto"
        className="min-w-0 flex-1 rounded-tag bg-transparent py-1 text-ink"
        aria-invalid={isWrong || undefined}
        maxLength={2000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {end}
    </label>
  );
}
