import { type Ref, useImperativeHandle, useRef } from 'react';
import type { BodyHandle } from '@/components/composer/body-handle';
import type { ComposerProblem } from '@/components/composer/outgoing';
import { Textarea } from '@/components/ui/textarea';
import type { Draft } from '@/lib/client/drafts';
import { maxEmailLength } from '@/lib/shared/contract/send';
import { EmailFields } from './email-fields';
import type { EmailMode } from './use-email-mode';

type EmailBodyProps = {
  ref: Ref<BodyHandle>;
  mode: EmailMode;
  draft: Draft;
  onEdit: (change: Partial<Draft>) => void;
  problem: ComposerProblem | null;
  /** Of the sentence that says what is wrong. */
  problemId: string;
};

/** The fields of an email and its text. */
export function EmailBody({ ref, mode, draft, onEdit, problem, problemId }: EmailBodyProps) {
  const boxRef = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => boxRef.current?.focus(),
    insert: (text) => {
      const box = boxRef.current;
      if (!box) return;
      box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
      onEdit({ text: box.value });
      box.focus();
    },
  }));
  return (
    <>
      <EmailFields draft={draft} mode={mode} problem={problem} problemId={problemId} onEdit={onEdit} />
      <Textarea
        ref={boxRef}
        name="text"
        variant="bare"
        dir="auto"
        rows={4}
        maxLength={maxEmailLength}
        aria-label="Email text"
        aria-describedby={problem?.field === 'text' ? problemId : undefined}
        placeholder="Write an email"
        className="max-h-[30dvh] min-h-14 px-3.5 py-2.5"
        value={draft.text}
        onChange={(event) => onEdit({ text: event.target.value })}
      />
    </>
  );
}
