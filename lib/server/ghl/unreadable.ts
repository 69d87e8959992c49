import 'server-only';
import { createHash } from 'node:crypto';

/** The type of a row that names none: shown like any other that is not known. */
export const unknownType = 'TYPE_UNKNOWN';

/** An id for a row that has none: the same row gets the same one each time it is read. */
export function madeUpId(row: unknown): string {
  const text = JSON.stringify(row) ?? String(row);
  return `unreadable-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

/** The rows without later ones of the same id: a page that repeats a row must not show it twice. */
export function withoutRepeats<Row extends { id: string }>(rows: Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}
