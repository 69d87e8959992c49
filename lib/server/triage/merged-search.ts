import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GhlClient, ReadOptions } from '@/lib/server/ghl/client';
import { searchConversations } from '@/lib/server/ghl/conversation-search';
import { AppError } from '@/lib/server/http/app-error';
import type {
  ConversationFilter,
  ConversationPage,
  ConversationRow,
} from '@/lib/shared/contract/conversation';

/**
 * Where a list of several searches stands: for each the page that is not used up (null: its first, `end`: none is
 * left), and the last time given with the rows of that very time, which its page holds again.
 */
const placeSchema = z.strictObject({
  edge: z.number().nullable(),
  given: z.array(z.string().max(80)).max(2000),
  parts: z.array(z.string().nullable()).max(100),
  of: z.string(),
});
type Place = z.infer<typeof placeSchema>;
type Dated = { row: ConversationRow; at: number };
type Part = { cursor: string | null; rows: Dated[]; nextCursor: string | null };

const end = 'end';

/**
 * One page of several searches as one list by time: GHL takes one channel at a time. Every row comes once, rows of
 * equal time too. The page is as long as is certain: to where the first of the searches would have to be asked again.
 */
export async function mergedSearch(
  ghl: GhlClient,
  filters: readonly ConversationFilter[],
  { cursor, ...options }: ReadOptions & { cursor: string | null; limit: number },
): Promise<ConversationPage> {
  const of = createHash('sha256')
    .update(JSON.stringify([ghl.locationId, filters]))
    .digest('base64url')
    .slice(0, 12);
  const place: Place =
    cursor === null
      ? { edge: null, given: [], parts: filters.map(() => null), of }
      : readPlace(cursor, of, filters.length);
  // Times run down in a list of the newest first; turned round, the same comparisons hold for the other order.
  const sign = filters[0]?.sort === 'oldest' ? -1 : 1;
  let total = 0;
  const parts = await Promise.all(
    filters.map(async (filter, index): Promise<Part | null> => {
      const from = place.parts[index] ?? null;
      if (from === end) return null;
      const page = await searchConversations(ghl, filter, { ...options, cursor: from });
      total += page.total;
      const left = dated(page.conversations, sign).filter(({ row, at }) => !wasGiven(place, row, at));
      return { cursor: from, rows: left, nextCursor: page.nextCursor };
    }),
  );
  const going = parts.filter((part) => part !== null);
  // Beyond the last row of a page that is not the last one, its search may hold rows that belong in between.
  const certain = Math.max(
    Number.NEGATIVE_INFINITY,
    ...going
      .filter(({ nextCursor }) => nextCursor !== null)
      .map((part) => part.rows.at(-1)?.at ?? place.edge ?? Number.POSITIVE_INFINITY),
  );
  const rows = going
    .flatMap((part) => part.rows.filter(({ at }) => at >= certain))
    .sort((one, other) => other.at - one.at);
  const edge = rows.at(-1)?.at ?? place.edge;
  const before = edge === place.edge ? place.given : [];
  const next: Place = {
    edge,
    given: [...before, ...rows.filter(({ at }) => at === edge).map(({ row }) => row.id)],
    parts: parts.map((part) => {
      if (part === null) return end;
      return part.rows.some(({ at }) => at < certain) ? part.cursor : (part.nextCursor ?? end);
    }),
    of,
  };
  const isEnd = next.parts.every((part) => part === end);
  return {
    conversations: rows.map(({ row }) => row),
    total,
    nextCursor: isEnd ? null : Buffer.from(JSON.stringify(next)).toString('base64url'),
    isPartial: false,
  };
}

function wasGiven({ edge, given }: Place, row: ConversationRow, at: number): boolean {
  return edge !== null && (at > edge || (at === edge && given.includes(row.id)));
}

/** A row without a time stands where it was found. */
function dated(rows: readonly ConversationRow[], sign: 1 | -1): Dated[] {
  let last = Number.MAX_SAFE_INTEGER;
  return rows.map((row) => {
    const at = row.kind === 'conversation' ? row.lastMessage.at : null;
    last = at === null ? last : Math.min(last, at * sign);
    return { row, at: last };
  });
}

function readPlace(cursor: string, of: string, count: number): Place {
  const { data } = placeSchema.safeParse(decoded(cursor));
  if (data?.of === of && data.parts.length === count) return data;
  throw new AppError('bad_request', {
    message: 'The place in the list is not known any more. Start at the top.',
  });
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
