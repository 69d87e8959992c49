import { describe, expect, it } from 'vitest';
import { chordsOf, chordWords, type KeyPress } from './chord';
import { type CommandId, command, commandIds, commands } from './commands';
import { listCommandOf } from './list-keys';
import { bindingsOf, createMatcher, prefixMs } from './matcher';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '';
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
}

function matcherOfAll() {
  const match = createMatcher(bindingsOf(commands));
  return (pressed: KeyPress, now = 0): CommandId | string => {
    const found = match(pressed, now);
    return found.kind === 'command' ? found.id : found.kind;
  };
}

describe('the table of commands', () => {
  it('gives no key to two commands, nor to a command and a sequence that begins with it', () => {
    const chords = commandIds.flatMap((id) => [...command(id).keys, ...(command(id).inList ?? [])]);
    const prefixes = new Set(
      chords.filter((chord) => chord.includes(' ')).map((chord) => chord.split(' ')[0]),
    );
    expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([]);
    expect(chords.filter((chord) => prefixes.has(chord))).toEqual([]);
  });

  it('names each command once', () => {
    const labels = commandIds.map((id) => command(id).label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('lets nothing that writes a sign work while typing', () => {
    for (const id of commandIds) {
      const { keys, whileTyping } = command(id);
      if (whileTyping) for (const chord of keys) expect(chord, id).toMatch(/^Mod\+|^Escape$/);
    }
  });
});

describe('a key press', () => {
  it.each([
    ['j', {}, 'list.next'],
    ['J', { shiftKey: true }, 'select.next'],
    // Caps lock: a capital without shift.
    ['J', {}, 'list.next'],
    ['k', { ctrlKey: true }, 'palette'],
    ['k', { metaKey: true }, 'palette'],
    ['?', { shiftKey: true, code: 'Slash' }, 'help'],
    ['/', { code: 'Slash' }, 'list.search'],
    ['1', { code: 'Digit1' }, 'view.1'],
    ['j', { altKey: true }, 'none'],
    ['Shift', { shiftKey: true }, 'none'],
    ['e', { isComposing: true }, 'none'],
  ] as const)('%s %o is %s', (key, more, id) => {
    expect(matcherOfAll()(press(key, more))).toBe(id);
  });

  it('is found by its place on a keyboard without Latin letters', () => {
    expect(matcherOfAll()(press('х', { code: 'BracketLeft' }))).toBe('view.previous');
    expect(matcherOfAll()(press('å', { code: 'BracketLeft' }))).toBe('none');
    expect(matcherOfAll()(press('о', { code: 'KeyJ' }))).toBe('list.next');
    expect(matcherOfAll()(press('О', { code: 'KeyJ', shiftKey: true }))).toBe('select.next');
    expect(matcherOfAll()(press('ㅓ', { code: 'KeyJ' }))).toBe('list.next');
  });

  it('goes by its sign where the letters stand elsewhere', () => {
    // AZERTY: the A key stands where Q is.
    expect(matcherOfAll()(press('a', { code: 'KeyQ' }))).toBe('conversation.assign');
    expect(matcherOfAll()(press('&', { code: 'Digit1' }))).toBe('view.1');
    expect(matcherOfAll()(press('1', { code: 'Digit1', shiftKey: true }))).toBe('view.1');
    // QWERTY: shift and 3 is a sign of its own.
    expect(matcherOfAll()(press('#', { code: 'Digit3', shiftKey: true }))).toBe('conversation.delete');
  });

  it('may need AltGr for its sign', () => {
    const altGr = { ctrlKey: true, altKey: true, getModifierState: (key: string) => key === 'AltGraph' };
    expect(chordsOf(press('[', altGr))).toContain('[');
    expect(matcherOfAll()(press(']', altGr))).toBe('view.next');
  });
});

describe('a key while the list has the focus', () => {
  it.each([
    ['ArrowDown', {}, 'list.down'],
    ['ArrowDown', { shiftKey: true }, 'select.next'],
    ['ArrowUp', { shiftKey: true }, 'select.previous'],
    ['PageUp', {}, 'list.pageUp'],
    ['Home', {}, 'list.first'],
    ['End', { ctrlKey: true }, null],
    [' ', { code: 'Space' }, 'select.toggle'],
    [' ', { code: 'Space', shiftKey: true }, null],
    ['ArrowDown', { altKey: true }, null],
    ['j', {}, null],
  ] as const)('%s %o is %s', (key, more, id) => {
    expect(listCommandOf(press(key, more))).toBe(id);
  });

  it('is nothing elsewhere', () => {
    for (const key of ['ArrowDown', 'ArrowUp', 'PageDown', 'Home', 'End', ' ']) {
      expect(matcherOfAll()(press(key)), key).toBe('none');
      expect(matcherOfAll()(press(key, { shiftKey: true })), key).toBe('none');
    }
  });
});

describe('a sequence', () => {
  it('is one key after the other', () => {
    const match = matcherOfAll();
    expect(match(press('g'))).toBe('prefix');
    expect(match(press('i'), 300)).toBe('go.inbox');
  });

  it('that is abandoned swallows nothing', () => {
    const match = matcherOfAll();
    match(press('g'));
    expect(match(press('j'), 100)).toBe('list.next');
    match(press('g'), 200);
    expect(match(press('s'), 200 + prefixMs)).toBe('conversation.star');
    expect(match(press('s'), 300 + prefixMs)).toBe('conversation.star');
  });

  it('begins anew with its first key', () => {
    const match = matcherOfAll();
    match(press('g'));
    expect(match(press('g'), 100)).toBe('prefix');
    expect(match(press('s'), 200)).toBe('go.settings');
  });
});

it('is written as on the keyboard in front of the person', () => {
  expect(chordWords('Mod+K', true)).toBe('⌘K');
  expect(chordWords('Mod+K', false)).toBe('Ctrl K');
  expect(chordWords('G I', false)).toBe('G then I');
  expect(chordWords('Shift+ArrowDown', true)).toBe('⇧↓');
  expect(chordWords('PageUp', false)).toBe('Page up');
});
