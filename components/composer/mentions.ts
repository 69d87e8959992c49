import type { DraftContent } from '@/lib/shared/contract/draft';
import type { User } from '@/lib/shared/contract/user';

export type Mention = DraftContent['mentions'][number];

/** As many as a list shows without being scrolled through. */
const maxShown = 8;
/** Longer than this it is no name that somebody begins to write. */
const maxQuery = 40;

/** The name that is being written at the caret after an `@`; null where none is, or it is one that was picked. */
export function mentionAt(
  text: string,
  caret: number,
  picked: readonly Mention[] = [],
): { start: number; query: string } | null {
  const start = text.slice(0, caret).lastIndexOf('@');
  if (start < 0 || caret - start - 1 > maxQuery) return null;
  // In the middle of a word it is an email address.
  if (start > 0 && !/[\s(["'>]/.test(text.charAt(start - 1))) return null;
  const query = text.slice(start + 1, caret);
  const isPicked = picked.some(({ name }) => query.startsWith(name) && query.length > name.length);
  return isPicked || /^\s|[\n@<>]/.test(query) ? null : { start, query };
}

/** Whose name, or a word of it, begins like that; who is called so first. */
export function usersLike(users: readonly User[], query: string): User[] {
  const wanted = fold(query.trim());
  const rank = ({ name }: User) => {
    const folded = fold(name);
    if (folded.startsWith(wanted)) return 0;
    return folded.split(/\s+/).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return users
    .filter((user) => user.name.trim() !== '' && rank(user) < 2)
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
    .slice(0, maxShown);
}

/** The text with the name written out, and where the caret stands then. */
export function withMention(
  text: string,
  { start, caret }: { start: number; caret: number },
  name: string,
): { text: string; caret: number } {
  const rest = text.slice(caret);
  const written = `@${name}${rest.startsWith(' ') ? '' : ' '}`;
  return { text: text.slice(0, start) + written + rest, caret: start + written.length };
}

/** Those that still stand in the text, once each, in its order. */
export function mentionsIn(text: string, mentions: readonly Mention[]): Mention[] {
  const found = tokensOf(text, mentions).flatMap(({ mention }) => mention ?? []);
  return [...new Map(found.map((mention) => [mention.userId, mention])).values()];
}

/** As GHL writes it: `@name<userId>ID</userId>` (CONTRACT 1.6). */
export function ghlCommentText(text: string, mentions: readonly Mention[]): string {
  return tokensOf(text, mentions)
    .map(({ part, mention }) => (mention ? `${part}<userId>${mention.userId}</userId>` : part))
    .join('');
}

function tokensOf(text: string, mentions: readonly Mention[]): { part: string; mention?: Mention }[] {
  // The longest first: `@Ana Lima` is no `@Ana`.
  const known = [...mentions].sort((one, other) => other.name.length - one.name.length);
  const tokens: { part: string; mention?: Mention }[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const mention = known.find(({ name }) => isWholeAt(text, at + 1, name));
    if (!mention) continue;
    const end = at + 1 + mention.name.length;
    tokens.push({ part: text.slice(from, at) }, { part: text.slice(at, end), mention });
    from = end;
    at = end - 1;
  }
  return [...tokens, { part: text.slice(from) }];
}

function isWholeAt(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
