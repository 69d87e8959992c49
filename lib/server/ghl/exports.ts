import 'server-only';
import { z } from 'zod';
import type { ExportFilter, ExportPage } from '@/lib/shared/contract/export';
import type { GhlClient, ReadOptions } from './client';
import { GhlCursorError, GhlCursorExpiredError, GhlHttpError, GhlShapeError } from './errors';
import { messageItem } from './message-wire';
import { callInfo, checkedId } from './operations';
import { withoutRepeats } from './unreadable';
import { unwrapped, wireCount, wireText } from './wire';

const operation = 'export-messages-by-location';
const defaultPageSize = 100;

const pageSchema = z.object({
  messages: z.array(z.unknown()),
  nextCursor: wireText,
  total: wireCount,
});

/**
 * A page of the location's messages over all conversations. Without a channel GHL leaves the emails out (CONTRACT
 * 1.11). A cursor lives some two minutes: after that this throws a `GhlCursorExpiredError`, and the way on is a new
 * export from the time of the last message.
 */
export async function exportMessages(
  ghl: GhlClient,
  filter: ExportFilter,
  { cursor = null, priority = 'bulk', signal }: ReadOptions & { cursor?: string | null } = {},
): Promise<ExportPage> {
  if (cursor !== null && !/^[\x21-\x7e]{1,4000}$/.test(cursor)) throw new GhlCursorError(callInfo(operation));
  const { conversationId, contactId, from, to } = filter;
  const query = {
    locationId: ghl.locationId,
    limit: filter.limit ?? defaultPageSize,
    cursor: cursor ?? undefined,
    sortBy: filter.sortBy,
    sortOrder: filter.sort === 'oldest' ? 'asc' : 'desc',
    conversationId: conversationId && checkedId(operation, 'conversationId', conversationId),
    contactId: contactId && checkedId(operation, 'contactId', contactId),
    channel: filter.channel,
    startDate: from === undefined ? undefined : new Date(from).toISOString(),
    endDate: to === undefined ? undefined : new Date(to).toISOString(),
  };
  const answer = await ghl
    .call(operation, { query, schema: z.unknown(), priority, signal })
    .catch((error: unknown) => {
      throw cursor !== null && isDeadCursor(error)
        ? new GhlCursorExpiredError(callInfo(operation), { cause: error })
        : error;
    });
  const { data } = pageSchema.safeParse(unwrapped(answer, 'messages'));
  if (!data) throw new GhlShapeError(callInfo(operation), { field: 'messages' });
  const messages = withoutRepeats(data.messages.map((item) => messageItem(item, null)));
  // A cursor that leads back to itself, or an empty page that promises more, would never end.
  const isGoingOn = messages.length > 0 && data.nextCursor !== cursor;
  return {
    messages,
    total: data.total === null ? null : Math.max(0, Math.trunc(data.total)),
    nextCursor: isGoingOn ? data.nextCursor : null,
  };
}

/** How GHL refuses a cursor that died is not recorded: any refusal of the request itself, once its first page was taken. */
function isDeadCursor(error: unknown): boolean {
  return error instanceof GhlHttpError && [400, 404, 410, 422].includes(error.status);
}
