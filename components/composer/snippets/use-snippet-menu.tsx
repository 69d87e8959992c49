import { type KeyboardEvent, lazy, Suspense, useCallback, useId, useRef, useState } from 'react';
import { AboveBox } from '@/components/composer/menu-host';
import type { TextMenu } from '@/components/composer/text-menu';
import { slashQuery } from './slash-query';
import type { SnippetEntry } from './snippet-entries';
import type { SnippetListHandle } from './snippet-list';
import type { SnippetSource } from './use-composer-snippets';

const loadList = () => import('./snippet-list');
const SnippetList = lazy(() => loadList().then((module) => ({ default: module.SnippetList })));

/** Where it is written: a plain box, or an editor of its own. */
export type SlashTarget = {
  /** The text around the caret, and the caret in it; null while something is selected. */
  read: () => { text: string; caret: number } | null;
  /** Puts a text in the place of a part of what `read` gave, and selects what is left to be filled in. */
  replace: (start: number, end: number, text: string) => void;
};

type Open = { start: number; query: string };

/** The list of snippets that a `/` opens. Its keys come before those of the text and of the composer. */
export function useSnippetMenu(target: SlashTarget, source: SnippetSource) {
  const [open, setOpen] = useState<Open | null>(null);
  const [activeId, setActiveId] = useState<string>();
  const listRef = useRef<SnippetListHandle>(null);
  const isPicking = useRef(false);
  /** Of the slash that was meant as it stands: it opens nothing any more. */
  const keptStart = useRef<number | null>(null);
  const id = useId();
  const openStart = open?.start ?? null;
  const close = useCallback(() => {
    keptStart.current = openStart;
    setOpen(null);
  }, [openStart]);

  /** Where the slash was typed the list stays open, as long as the caret stands behind it. */
  function follow(hasTyped: boolean) {
    if (!open && !hasTyped) return;
    const written = target.read();
    const found = written && slashQuery(written.text, written.caret);
    if (found?.start !== keptStart.current) keptStart.current = null;
    const isKept = keptStart.current !== null;
    const isOurs = found && !isKept && (found.start === open?.start || (hasTyped && found.query === ''));
    setOpen(isOurs ? found : null);
  }

  async function pick(entry: SnippetEntry) {
    if (isPicking.current || !open) return;
    isPicking.current = true;
    const { start } = open;
    const text = await source.fill(entry);
    isPicking.current = false;
    setOpen(null);
    const written = target.read();
    if (!written) return;
    // What was typed meanwhile is not lost: without its slash the text goes to the caret.
    const isThere = slashQuery(written.text, written.caret)?.start === start;
    target.replace(isThere ? start : written.caret, written.caret, text);
    source.take(entry);
  }

  function onKeyDown(event: KeyboardEvent): boolean {
    if (!open || event.nativeEvent.isComposing) return false;
    const act = keyActs[event.key];
    // A new line closes it by itself.
    if (!act || (event.key !== 'Escape' && event.shiftKey)) return false;
    event.preventDefault();
    if (act === 'close') close();
    else if (act === 'take') {
      const entry = listRef.current?.active();
      if (entry) void pick(entry);
    } else listRef.current?.move(act);
    return true;
  }

  const menu: TextMenu = {
    isOpen: open !== null,
    attributes: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': id,
      'aria-activedescendant': activeId,
    },
    onKeyDown,
    list: open && (
      <AboveBox key="snippets">
        <div className="animate-pop-in overflow-hidden rounded-panel border border-line bg-panel shadow-float">
          <Suspense fallback={<p className="px-4 py-3 text-13 text-ink-2">Reading the snippets…</p>}>
            <SnippetList
              ref={listRef}
              id={id}
              place={source.place}
              query={open.query}
              onActive={setActiveId}
              onPick={(entry) => void pick(entry)}
              onGiveUp={close}
            />
          </Suspense>
        </div>
      </AboveBox>
    ),
  };
  return { menu, follow, close };
}

/** Never sends while it is open, even where there is nothing to be taken. */
const keyActs: Record<string, 'close' | 'take' | 1 | -1 | undefined> = {
  Escape: 'close',
  Enter: 'take',
  Tab: 'take',
  ArrowDown: 1,
  ArrowUp: -1,
};
