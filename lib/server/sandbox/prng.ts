import 'server-only';

export type Prng = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [min, max]. */
  between(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
};

const idAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** FNV-1a: turns any text into a 32-bit seed. */
export function hashSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** mulberry32: small, fast, and the same on every machine, which is all a seed needs. */
export function createPrng(seedText: string): Prng {
  let state = hashSeed(seedText);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new RangeError('pick() needs at least one item');
    return item;
  };
  const shuffled = <T>(items: readonly T[]): T[] => {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i -= 1) {
      const j = between(0, i);
      const a = copy[i];
      const b = copy[j];
      if (a !== undefined && b !== undefined) [copy[i], copy[j]] = [b, a];
    }
    return copy;
  };
  return { next, between, pick, shuffled, chance: (probability) => next() < probability };
}

/** GHL's ids are 20 characters of base 62. */
export function makeId(prng: Prng, length = 20): string {
  let id = '';
  for (let i = 0; i < length; i += 1) id += idAlphabet.charAt(Math.floor(prng.next() * 62));
  return id;
}

export function makeHex(prng: Prng, length: number): string {
  let hex = '';
  for (let i = 0; i < length; i += 1) hex += '0123456789abcdef'.charAt(Math.floor(prng.next() * 16));
  return hex;
}

export function makeUuid(prng: Prng): string {
  const hex = makeHex(prng, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
