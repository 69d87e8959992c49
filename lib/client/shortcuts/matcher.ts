import { chordsOf, type KeyPress } from './chord';

/** After a prefix the second key may take so long. */
export const prefixMs = 900;

type Bindings<Id extends string> = ReadonlyMap<string, Id>;
/** A command, the first key of a sequence (nothing happens yet), or nothing of ours. */
type Match<Id extends string> = { kind: 'command'; id: Id } | { kind: 'prefix' } | { kind: 'none' };

export function bindingsOf<Id extends string>(
  table: Record<Id, { readonly keys: readonly string[] }>,
): Bindings<Id> {
  const bindings = new Map<string, Id>();
  for (const id of Object.keys(table) as Id[]) for (const chord of table[id].keys) bindings.set(chord, id);
  return bindings;
}

/**
 * Turns key presses into commands. A prefix that is not followed by its second key is forgotten, and the key that came
 * instead does what it always does: an abandoned prefix swallows nothing.
 */
export function createMatcher<Id extends string>(bindings: Bindings<Id>) {
  const prefixes = new Set([...bindings.keys()].flatMap((chord) => chord.split(' ').slice(0, -1)));
  let pending: { chord: string; until: number } | null = null;

  return function match(press: KeyPress, now: number): Match<Id> {
    const chords = chordsOf(press);
    const prefix = pending && pending.until > now ? `${pending.chord} ` : null;
    // Shift on its way to a sign must not end a sequence.
    if (chords.length > 0 && !isModifier(press.key)) pending = null;
    for (const name of prefix ? [...chords.map((chord) => prefix + chord), ...chords] : chords) {
      const id = bindings.get(name);
      if (id !== undefined) return { kind: 'command', id };
      if (prefixes.has(name)) {
        pending = { chord: name, until: now + prefixMs };
        return { kind: 'prefix' };
      }
    }
    return { kind: 'none' };
  };
}

function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(key);
}
