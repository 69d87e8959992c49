import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { InputRule, inputRules, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { splitListItem } from 'prosemirror-schema-list';
import type { Command } from 'prosemirror-state';
import { linkTarget } from '@/lib/shared/contract/rich-text';
import { richCommands } from './rich-commands';
import { richSchema } from './rich-schema';

const { marks, nodes } = richSchema;

/** Enter always begins a new line in an email; Ctrl or ⌘ with it is the composer's. Tab moves the focus, as everywhere. */
export function richKeys(onLink: () => void): Record<string, Command> {
  const breakLine: Command = (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hardBreak.create()).scrollIntoView());
    return true;
  };
  return {
    'Mod-b': richCommands.bold,
    'Mod-i': richCommands.italic,
    'Mod-u': richCommands.underline,
    'Mod-Shift-x': richCommands.strike,
    'Mod-Shift-7': richCommands.orderedList,
    'Mod-Shift-8': richCommands.bulletList,
    'Mod-Shift-9': richCommands.blockquote,
    'Mod-]': richCommands.indent,
    'Mod-[': richCommands.outdent,
    'Mod-\\': richCommands.plain,
    'Mod-k': () => {
      onLink();
      return true;
    },
    'Mod-z': richCommands.undo,
    'Mod-y': richCommands.redo,
    'Mod-Shift-z': richCommands.redo,
    Backspace: undoInputRule,
    'Shift-Enter': breakLine,
    Enter: chainCommands(splitListItem(nodes.listItem), enterCommand),
  };
}

const enterCommand: Command = (...args) => baseKeymap.Enter?.(...args) ?? false;

/** What many type by habit: "- ", "1. " and "> " at the start of a line. Backspace takes it back. */
export const richRules = inputRules({
  rules: [
    wrappingInputRule(/^\s*[-*•]\s$/, nodes.bulletList),
    wrappingInputRule(
      /^(\d{1,4})[.)]\s$/,
      nodes.orderedList,
      ([, number]) => ({ start: Number(number) }),
      ([, number], list) => list.childCount + Number(list.attrs.start) === Number(number),
    ),
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    // An address on the web is a link as soon as it is written to its end.
    new InputRule(/(?:^|\s)(https?:\/\/[^\s<>"]+)\s$/, (state, [, address = ''], _start, end) => {
      const words = address.replace(/[.,;:!?)\]]+$/, '');
      const href = linkTarget(words);
      const from = end - address.length;
      if (href === null || state.doc.rangeHasMark(from, end, marks.link)) return null;
      return state.tr
        .addMark(from, from + words.length, marks.link.create({ href }))
        .insertText(' ', end)
        .removeStoredMark(marks.link);
    }),
  ],
});
