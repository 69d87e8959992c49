/** What matching needs of a `KeyboardEvent`. */
export type KeyPress = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing?: boolean;
  getModifierState?: (key: string) => boolean;
};

/**
 * The names a key press answers to, the likeliest first; none while a word is being composed. The sign on the key
 * decides; its place on the keyboard only where the sign is no Latin one (a Cyrillic J key), and the digits of layouts
 * whose digit row gives other signs.
 */
export function chordsOf(press: KeyPress): string[] {
  if (press.isComposing || press.key === 'Dead' || press.key === 'Process') return [];
  // AltGr is how many layouts write [ ] and #: it is no modifier then, though it is reported as Ctrl and Alt.
  const isAltGr = press.getModifierState?.('AltGraph') ?? false;
  if (press.altKey && !isAltGr) return [];
  const mod = (press.ctrlKey || press.metaKey) && !isAltGr ? 'Mod+' : '';
  return namesOf(press).map((name) => mod + name);
}

function namesOf({ key, code, shiftKey }: KeyPress): string[] {
  const shift = shiftKey ? 'Shift+' : '';
  // A blank divides the keys of a sequence.
  if (key === ' ') return [`${shift}Space`];
  if (key.length > 1) return [shift + key];
  const upper = key.toUpperCase();
  if (/^[A-Z]$/.test(upper)) return [shift + upper];
  const place = /^(?:Key([A-Z])|Digit([1-9]))$/.exec(code);
  const names = [key];
  if (place?.[1] && /\p{L}/u.test(key)) names.push(shift + place[1]);
  const bracket = { BracketLeft: '[', BracketRight: ']' }[code];
  if (bracket && !shiftKey && /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key)) names.push(bracket);
  if (place?.[2] && !shiftKey) names.push(place[2]);
  return names;
}

/** `⌘K` or `Ctrl K`: how a chord is written on the screen. */
export function chordWords(chord: string, isApple: boolean): string {
  return chord
    .split(' ')
    .map((part) =>
      part
        .replace('Mod+', isApple ? '⌘' : 'Ctrl ')
        .replace('Shift+', isApple ? '⇧' : 'Shift ')
        .replace('Enter', '↵')
        .replace('Escape', 'Esc')
        .replace('ArrowDown', '↓')
        .replace('ArrowUp', '↑')
        .replace('PageDown', 'Page down')
        .replace('PageUp', 'Page up'),
    )
    .join(' then ');
}

/** The same for `aria-keyshortcuts`; a sequence has no form there. */
export function ariaChord(chord: string, isApple: boolean): string | undefined {
  return chord.includes(' ') ? undefined : chord.replace('Mod+', isApple ? 'Meta+' : 'Control+');
}
