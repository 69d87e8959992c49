import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { EditorState, type Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { withoutHandlers } from './pasted-html';
import { richKeys, richRules } from './rich-keys';
import { type RichValue, sliceOfText, valueOfDoc } from './rich-value';

type EditorOptions = {
  place: HTMLElement;
  doc: Node;
  attributes: Record<string, string>;
  maxLength: number;
  onChange: (value: RichValue) => void;
  /** After everything that happens in it, moves of the caret too. */
  onState: (state: EditorState) => void;
  /** What was typed or pasted does not fit any more: it is not in the text, and that has to be said. */
  onRefused: () => void;
  onLink: () => void;
};

/** The editor of one text. It knows nothing of React, and tells what changes. */
export function createEditor(options: EditorOptions): EditorView {
  const { place, doc, attributes, maxLength, onChange, onState, onRefused, onLink } = options;
  const plugins: Plugin[] = [richRules, keymap(richKeys(onLink)), keymap(baseKeymap), history()];
  const view = new EditorView(place, {
    state: EditorState.create({ doc, plugins }),
    attributes,
    transformPastedHTML: withoutHandlers,
    // The editor would take Esc for itself and do nothing with it: it leaves the composer.
    handleDOMEvents: { keydown: (_view, event) => event.key === 'Escape' },
    clipboardTextParser: sliceOfText,
    clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n', '\n'),
    dispatchTransaction: (transaction) => {
      const next = view.state.apply(transaction);
      if (transaction.docChanged) {
        const value = valueOfDoc(next.doc, maxLength);
        // A text that is too long already may still become shorter.
        if (value === null && next.doc.content.size >= view.state.doc.content.size) return onRefused();
        view.updateState(next);
        if (value !== null) onChange(value);
      } else {
        view.updateState(next);
      }
      onState(next);
    },
  });
  return view;
}

/** Another text in its place: of another tab, or what came back. There is no way back to the one before. */
export function replaceDoc(view: EditorView, doc: Node): void {
  view.updateState(EditorState.create({ doc, plugins: view.state.plugins }));
}
