import type { KeyboardEvent, ReactNode, TextareaHTMLAttributes } from 'react';

/**
 * A list that opens while one types, such as that of snippets after a `/`. The text keeps the focus: the box asks
 * each of its menus about every key before it does anything with it, and wears the attributes of the one that is open.
 */
export type TextMenu = {
  isOpen: boolean;
  /** Those that a text box may have; whether the list is open is told by a live region in it. */
  attributes: Pick<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'aria-autocomplete' | 'aria-haspopup' | 'aria-controls' | 'aria-activedescendant'
  >;
  /** Whether it took the key. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  /** The list itself, in an `AboveBox`. */
  list: ReactNode;
};
