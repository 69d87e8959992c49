import 'server-only';
import { z } from 'zod';
import { channelTypes } from '@/lib/shared/contract/channel';
import type { ConversationFilter } from '@/lib/shared/contract/conversation';
import type { GhlClient, ReadOptions } from './client';
import { type PlacedRow, placedRow } from './conversation-wire';
import { GhlShapeError } from './errors';
import { callInfo } from './operations';
import { withoutRepeats } from './unreadable';
import { isRecord, wireCount } from './wire';

/** GHL never answers more rows than this, whatever is asked (CONTRACT 1.3). */
export const maxSearchRows = 100;

const answerSchema = z.object({ conversations: z.array(z.unknown()), total: wireCount });

export type SearchQuery = Record<string, string | number | undefined>;
/** `count`: how many rows GHL gave, repeated ones included. */
export type Found = { rows: PlacedRow[]; count: number; total: number };

/** One call of GHL's search. */
export async function searchOnce(
  ghl: GhlClient,
  query: SearchQuery,
  { priority, signal }: ReadOptions,
): Promise<Found> {
  const operation = 'search-conversation';
  const answer = await ghl.call(operation, {
    query: { locationId: ghl.locationId, ...query },
    schema: z.unknown(),
    priority,
    signal,
  });
  // Flat or wrapped once more, as other lists of GHL's are.
  const inner = isRecord(answer) && isRecord(answer.conversations) ? answer.conversations : answer;
  const { data } = answerSchema.safeParse(inner);
  if (!data) throw new GhlShapeError(callInfo(operation), { field: 'conversations' });
  const placed = data.conversations.map((row) => placedRow(row, ghl.locationId));
  const kept = new Set(withoutRepeats(placed.map(({ row }) => row)));
  const rows = placed.filter(({ row }) => kept.has(row));
  return { rows, count: placed.length, total: Math.max(0, Math.trunc(data.total ?? rows.length)) };
}

/** Rows by GHL's own filters, first page only: for looking up one conversation. */
export async function findConversations(
  ghl: GhlClient,
  query: { id?: string; contactId?: string },
  options: ReadOptions,
): Promise<PlacedRow[]> {
  return (await searchOnce(ghl, { ...query, limit: 20, status: 'all' }, options)).rows;
}

/** Exactly what GHL's search can filter by (CONTRACT 1.3). `startDate` and `endDate` mean when it was created. */
export function searchQuery(filter: ConversationFilter): SearchQuery {
  return {
    status: filter.status,
    query: filter.q,
    assignedTo: filter.assigned,
    lastMessageType: filter.channel && channelTypes[filter.channel],
    lastMessageDirection: filter.direction,
    startDate: filter.createdFrom,
    endDate: filter.createdTo,
    sortBy: 'last_message_date',
    sort: filter.sort === 'oldest' ? 'asc' : 'desc',
  };
}
