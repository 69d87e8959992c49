import type { RefObject } from 'react';
import { firstVariable } from '@/lib/shared/variables';
import type { SlashTarget } from './use-snippet-menu';

/** A plain box as the place of a snippet. */
export function slashTarget(boxRef: RefObject<HTMLTextAreaElement | null>): SlashTarget {
  return {
    read: () => {
      const box = boxRef.current;
      if (!box || box.selectionStart !== box.selectionEnd) return null;
      return { text: box.value, caret: box.selectionStart };
    },
    replace: (start, end, text) => {
      const box = boxRef.current;
      if (!box) return;
      insertText(box, text, { start, end });
      const left = firstVariable(text);
      if (left) box.setSelectionRange(start + left.start, start + left.end);
    },
  };
}

export function selectWords(box: HTMLTextAreaElement | HTMLInputElement, words: string): void {
  const start = box.value.indexOf(words);
  if (start >= 0) box.setSelectionRange(start, start + words.length);
}

/**
 * Puts a text in the place of a part of a box, so that the browser can undo it. Where it cannot, or where its limit
 * would cut the text off, the box is written as it is to be; whoever listens to the box hears of it either way.
 */
export function insertText(
  box: HTMLTextAreaElement,
  text: string,
  { start, end }: { start: number; end: number },
): void {
  box.focus();
  box.setSelectionRange(start, end);
  const length = box.value.length - (end - start) + text.length;
  const isWhole = box.maxLength < 0 || length <= box.maxLength;
  // Deprecated without a successor: nothing else keeps what Ctrl+Z goes back through.
  if (isWhole && text !== '' && document.execCommand('insertText', false, text)) return;
  box.setRangeText(text, start, end, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
