import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ConversationFilter } from '@/lib/shared/contract/conversation';
import { GhlCursorError } from './errors';
import { callInfo } from './operations';

/**
 * A place in a list: the value of the last row given, and the rows of that value that were given already. GHL's own
 * cursor is the value alone, which loses the rows that share it across the edge of a page (CONTRACT 1.3).
 */
export type Place = {
  after: number;
  skip: string[];
  /** Inside a group too large for one answer: its rows up to this id were given, besides the skipped ones. */
  tiedAfter?: string;
};

/** Of a group that GHL can show at once there are never more; a cursor must fit into an address. */
const maxSkipped = 200;

const cursorSchema = z.strictObject({
  after: z.number().int(),
  skip: z.array(z.string().max(80)).max(200),
  tiedAfter: z.string().max(80).optional(),
  list: z.string(),
});

/** The place as one opaque text, bound to this location and filter: no other list takes it. */
export function writeCursor(place: Place, locationId: string, filter: ConversationFilter): string {
  const content = {
    ...place,
    skip: place.skip.slice(-maxSkipped),
    list: listKey(locationId, filter),
  };
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** Throws `GhlCursorError` for anything but a cursor that was written for this very list. */
export function readCursor(cursor: string, locationId: string, filter: ConversationFilter): Place {
  const { data } = cursorSchema.safeParse(decoded(cursor));
  if (data?.list !== listKey(locationId, filter)) throw new GhlCursorError(callInfo('search-conversation'));
  const { list: _, ...place } = data;
  return place;
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function listKey(locationId: string, filter: ConversationFilter): string {
  return createHash('sha256')
    .update(filterKey(filter) + locationId)
    .digest('base64url')
    .slice(0, 12);
}

/** The filter as one text, the same for equal filters. */
export function filterKey(filter: ConversationFilter): string {
  return JSON.stringify(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .sort(),
  );
}
