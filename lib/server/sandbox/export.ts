import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Answer, type Call, ok, requireOwnLocation } from './call';
import { statusSince } from './delivery';
import { indexOfDate, type Place, type Run, takePage } from './export-order';
import { type ExportQuery, readExportQuery } from './export-query';
import { isRecord, numberOf, textOf } from './fields';
import type { LocationState } from './location-state';
import { messageView } from './message-view';
import type { MessageRecord } from './records';
import { httpException } from './refusal';

/** How long a cursor can be used after the page that gave it (CONTRACT 1.11). */
const cursorLifeMs = 2 * 60_000;

/** GET …/export: flat, and the same cursor gives the same page as long as it lives (CONTRACT 1.1, 1.11). */
export function exportMessages(call: Call): Answer {
  const { location } = call;
  requireOwnLocation(call, call.query.get('locationId'));
  const query = readExportQuery(call.query);
  const now = location.now();
  const after = query.cursor === undefined ? undefined : placeOfCursor(location, query.cursor, now);
  const runs = runsOf(location, query, now);
  const messages = takePage(runs, query.sortOrder, after?.place, query.limit);
  const last = messages.at(-1);
  const isWhole = messages.length < query.limit;
  return ok({
    messages: messages.map((message) => messageView(message, now)),
    nextCursor: last && !isWhole ? cursorOf(location, query, last, now, after?.pitId) : null,
    total: runs.reduce((sum, run) => sum + run.to - run.from, 0),
  });
}

function runsOf(location: LocationState, query: ExportQuery, now: number): Run[] {
  const runs: Run[] = [];
  for (const id of conversationIds(location, query)) {
    const run = runOf(location, id, query, now);
    if (run && run.to > run.from) runs.push(run);
  }
  return runs;
}

function conversationIds(location: LocationState, query: ExportQuery): Iterable<string> {
  const { conversationId, contactId } = query;
  if (conversationId === undefined && contactId === undefined) return location.conversations.keys();
  const id = conversationId ?? location.conversationByContact.get(contactId ?? '') ?? '';
  const conversation = location.conversations.get(id);
  if (!conversation || (contactId !== undefined && conversation.contactId !== contactId)) return [];
  return [id];
}

function runOf(location: LocationState, id: string, query: ExportQuery, now: number): Run | undefined {
  const unbuilt = location.unbuiltThread(id);
  if (unbuilt) {
    if (!query.isWanted(unbuilt.messageType)) return undefined;
    const run: Run = { conversationId: id, from: 0, to: unbuilt.length, thread: unbuilt };
    if (query.startAt > Number.NEGATIVE_INFINITY) run.from = indexOfDate(run, query.startAt);
    if (query.endAt < Number.POSITIVE_INFINITY) run.to = indexOfDate(run, query.endAt, true);
    return run;
  }
  const wanted = location
    .messagesOf(id)
    .filter(
      ({ messageType, dateAdded }) =>
        query.isWanted(messageType) && dateAdded >= query.startAt && dateAdded <= query.endAt,
    )
    .map((message) => ({ message, at: sortDate(message, query, now) }));
  if (query.sortBy === 'updatedAt') wanted.sort((a, b) => a.at - b.at);
  return {
    conversationId: id,
    from: 0,
    to: wanted.length,
    thread: {
      dateAt: (i) => wanted[i]?.at ?? 0,
      messageAt: (i) => {
        const entry = wanted[i];
        if (!entry) throw new RangeError(`No message ${i} in ${id}`);
        return entry.message;
      },
    },
  };
}

function sortDate(message: MessageRecord, query: ExportQuery, now: number): number {
  return query.sortBy === 'updatedAt' ? statusSince(message, now) : message.dateAdded;
}

/** As the document's example: base64 of a point-in-time id with the last row's sort values and id. */
function cursorOf(
  location: LocationState,
  query: ExportQuery,
  last: MessageRecord,
  now: number,
  givenPitId: string | undefined,
): string {
  for (const [id, until] of location.exportCursors) if (until < now) location.exportCursors.delete(id);
  const pitId = givenPitId ?? randomUUID();
  location.exportCursors.set(pitId, now + cursorLifeMs);
  const lastSort = [sortDate(last, query, now), last.conversationId];
  return Buffer.from(JSON.stringify({ pitId, lastSort, lastId: last.id })).toString('base64');
}

function placeOfCursor(
  location: LocationState,
  cursor: string,
  now: number,
): { place: Place; pitId: string } {
  const { pitId, lastSort, lastId } = parseCursor(cursor);
  const [at, conversationId] = Array.isArray(lastSort) ? lastSort : [];
  const place = { at: numberOf(at), conversationId: textOf(conversationId), messageId: textOf(lastId) };
  const id = textOf(pitId);
  const isAlive = id !== undefined && (location.exportCursors.get(id) ?? 0) >= now;
  if (!isAlive || place.at === undefined || !place.conversationId || !place.messageId) {
    throw httpException(400, 'Invalid or expired cursor');
  }
  return {
    pitId: id,
    place: { at: place.at, conversationId: place.conversationId, messageId: place.messageId },
  };
}

function parseCursor(cursor: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    return isRecord(parsed) ? parsed : {};
  } catch {
    // Not one of ours: refused like one that has died.
    return {};
  }
}
