/** What is selected in a list, by id; or all that its filter matches, known or not, but for some. */
export type Selection = {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins and ends: it grows and shrinks from its anchor. */
  readonly anchor: string | null;
  readonly head: string | null;
  /** Not null: everything that matches is selected, without these. `ids` is empty then. */
  readonly exceptIds: ReadonlySet<string> | null;
  /** All that was loaded was taken at once: whoever did so may have meant all that matches. */
  readonly isWhole?: boolean;
};

export const noSelection: Selection = { ids: new Set(), anchor: null, head: null, exceptIds: null };

export function isSelected({ ids, exceptIds }: Selection, id: string): boolean {
  return exceptIds ? !exceptIds.has(id) : ids.has(id);
}

export function isEmpty({ ids, exceptIds }: Selection): boolean {
  return ids.size === 0 && exceptIds === null;
}

/** How many; `total` is what the filter matches. */
export function selectedCount({ ids, exceptIds }: Selection, total: number): number {
  return exceptIds ? Math.max(0, total - exceptIds.size) : ids.size;
}

export function toggled(selection: Selection, id: string): Selection {
  const { ids, exceptIds } = selection;
  const place = { anchor: id, head: id };
  if (exceptIds) return { ...place, ids, exceptIds: flipped(exceptIds, id) };
  return { ...place, ids: flipped(ids, id), exceptIds: null };
}

/** The range from its anchor (or from `fromId`, when there is none yet) to `toId`; what it covered before and does not any more is let go. */
export function extended(
  selection: Selection,
  rowIds: readonly string[],
  fromId: string,
  toId: string,
): Selection {
  if (selection.exceptIds) return selection;
  const isKnown = selection.anchor !== null && rowIds.includes(selection.anchor);
  const anchor = isKnown && selection.anchor !== null ? selection.anchor : fromId;
  const ids = new Set(selection.ids);
  if (isKnown && selection.head !== null) {
    for (const id of between(rowIds, anchor, selection.head)) ids.delete(id);
  }
  for (const id of between(rowIds, anchor, toId)) ids.add(id);
  return { ids, anchor, head: toId, exceptIds: null };
}

export function allOf(rowIds: readonly string[]): Selection {
  const place = { anchor: rowIds[0] ?? null, head: rowIds.at(-1) ?? null };
  return { ...place, ids: new Set(rowIds), exceptIds: null, isWhole: true };
}

export function allThatMatch(): Selection {
  return { ...noSelection, exceptIds: new Set() };
}

/** After they were done away with, or are not there any more. */
export function withoutIds(selection: Selection, gone: Iterable<string>): Selection {
  const ids = new Set(selection.ids);
  for (const id of gone) ids.delete(id);
  return ids.size === selection.ids.size ? selection : { ...selection, ids };
}

/**
 * Those selected one by one that have left the list: they were in it and are not, though it still reaches as far as where
 * they stood, or has been read to its end. What is only not read yet, or not read again, stays selected.
 */
export function leftIds(
  { ids }: Selection,
  before: readonly string[],
  after: readonly string[],
  isWhole: boolean,
): string[] {
  if (ids.size === 0) return [];
  const now = new Set(after);
  if (isWhole) return [...ids].filter((id) => !now.has(id));
  const reach = before.findLastIndex((id) => now.has(id));
  return before.slice(0, Math.max(0, reach)).filter((id) => ids.has(id) && !now.has(id));
}

function flipped(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

function between(rowIds: readonly string[], a: string, b: string): readonly string[] {
  const [from, to] = [rowIds.indexOf(a), rowIds.indexOf(b)].sort((x, y) => x - y);
  return from === undefined || to === undefined || from < 0 ? [] : rowIds.slice(from, to + 1);
}
