import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { useIsApple } from '@/lib/client/platform';
import { readPreferences, usePreferences } from '@/lib/client/preferences';
import { ariaChord, chordWords } from './chord';
import { type CommandId, command } from './commands';
import { type CommandHandlers, createHandlers } from './handlers';
import { createKeyListener } from './listener';

const handlers = createHandlers();

/** While it is mounted, answers these commands: by key, from the palette, from a button. */
export function useCommands(own: CommandHandlers): void {
  const latest = useRef(own);
  useLayoutEffect(() => {
    latest.current = own;
  });
  useEffect(() => handlers.add(() => latest.current), []);
}

/** What a key would do, done by a button or by name. */
export function runCommand(id: CommandId): void {
  handlers.run(id, null);
}

/** Tells which commands anybody here answers: what this person may not do, nobody does. */
export function useAvailableCommands(): (id: CommandId) => boolean {
  useSyncExternalStore(handlers.subscribe, handlers.version, () => 0);
  return handlers.has;
}

/** Once a page. */
export function useKeyListener(): void {
  useEffect(() => {
    const onKeyDown = createKeyListener({
      hasShortcuts: () => readPreferences().hasShortcuts,
      has: handlers.has,
      run: handlers.run,
    });
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** How the key of a command is written, and the same for screen readers; nothing while keys are switched off. */
export function useShortcutOf(): (id: CommandId) => { shortcut?: string; 'aria-keyshortcuts'?: string } {
  const isApple = useIsApple();
  const { hasShortcuts } = usePreferences();
  return (id) => {
    const [chord = ''] = command(id).keys;
    if (!hasShortcuts && !chord.startsWith('Mod+')) return {};
    return { shortcut: chordWords(chord, isApple), 'aria-keyshortcuts': ariaChord(chord, isApple) };
  };
}
