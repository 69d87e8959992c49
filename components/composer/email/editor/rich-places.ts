import { type EditorState, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { firstVariable } from '@/lib/shared/variables';
import { sliceOfText } from './rich-value';

/** A break within a paragraph is one step, as a sign is. */
const breakSign = '\n';

/** The line around the caret, and the caret in it; null while something is selected. */
export function lineAtCaret({ selection }: EditorState): { text: string; caret: number } | null {
  if (!(selection instanceof TextSelection) || !selection.$cursor) return null;
  const { parent, parentOffset } = selection.$cursor;
  return { text: parent.textBetween(0, parent.content.size, undefined, breakSign), caret: parentOffset };
}

/** Puts a text in the place of a part of that line; what is left in braces is selected, to be filled in. */
export function replaceInLine(
  view: EditorView,
  { start, end }: { start: number; end: number },
  text: string,
): void {
  const { state } = view;
  const from = state.selection.$head.start();
  const at = { from: from + start, to: from + end };
  view.dispatch(state.tr.replace(at.from, at.to, sliceOfText(text)).scrollIntoView());
  view.focus();
  const left = firstVariable(text);
  if (left) selectWords(view, text.slice(left.start, left.end));
}

/** The first place where these words stand, in whatever style. */
export function selectWords(view: EditorView, words: string): void {
  const { doc, tr } = view.state;
  let found = -1;
  doc.descendants((node, position) => {
    if (found >= 0 || !node.isTextblock) return found < 0;
    const start = node.textBetween(0, node.content.size, undefined, breakSign).indexOf(words);
    if (start >= 0) found = position + 1 + start;
    return false;
  });
  if (found < 0) return;
  view.dispatch(tr.setSelection(TextSelection.create(doc, found, found + words.length)).scrollIntoView());
}
