import type { Conversation } from '@/lib/shared/contract/conversation';

/** What a conversation is called in the list and the header: name, else phone, else email. */
export function conversationName(row: Pick<Conversation, 'contactName' | 'phone' | 'email'>): string {
  return row.contactName || row.phone || row.email || 'Unknown contact';
}

/** So much of a name fits into a sentence. */
const maxInSentence = 40;
/** Signs that turn the direction of what follows. */
const turning = /[\p{Script=Hebrew}\p{Script=Arabic}\u202a-\u202e\u2066-\u2069]/u;

/** A name inside a sentence of plain text: never so long that it hides the rest, and without turning it around. */
export function nameInSentence(name: string): string {
  const signs = [...new Intl.Segmenter('en').segment(name)].map(({ segment }) => segment);
  const brief = signs.length > maxInSentence ? `${signs.slice(0, maxInSentence).join('').trimEnd()}…` : name;
  return turning.test(brief) ? `\u2068${brief}\u2069` : brief;
}

/** One or two letters for an avatar; the first sign of a script without capitals; `#` for a phone number. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  const first = firstLetter(words[0]);
  if (!first) return '#';
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';
  const isCased = first.toLowerCase() !== first.toUpperCase();
  return isCased ? (first + last).toUpperCase() : first;
}

/** 0-7: the same name has the same colour everywhere. */
export function nameHue(name: string): number {
  let hash = 0;
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return hash % 8;
}

function firstLetter(word: string | undefined): string {
  return word?.match(/\p{L}/u)?.[0] ?? '';
}
