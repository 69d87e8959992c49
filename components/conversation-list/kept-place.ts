import * as z from 'zod/mini';

/** Where a list was scrolled to: the row at the top of the view and how much of it was out of sight. */
const keptPlaceSchema = z.object({
  list: z.string(),
  id: z.string(),
  index: z.number(),
  offset: z.number(),
});
export type KeptPlace = z.infer<typeof keptPlaceSchema>;

type Row = { readonly id: string };

/** The place of a scroll position; null at the very top, which needs no keeping. */
export function placeAt(
  list: string,
  rows: readonly Row[],
  scrollTop: number,
  rowHeight: number,
): KeptPlace | null {
  const index = Math.floor(scrollTop / rowHeight);
  const row = rows[index];
  return row && scrollTop > 0 ? { list, id: row.id, index, offset: scrollTop - index * rowHeight } : null;
}

/**
 * What to do to get back to a place: scroll there, read more first, or nothing. A row that is gone, or not found in what
 * may be read, leaves its number.
 */
export function wayBack(
  place: KeptPlace,
  rows: readonly Row[],
  { rowHeight, canLoad }: { rowHeight: number; canLoad: boolean },
): { scrollTop: number } | 'load' | null {
  const found = rows.findIndex(({ id }) => id === place.id);
  if (found >= 0) return { scrollTop: found * rowHeight + place.offset };
  if (canLoad) return 'load';
  const index = Math.min(place.index, rows.length - 1);
  return index > 0 ? { scrollTop: index * rowHeight } : null;
}

/** Whether a browser that goes back by itself could not get as far as the kept place, for want of rows. */
export function isCutOff(
  place: KeptPlace | null,
  scrollTop: number,
  endOfScroll: number,
  rowHeight: number,
): boolean {
  return place !== null && scrollTop >= endOfScroll - 1 && place.index * rowHeight > scrollTop;
}

export function parsePlace(text: string | null, list: string): KeptPlace | null {
  try {
    const place = keptPlaceSchema.parse(JSON.parse(text ?? ''));
    return place.list === list ? place : null;
  } catch {
    return null;
  }
}
