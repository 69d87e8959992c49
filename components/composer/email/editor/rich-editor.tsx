'use client';

import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import {
  type ReactNode,
  type Ref,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { richClasses } from '@/components/composer/email/rich-classes';
import { cn } from '@/components/ui/cn';
import { createEditor, replaceDoc } from './create-editor';
import { LinkDialog } from './link-dialog';
import { activeToggles, type RichCommand, richCommands, type Toggle } from './rich-commands';
import { lineAtCaret, replaceInLine, selectWords } from './rich-places';
import { RichToolbar } from './rich-toolbar';
import { docOfValue, positionOf, type RichValue, sliceOfText } from './rich-value';

export type RichEditorHandle = {
  focus: () => void;
  insert: (text: string) => void;
  /** The line around the caret, and the caret in it; null while something is selected. */
  read: () => { text: string; caret: number } | null;
  /** Puts a text in the place of a part of that line. */
  replace: (start: number, end: number, text: string) => void;
  /** The first place where these words stand. */
  select: (words: string) => void;
};

type RichEditorProps = {
  ref: Ref<RichEditorHandle>;
  value: RichValue;
  label: string;
  placeholder: string;
  describedBy: string | undefined;
  maxLength: number;
  /** Of the box that stood here while this was loading, when it had the focus. */
  caret: { from: number; to: number } | null;
  className?: string;
  /** Of the list that is open over the text. */
  menuAttributes?: Record<string, unknown>;
  /** Stands between the text and the tools: what goes out beneath it. */
  children?: ReactNode;
  onChange: (value: RichValue) => void;
};

/** Text with bold, links, lists and quotes. Loaded by itself: see use-rich-editor.ts. */
export function RichEditor(props: RichEditorProps) {
  const { ref, value, label, placeholder, describedBy, maxLength, caret, className, onChange } = props;
  const menu = JSON.stringify(props.menuAttributes ?? {});
  const placeRef = useRef<HTMLDivElement>(null);
  const viewRef = useRef<EditorView>(null);
  /** What the text here is already: what comes back from the draft is the same, and no change. */
  const knownRef = useRef(value);
  const [active, setActive] = useState('');
  const [isFull, setFull] = useState(false);
  const [isLinking, setLinking] = useState(false);
  const change = useEffectEvent((next: RichValue) => {
    knownRef.current = next;
    setFull(false);
    onChange(next);
  });
  const attributes = useEffectEvent(() => attributesOf(label, describedBy));

  useLayoutEffect(() => {
    if (!placeRef.current) return;
    const doc = docOfValue(knownRef.current);
    const view = createEditor({
      place: placeRef.current,
      doc,
      attributes: attributes(),
      maxLength,
      onChange: (next) => change(next),
      onState: (state) => setActive(activeToggles(state).join()),
      onRefused: () => setFull(true),
      onLink: () => setLinking(true),
    });
    viewRef.current = view;
    if (caret) {
      const { text } = knownRef.current;
      const [from, to] = [caret.from, caret.to].map((offset) =>
        view.state.doc.resolve(Math.min(positionOf(text, offset), doc.content.size)),
      );
      if (from && to) view.dispatch(view.state.tr.setSelection(TextSelection.between(from, to)));
      view.focus();
    }
    return () => view.destroy();
  }, [maxLength, caret]);

  useEffect(() => {
    const view = viewRef.current;
    const known = knownRef.current;
    if (!view || (known.text === value.text && known.rich === value.rich)) return;
    knownRef.current = { text: value.text, rich: value.rich };
    const doc = docOfValue(value);
    if (!doc.eq(view.state.doc)) replaceDoc(view, doc);
    setFull(false);
  }, [value]);

  useEffect(() => {
    const menuAttributes = JSON.parse(menu) as Record<string, string>;
    viewRef.current?.setProps({ attributes: { ...attributesOf(label, describedBy), ...menuAttributes } });
  }, [label, describedBy, menu]);

  useImperativeHandle(ref, () => ({
    focus: () => viewRef.current?.focus(),
    insert: (text) => {
      const view = viewRef.current;
      if (!view) return;
      view.dispatch(view.state.tr.replaceSelection(sliceOfText(text)).scrollIntoView());
      view.focus();
    },
    read: () => viewRef.current && lineAtCaret(viewRef.current.state),
    replace: (start, end, text) => {
      const view = viewRef.current;
      if (view) replaceInLine(view, { start, end }, text);
    },
    select: (words) => {
      const view = viewRef.current;
      if (view) selectWords(view, words);
    },
  }));

  function run(name: RichCommand) {
    const view = viewRef.current;
    if (view) richCommands[name](view.state, view.dispatch, view);
  }

  return (
    <>
      <div className={cn('relative', className)}>
        {value.text === '' && (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-x-3.5 top-2.5 truncate text-body text-ink-3"
          >
            {placeholder}
          </span>
        )}
        <div
          ref={placeRef}
          className={cn(richClasses, 'text-body [&>*]:min-h-16 [&>*]:px-3.5 [&>*]:py-2.5 [&>*]:outline-none')}
        />
      </div>
      {isFull && (
        <p role="alert" className="px-3.5 pb-1 font-medium text-12 text-bad">
          That does not fit: at most {maxLength.toLocaleString('en')} characters, and lists only so deep in
          one another. Nothing of it was put in.
        </p>
      )}
      {props.children}
      <RichToolbar
        active={new Set(active.split(',') as Toggle[])}
        onCommand={run}
        onLink={() => setLinking(true)}
      />
      {isLinking && viewRef.current && (
        <LinkDialog view={viewRef.current} onClose={() => setLinking(false)} />
      )}
    </>
  );
}

function attributesOf(label: string, describedBy: string | undefined): Record<string, string> {
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    spellcheck: 'true',
    autocapitalize: 'sentences',
    class: 'whitespace-break-spaces [overflow-wrap:anywhere]',
  };
}
