import type { Conversation } from '@/lib/shared/contract/conversation';

/** What a conversation is called in the list and the header: name, else phone, else email. */
export function conversationName(row: Pick<Conversation, 'contactName' | 'phone' | 'email'>): string {
  return row.contactName || row.phone || row.email || 'Unknown contact';
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
