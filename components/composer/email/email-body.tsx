import { type Ref, useImperativeHandle, useRef } from 'react';
import type { BodyHandle } from '@/components/composer/body-handle';
import type { ComposerProblem } from '@/components/composer/outgoing';
import { insertText, selectWords, slashTarget } from '@/components/composer/snippets/insert-text';
import { useSnippetMenu } from '@/components/composer/snippets/use-snippet-menu';
import type { SnippetSource } from '@/components/composer/snippets/use-snippets';
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
  snippets: SnippetSource;
};

/** The fields of an email and its text. */
export function EmailBody(props: EmailBodyProps) {
  const { ref, mode, draft, onEdit, problem, problemId, snippets } = props;
  const boxRef = useRef<HTMLTextAreaElement>(null);
  const editorRef = useRef<RichEditorHandle>(null);
  const editor = useRichEditor(boxRef);
  // The editor, or the box in its place until it is there.
  const box = slashTarget(boxRef);
  const slash = useSnippetMenu(
    {
      read: () => (editorRef.current ?? box).read(),
      replace: (start, end, text) => (editorRef.current ?? box).replace(start, end, text),
    },
    snippets,
  );
  const describedBy = problem?.field === 'text' ? problemId : undefined;
  useImperativeHandle(ref, () => ({
    focus: () => (editorRef.current ?? boxRef.current)?.focus(),
    insert: (text) => {
      if (editorRef.current) return editorRef.current.insert(text);
      const plain = boxRef.current;
      if (plain) insertText(plain, text, { start: plain.selectionStart, end: plain.selectionEnd });
    },
    select: (words) => {
      if (editorRef.current) return editorRef.current.select(words);
      if (boxRef.current) selectWords(boxRef.current, words);
    },
  }));
  return (
    <>
      <EmailFields draft={draft} mode={mode} problem={problem} problemId={problemId} onEdit={onEdit} />
      {slash.menu.list}
      {/* Before the editor and the composer see a key. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the text within takes them */}
      <div
        onKeyDownCapture={(event) => {
          if (slash.menu.onKeyDown(event)) event.stopPropagation();
        }}
        onKeyUp={() => slash.follow(false)}
        onMouseUp={() => slash.follow(false)}
        onBlur={slash.close}
      >
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
            menuAttributes={slash.menu.isOpen ? slash.menu.attributes : undefined}
            onChange={(value) => {
              onEdit(value);
              slash.follow(true);
            }}
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
              onChange={(event) => {
                onEdit({ text: event.target.value, rich: null });
                slash.follow(true);
              }}
              {...(slash.menu.isOpen ? slash.menu.attributes : {})}
            />
            {/* The room of the toolbar, so that nothing moves when it comes. */}
            <div className="h-9 touch:h-12" />
          </>
        )}
      </div>
    </>
  );
}
