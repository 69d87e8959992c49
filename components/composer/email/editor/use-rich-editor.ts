import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

type Loaded = {
  RichEditor: typeof import('./rich-editor').RichEditor;
  /** Where somebody was writing by then. */
  caret: { from: number; to: number } | null;
};

/**
 * The editor, once it is there. Until then a plain box takes what is typed; it gives way between two keys and never in
 * the middle of a word that is being composed. Where the editor cannot be loaded the box stays, and does.
 */
export function useRichEditor(
  boxRef: RefObject<HTMLTextAreaElement | null>,
  isWanted: boolean,
): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    const composing = watchComposing(boxRef.current);
    void import('./rich-editor')
      .then(async ({ RichEditor }) => {
        await composing.settled();
        if (isGone) return;
        const box = boxRef.current;
        const hasFocus = box !== null && box.ownerDocument.activeElement === box;
        const caret = hasFocus ? { from: box.selectionStart, to: box.selectionEnd } : null;
        // At once: between here and there nothing can be typed.
        flushSync(() => setLoaded({ RichEditor, caret }));
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
      composing.stop();
    };
  }, [boxRef, isWanted]);
  return loaded;
}

function watchComposing(box: HTMLElement | null) {
  let isComposing = false;
  let onEnd: (() => void) | null = null;
  const begin = () => {
    isComposing = true;
  };
  const end = () => {
    isComposing = false;
    onEnd?.();
  };
  box?.addEventListener('compositionstart', begin);
  box?.addEventListener('compositionend', end);
  return {
    settled: () =>
      new Promise<void>((resolve) => {
        onEnd = resolve;
        if (!isComposing) resolve();
      }),
    stop: () => {
      box?.removeEventListener('compositionstart', begin);
      box?.removeEventListener('compositionend', end);
    },
  };
}
