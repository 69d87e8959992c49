import 'server-only';
import { hashSeed, makeId, type Prng } from '@/lib/server/sandbox/prng';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ordinalLength = 5;
const tagLength = 5;

/**
 * Message ids that say which thread they are of, so that a single message can be found before its thread was ever
 * written. To a client they are 20 letters and digits like all others.
 */
export function createBulkIds(
  random: Prng,
  homes: readonly string[],
): { idFor: (ordinal: number, index: number) => string; homeOf: (messageId: string) => string | undefined } {
  const tag = makeId(random, tagLength);
  const alphabet = random.shuffled([...digits]).join('');
  return {
    idFor: (ordinal, index) => {
      const tail = hashSeed(`${tag}:${ordinal}:${index}`);
      return (
        tag + encode(ordinal, alphabet, ordinalLength) + encode(index, alphabet, 4) + encode(tail, digits, 6)
      );
    },
    homeOf: (messageId) => {
      if (messageId.length !== 20 || !messageId.startsWith(tag)) return undefined;
      return homes[decode(messageId.slice(tagLength, tagLength + ordinalLength), alphabet)];
    },
  };
}

function encode(value: number, alphabet: string, length: number): string {
  let text = '';
  let rest = value;
  for (let i = 0; i < length; i += 1) {
    text = alphabet.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

function decode(text: string, alphabet: string): number {
  let value = 0;
  for (const letter of text) value = value * 62 + alphabet.indexOf(letter);
  return value;
}
