import { Check } from 'lucide-react';
import { type SaveState, useSaveState } from '@/lib/client/preferences';

/** Says where the last change stands; nothing before the first one. */
export function SaveNote() {
  const state = useSaveState();
  const isBad = state.kind === 'waiting' || state.kind === 'refused';
  return (
    <p
      role="status"
      className={`flex min-h-6 items-center gap-1.5 text-13 ${isBad ? 'text-warn' : 'text-ink-2'}`}
    >
      {state.kind === 'saved' && <Check aria-hidden className="size-4 text-good" />}
      {wordsOf(state)}
    </p>
  );
}

function wordsOf(state: SaveState): string {
  switch (state.kind) {
    case 'untouched':
      return '';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return 'Saved';
    case 'waiting':
      return `Not saved yet. It counts in this browser, and is saved by itself. ${state.reason}`;
    case 'refused':
      return `Not saved, and taken back. ${state.reason}`;
  }
}
