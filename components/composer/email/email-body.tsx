import { type Ref, useImperativeHandle, useRef } from 'react';
import type { BodyHandle } from '@/components/composer/body-handle';
import type { ComposerProblem } from '@/components/composer/outgoing';
import { Textarea } from '@/components/ui/textarea';
import type { Draft } from '@/lib/client/drafts';
import { maxEmailLength } from '@/lib/shared/contract/send';
import type { RichEditorHandle } from './editor/rich-editor';
import { useRichEditor } from './editor/use-rich-editor';
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
  const editorRef = useRef<RichEditorHandle>(null);
  const editor = useRichEditor(boxRef);
  const describedBy = problem?.field === 'text' ? problemId : undefined;
  useImperativeHandle(ref, () => ({
    focus: () => (editorRef.current ?? boxRef.current)?.focus(),
    insert: (text) => {
      const box = boxRef.current;
      if (editorRef.current) return editorRef.current.insert(text);
      if (!box) return;
      box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
      onEdit({ text: box.value, rich: null });
      box.focus();
    },
  }));
  return (
    <>
      <EmailFields draft={draft} mode={mode} problem={problem} problemId={problemId} onEdit={onEdit} />
      {editor ? (
        <editor.RichEditor
          ref={editorRef}
          value={draft}
          label="Email text"
          placeholder="Write an email"
          describedBy={describedBy}
          maxLength={maxEmailLength}
          caret={editor.caret}
          className="max-h-[30dvh] overflow-y-auto"
          onChange={onEdit}
        />
      ) : (
        <>
          <Textarea
            ref={boxRef}
            name="text"
            variant="bare"
            dir="auto"
            maxLength={maxEmailLength}
            aria-label="Email text"
            aria-describedby={describedBy}
            placeholder="Write an email"
            className="max-h-[30dvh] min-h-24 px-3.5 py-2.5"
            value={draft.text}
            onChange={(event) => onEdit({ text: event.target.value, rich: null })}
          />
          {/* The room of the toolbar, so that nothing moves when it comes. */}
          <div className="h-9 touch:h-12" />
        </>
      )}
    </>
  );
}
