import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Spinner } from '@/components/ui/spinner';
import type { useFind } from './use-find';

type FindBarProps = {
  find: ReturnType<typeof useFind>;
  /** Whether older messages are to come that nobody has looked through. */
  hasOlder: boolean;
  onClose: () => void;
};

/** Looks through the messages that are loaded, from the newest on, and goes on to older ones when asked. */
export function FindBar({ find, hasOlder, onClose }: FindBarProps) {
  const inputRef = useRef<HTMLInputElement>(null);
  const { text, count, position, isSeeking } = find;
  const isAsked = text.trim() !== '';

  useEffect(() => inputRef.current?.focus(), []);

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
    if (event.key === 'Enter' && event.target === inputRef.current) {
      event.preventDefault();
      find.step(event.shiftKey ? -1 : 1);
    }
  }

  return (
    <search
      aria-label="Find in this conversation"
      onKeyDown={handleKeyDown}
      className="flex min-h-12 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b bg-panel px-5 py-1.5 phone:px-3"
    >
      <Input
        ref={inputRef}
        variant="sunk"
        aria-label="Find in this conversation"
        placeholder="Find in this conversation"
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={(event) => find.look(event.target.value)}
        className="min-w-32 flex-1"
      />
      <span role="status" className="shrink-0 text-12 text-ink-2 tabular-nums">
        {isAsked && (count === 0 ? 'Nothing found' : `${position} of ${count}`)}
      </span>
      <span className="flex shrink-0 items-center">
        <IconButton
          label="Older match"
          hasTooltip={false}
          disabled={count === 0}
          onClick={() => find.step(1)}
        >
          <ChevronUp aria-hidden />
        </IconButton>
        <IconButton
          label="Newer match"
          hasTooltip={false}
          disabled={count === 0}
          onClick={() => find.step(-1)}
        >
          <ChevronDown aria-hidden />
        </IconButton>
        <IconButton label="Close the search" hasTooltip={false} onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </span>
      {isAsked && hasOlder && (
        <p className="flex basis-full items-center gap-2 text-12 text-ink-2">
          {isSeeking ? (
            <>
              <Spinner /> Looking through older messages
              <Button size="sm" onClick={find.stop}>
                Stop
              </Button>
            </>
          ) : (
            <>
              Looked through the messages that are loaded.
              <Button size="sm" onClick={find.seek}>
                Search older messages
              </Button>
            </>
          )}
        </p>
      )}
    </search>
  );
}
