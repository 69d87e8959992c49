import type { Mark, Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { richSchema } from './rich-schema';

/** What a link is put on, or is on already. */
type LinkRange = { from: number; to: number; text: string; href: string | null };

const { link } = richSchema.marks;

/** The link around the caret as a whole, else what is selected. */
export function linkAt(state: EditorState): LinkRange {
  const { from, to, $from } = state.selection;
  const mark = link.isInSet($from.marks()) ?? markIn(state.doc, from, to);
  if (!mark) return { from, to, text: state.doc.textBetween(from, to, ' ', ' '), href: null };
  const start = $from.start();
  let [first, last] = [from, to];
  $from.parent.forEach((child, offset) => {
    const begin = start + offset;
    const end = begin + child.nodeSize;
    if (!mark.isInSet(child.marks)) return;
    if (end >= first && begin <= last) [first, last] = [Math.min(first, begin), Math.max(last, end)];
  });
  return {
    from: first,
    to: last,
    text: state.doc.textBetween(first, last, ' ', ' '),
    href: String(mark.attrs.href),
  };
}

export function setLink(state: EditorState, range: LinkRange, href: string, words: string): Transaction {
  const mark = link.create({ href });
  const { from, to, text } = range;
  if (words === text && from !== to) {
    return state.tr.removeMark(from, to, link).addMark(from, to, mark).scrollIntoView();
  }
  const marks = mark.addToSet(
    state.doc
      .resolve(from)
      .marks()
      .filter(({ type }) => type !== link),
  );
  return state.tr
    .replaceWith(from, to, richSchema.text(words, marks))
    .removeStoredMark(link)
    .scrollIntoView();
}

export function removeLink(state: EditorState, { from, to }: LinkRange): Transaction {
  return state.tr.removeMark(from, to, link);
}

function markIn(doc: Node, from: number, to: number): Mark | undefined {
  let found: Mark | undefined;
  doc.nodesBetween(from, to, (node) => {
    found ??= link.isInSet(node.marks);
  });
  return found;
}
