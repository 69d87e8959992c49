import { chordsOf } from './chord';

/** What was opened, and what was typed until then. */
type Opening<Loaded> = { loaded: Loaded; typed: string };

let giveUpLatest: (() => void) | null = null;

/**
 * Fetches the script of a dialog, and keeps every key for it meanwhile: what is typed after the key that opens belongs
 * to the dialog, never to the list below. Null where the person gave it up: Esc, the same key again, a press elsewhere.
 */
export async function keepingKeys<Loaded>(load: () => Promise<Loaded>): Promise<Opening<Loaded> | null> {
  giveUpLatest?.();
  let typed = '';
  let isGivenUp = false;

  function onKeyDown(event: KeyboardEvent): void {
    event.stopImmediatePropagation();
    const isMod = event.ctrlKey || event.metaKey;
    // AltGr writes signs, though it is reported as Ctrl and Alt.
    const isSign = event.key.length === 1 && (!isMod || event.getModifierState('AltGraph'));
    const isOpenerAgain = chordsOf(event).includes('Mod+K');
    if (isMod && !isSign && !isOpenerAgain) return;
    event.preventDefault();
    if (isSign) typed += event.key;
    else if (event.key === 'Backspace') typed = [...typed].slice(0, -1).join('');
    else if (event.key === 'Escape' || (isOpenerAgain && !event.repeat)) end();
  }

  function end(): void {
    isGivenUp = true;
    release();
  }

  function release(): void {
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('pointerdown', end, true);
    if (giveUpLatest === end) giveUpLatest = null;
  }

  giveUpLatest = end;
  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('pointerdown', end, true);
  try {
    const loaded = await load();
    return isGivenUp ? null : { loaded, typed };
  } catch (error) {
    if (isGivenUp) return null;
    throw error;
  } finally {
    release();
  }
}
