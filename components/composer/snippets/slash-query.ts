/** Longer than this nobody types to find something. */
const maxLength = 60;

/** What was typed after a `/` that begins the text, a line or a word, up to the caret: never inside a word or an address. */
export function slashQuery(text: string, caret: number): { start: number; query: string } | null {
  const start = caret < 1 ? -1 : text.lastIndexOf('/', caret - 1);
  if (start < 0 || caret - start - 1 > maxLength) return null;
  const before = text[start - 1];
  if (before !== undefined && !/\s/.test(before)) return null;
  const query = text.slice(start + 1, caret);
  // "1 / 2", and a path, are meant as they stand.
  return /^\s|[\n/]/.test(query) ? null : { start, query };
}
