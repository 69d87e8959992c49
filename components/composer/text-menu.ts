import type { KeyboardEvent, ReactNode, TextareaHTMLAttributes } from 'react';

/** Where somebody is writing. */
export type TextCaret = { text: string; caret: number };

/**
 * A list that opens while one types, such as that of snippets after a `/`. The text keeps the focus: the box asks
 * each of its menus about every key before it does anything with it, and wears the attributes of the one that is open.
 */
export type TextMenu = {
  isOpen: boolean;
  /** Of a combobox: `aria-expanded`, `aria-controls`, `aria-activedescendant`. */
  attributes: Pick<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'aria-autocomplete' | 'aria-haspopup' | 'aria-expanded' | 'aria-controls' | 'aria-activedescendant'
  >;
  /** Whether it took the key. */
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  /** The list itself; stands above the box. */
  list: ReactNode;
};
