import { type ReactNode, type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import { insertText, selectWords, slashTarget } from '@/components/composer/snippets/insert-text';
import { Textarea } from '@/components/ui/textarea';
import type { RichEditorHandle } from './editor/rich-editor';
import type { RichValue } from './editor/rich-value';
import { useRichEditor } from './editor/use-rich-editor';

type RichFieldProps = {
  ref?: Ref<RichEditorHandle>;
  value: RichValue;
  label: string;
  placeholder: string;
  describedBy: string | undefined;
  maxLength: number;
  /** Of the list that is open over the text. */
  menuAttributes?: Record<string, unknown>;
  /** A plain box without tools: the editor is loaded once somebody comes to write. */
  isFolded?: boolean;
  /** Stands between the text and its tools. */
  children?: ReactNode;
  onFocus?: () => void;
  onChange: (value: RichValue) => void;
};

/** A text with its form. What is typed before its editor has been loaded is there when it comes. */
export function RichField(props: RichFieldProps) {
  const { ref, value, label, placeholder, describedBy, maxLength, menuAttributes } = props;
  const { isFolded = false, children, onFocus, onChange } = props;
  const boxRef = useRef<HTMLTextAreaElement>(null);
  const editorRef = useRef<RichEditorHandle>(null);
  const editor = useRichEditor(boxRef, !isFolded);
  const noticeFocus = useEffectEvent(() => {
    const box = boxRef.current;
    if (box && box.ownerDocument.activeElement === box) onFocus?.();
  });
  // Whoever is quicker than the script of the page is in the box when it comes.
  useEffect(() => noticeFocus(), []);
  useImperativeHandle(ref, () => ({
    focus: () => (editorRef.current ?? boxRef.current)?.focus(),
    insert: (text) => {
      const box = boxRef.current;
      if (editorRef.current) return editorRef.current.insert(text);
      if (box) insertText(box, text, { start: box.selectionStart, end: box.selectionEnd });
    },
    read: () => (editorRef.current ?? slashTarget(boxRef)).read(),
    replace: (start, end, text) => (editorRef.current ?? slashTarget(boxRef)).replace(start, end, text),
    select: (words) => {
      if (editorRef.current) return editorRef.current.select(words);
      if (boxRef.current) selectWords(boxRef.current, words);
    },
  }));
  if (editor) {
    const { RichEditor, caret } = editor;
    return (
      <RichEditor
        ref={editorRef}
        value={value}
        label={label}
        placeholder={placeholder}
        describedBy={describedBy}
        maxLength={maxLength}
        caret={caret}
        menuAttributes={menuAttributes}
        className="max-h-[30dvh] overflow-y-auto"
        onChange={onChange}
      >
        {children}
      </RichEditor>
    );
  }
  return (
    <>
      <Textarea
        ref={boxRef}
        name="text"
        variant="bare"
        dir="auto"
        maxLength={maxLength}
        aria-label={label}
        aria-describedby={describedBy}
        placeholder={placeholder}
        className="max-h-[30dvh] min-h-16 px-3.5 py-2.5 data-folded:min-h-14"
        data-folded={isFolded || undefined}
        onFocus={onFocus}
        value={value.text}
        onChange={(event) => onChange({ text: event.target.value, rich: null })}
        {...menuAttributes}
      />
      {children}
      {/* The room of the tools, so that nothing moves when they come. */}
      {!isFolded && <div className="h-9 touch:h-12" />}
    </>
  );
}
