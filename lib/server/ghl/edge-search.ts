import 'server-only';
import { createHash } from 'node:crypto';
import type { ConversationFilter } from '@/lib/shared/contract/conversation';
import type { GhlClient, ReadOptions } from './client';
import { filterKey } from './conversation-cursor';
import { maxSearchRows, searchOnce, searchQuery } from './conversation-query';
import type { PlacedRow } from './conversation-wire';
import { tiedGroup } from './tied-group';

/** The last value of a list, and what was given of it. */
type Edge = {
  value: number;
  given: { readonly size: number; has(id: string): boolean };
  /** The given ones as one text: equal ones are equal. */
  key: string;
  /** The group of this value is too large for one answer of GHL. */
  isTied: boolean;
};
export type EdgeRows = { rows: PlacedRow[]; total: number; isEnd: boolean; isTied: boolean };

const keptMs = 3_000;

/**
 * The next rows of one search from a value on, those of that very value that were not given yet first: for lists made
 * of several searches, which share one place. Null is the top.
 */
export function searchFromEdge(
  ghl: GhlClient,
  filter: ConversationFilter,
  edge: Edge | null,
  { limit, ...options }: ReadOptions & { limit: number },
): Promise<EdgeRows> {
  const place = edge && [edge.value, edge.isTied, createHash('sha256').update(edge.key).digest('base64url')];
  return ghl.reads.read(
    `conversations:edge:${limit}:${JSON.stringify(place)}:${filterKey(filter)}`,
    keptMs,
    (shared) => edgeRows(ghl, filter, edge, limit, shared),
    options,
  );
}

async function edgeRows(
  ghl: GhlClient,
  filter: ConversationFilter,
  edge: Edge | null,
  limit: number,
  options: ReadOptions,
): Promise<EdgeRows> {
  const query = searchQuery(filter);
  if (edge === null) return rowsOf(await searchOnce(ghl, { ...query, limit }, options), limit, limit, false);
  const { value, given, isTied } = edge;
  // GHL's cursor is exclusive: one step back, and the rows that share the value are asked for again (CONTRACT 1.3).
  const step = filter.sort === 'oldest' ? -1 : 1;
  if (!isTied) {
    const size = Math.min(maxSearchRows, limit + given.size);
    const found = await searchOnce(ghl, { ...query, startAfterDate: value + step, limit: size }, options);
    const fresh = found.rows.filter(({ row }) => !given.has(row.id));
    if (fresh.length > 0 || found.count < size) return rowsOf({ ...found, rows: fresh }, size, limit, false);
  }
  const group = await tiedGroup(ghl, filter, value, step, options);
  const left = group.rows
    .filter(({ row }) => !given.has(row.id))
    .sort((one, other) => (one.row.id < other.row.id ? -1 : 1));
  if (left.length > 0) return { rows: left.slice(0, limit), total: group.total, isEnd: false, isTied: true };
  return rowsOf(
    await searchOnce(ghl, { ...query, startAfterDate: value, limit }, options),
    limit,
    limit,
    true,
  );
}

function rowsOf(
  { rows, count, total }: { rows: PlacedRow[]; count: number; total: number },
  asked: number,
  limit: number,
  isTied: boolean,
): EdgeRows {
  return { rows: rows.slice(0, limit), total, isEnd: count < asked && rows.length <= limit, isTied };
}
