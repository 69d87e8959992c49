'use client';

import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useReducer, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { useCommands, useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import { changeSearchDraft, startSearchDraft, unsentSearch } from './search-draft';

/** A pause in typing, not a key: each search is a call to GHL. */
const typingPauseMs = 250;

type SearchBoxProps = {
  /** What the address holds. */
  value: string;
  /** `typing`: the address is replaced, so that Back does not go through every letter. */
  onSearch: (q: string, by: 'typing' | 'command') => void;
  /** Arrow down, and Esc where there is nothing to clear: on to the list. */
  onLeaveDown: () => void;
};

export function SearchBox({ value, onSearch, onLeaveDown }: SearchBoxProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [draft, dispatch] = useReducer(changeSearchDraft, value, startSearchDraft);
  const [isComposing, setIsComposing] = useState(false);
  if (value !== draft.address) dispatch({ type: 'arrived', address: value });
  const { shortcut, ...keyshortcuts } = useShortcutOf()('list.search');
  useCommands({
    'list.search': () => {
      // Hidden behind a thread on a phone: the key is not ours then.
      if (!field.current?.checkVisibility()) return false;
      field.current.focus();
      field.current.select();
    },
  });

  function send(q: string, by: 'typing' | 'command') {
    dispatch({ type: 'sent', q });
    onSearch(q, by);
  }

  const sendTyped = useEffectEvent(() => {
    const q = unsentSearch(draft);
    if (q !== null) send(q, 'typing');
  });

  useEffect(() => {
    if (draft.text === null || isComposing) return;
    const timer = setTimeout(sendTyped, typingPauseMs);
    return () => clearTimeout(timer);
  }, [draft.text, isComposing]);

  function sendNow() {
    const q = unsentSearch(draft);
    if (q !== null) send(q, 'command');
  }

  function clear() {
    dispatch({ type: 'typed', text: '' });
    if (draft.address !== '' || draft.pending.length > 0) send('', 'command');
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onLeaveDown();
    }
    if (event.key !== 'Escape') return;
    // Ours alone: the same key further out closes the thread.
    event.preventDefault();
    event.stopPropagation();
    if (text === '') onLeaveDown();
    else clear();
  }

  const text = draft.text ?? value;
  return (
    <search>
      <form
        className="relative mt-3 mb-2.5 flex items-center"
        onSubmit={(event) => {
          event.preventDefault();
          sendNow();
        }}
      >
        <label htmlFor={id} className="sr-only">
          Search conversations
        </label>
        <Search aria-hidden className="pointer-events-none absolute left-2.5 size-[0.9375rem] text-ink-3" />
        <Input
          ref={field}
          id={id}
          variant="sunk"
          type="search"
          name="q"
          value={text}
          maxLength={200}
          placeholder="Name, phone or email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          {...keyshortcuts}
          dir="auto"
          className="peer pr-9 pl-[2.0625rem] touch:pr-11 touch:pl-[2.0625rem] [&::-webkit-search-cancel-button]:hidden"
          onChange={(event) => dispatch({ type: 'typed', text: event.target.value })}
          onCompositionStart={() => setIsComposing(true)}
          onCompositionEnd={() => setIsComposing(false)}
          onKeyDown={onKeyDown}
        />
        {text === '' ? (
          shortcut && (
            <Kbd className="pointer-events-none absolute right-2.5 peer-focus:hidden">{shortcut}</Kbd>
          )
        ) : (
          <IconButton
            label="Clear search"
            shortcut="Esc"
            size="sm"
            onClick={clear}
            className="absolute right-[3px] touch:right-0"
          >
            <X aria-hidden />
          </IconButton>
        )}
      </form>
    </search>
  );
}
