import { toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { liftTarget } from 'prosemirror-transform';
import { richSchema } from './rich-schema';

const { marks, nodes } = richSchema;

export type Toggle = 'bold' | 'italic' | 'underline' | 'strike' | 'bulletList' | 'orderedList' | 'blockquote';
export type RichCommand = Toggle | 'indent' | 'outdent' | 'plain' | 'undo' | 'redo';

export const richCommands: Record<RichCommand, Command> = {
  bold: toggleMark(marks.bold),
  italic: toggleMark(marks.italic),
  underline: toggleMark(marks.underline),
  strike: toggleMark(marks.strike),
  bulletList: toggleList(nodes.bulletList),
  orderedList: toggleList(nodes.orderedList),
  blockquote: (state, dispatch, view) =>
    isInside(state, nodes.blockquote)
      ? liftOutOf(nodes.blockquote)(state, dispatch)
      : wrapIn(nodes.blockquote)(state, dispatch, view),
  indent: sinkListItem(nodes.listItem),
  outdent: liftListItem(nodes.listItem),
  plain: removeForm,
  undo,
  redo,
};

/** What is on where the caret stands, or in all that is selected. */
export function activeToggles(state: EditorState): Toggle[] {
  const { from, to, empty, $from } = state.selection;
  const isMarked = (name: 'bold' | 'italic' | 'underline' | 'strike') =>
    empty
      ? marks[name].isInSet(state.storedMarks ?? $from.marks()) !== undefined
      : state.doc.rangeHasMark(from, to, marks[name]);
  const toggles = (['bold', 'italic', 'underline', 'strike'] as const).filter(isMarked);
  const list = nearestList(state);
  return [
    ...toggles,
    ...(list ? [list.name as Toggle] : []),
    ...(isInside(state, nodes.blockquote) ? (['blockquote'] as const) : []),
  ];
}

function nearestList({ selection: { $from } }: EditorState): NodeType | null {
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth);
    if (type === nodes.bulletList || type === nodes.orderedList) return type;
  }
  return null;
}

function isInside({ selection: { $from } }: EditorState, type: NodeType): boolean {
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true;
  return false;
}

/** Makes a list of it, a list of the other kind, or no list any more. */
function toggleList(type: NodeType): Command {
  return (state, dispatch, view) => {
    const present = nearestList(state);
    if (present === null) return wrapInList(type)(state, dispatch, view);
    if (present === type) return liftListItem(nodes.listItem)(state, dispatch, view);
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      if ($from.node(depth).type !== present) continue;
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), type));
      return true;
    }
    return false;
  };
}

function liftOutOf(type: NodeType): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    const range = $from.blockRange($to, (node) => node.type === type);
    const target = range && liftTarget(range);
    if (!range || target === null || target === undefined) return false;
    dispatch?.(state.tr.lift(range, target).scrollIntoView());
    return true;
  };
}

/** The words alone: neither emphasis nor links. */
function removeForm(state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const { from, to, empty } = state.selection;
  if (empty) {
    dispatch?.(state.tr.setStoredMarks([]));
    return true;
  }
  dispatch?.(state.tr.removeMark(from, to));
  return true;
}
