import 'server-only';
import { channelTypes } from '@/lib/shared/contract/channel';
import type { ConversationFilter } from '@/lib/shared/contract/conversation';
import type { GhlClient, ReadOptions } from './client';
import { filterKey } from './conversation-cursor';
import { maxSearchRows, type SearchQuery, searchOnce, searchQuery } from './conversation-query';
import type { PlacedRow } from './conversation-wire';

/** Paging through a large group asks for it again and again. */
const keptMs = 60_000;

type Group = { rows: PlacedRow[]; total: number };

/**
 * All conversations whose last message is of one and the same millisecond. GHL shows the first 100 of them and has no
 * way to the rest, so a larger group is asked for in parts, by each filter GHL has, until every part is small enough.
 * What cannot be told apart by any filter stays out of reach: more than 100 equal rows of equal status, direction,
 * owner and type.
 */
export async function tiedGroup(
  ghl: GhlClient,
  filter: ConversationFilter,
  value: number,
  step: number,
  options: ReadOptions,
): Promise<Group> {
  return ghl.reads.read(
    `conversations:tied:${value}:${filterKey(filter)}`,
    keptMs,
    async (shared) => {
      const query = { ...searchQuery(filter), startAfterDate: value + step, limit: maxSearchRows };
      const found = new Map<string, PlacedRow>();
      const total = await gather(ghl, query, value, divisions, found, shared);
      return { rows: [...found.values()], total };
    },
    options,
  );
}

/** One filter, and the values of it that the rows at hand make worth asking for. */
type Division = { name: string; isOpen(query: SearchQuery): boolean; values(rows: PlacedRow[]): string[] };

const divisions: Division[] = [
  { name: 'status', isOpen: ({ status }) => status === 'all', values: () => ['unread', 'read'] },
  {
    name: 'lastMessageDirection',
    isOpen: ({ lastMessageDirection }) => lastMessageDirection === undefined,
    values: () => ['inbound', 'outbound'],
  },
  {
    name: 'assignedTo',
    isOpen: ({ assignedTo }) => assignedTo === undefined,
    values: (rows) => seen(rows, ['unassigned'], (row) => row.assignedTo),
  },
  {
    name: 'lastMessageType',
    isOpen: ({ lastMessageType }) => lastMessageType === undefined,
    values: (rows) => seen(rows, Object.values(channelTypes), (row) => row.lastMessage.type),
  },
];

/** Adds the part of the group that the query shows, and when that is not all of it, its parts. Answers the total. */
async function gather(
  ghl: GhlClient,
  query: SearchQuery,
  value: number,
  [division, ...rest]: Division[],
  found: Map<string, PlacedRow>,
  options: ReadOptions,
): Promise<number> {
  const { rows, total } = await searchOnce(ghl, query, options);
  const tied = rows.filter(({ sortValue }) => sortValue === value);
  for (const placed of tied) found.set(placed.row.id, placed);
  if (tied.length < maxSearchRows || !division) return total;
  const parts = division.isOpen(query)
    ? division.values(tied).map((part) => ({ ...query, [division.name]: part }))
    : [query];
  for (const part of parts) await gather(ghl, part, value, rest, found, options);
  return total;
}

function seen(
  rows: PlacedRow[],
  always: string[],
  read: (row: Extract<PlacedRow['row'], { kind: 'conversation' }>) => string | null,
): string[] {
  const values = rows.flatMap(({ row }) => (row.kind === 'conversation' ? (read(row) ?? []) : []));
  return [...new Set([...values, ...always])];
}
