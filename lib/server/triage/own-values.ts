import 'server-only';
import { remember } from '@/lib/server/remember';
import type { Conversation, ConversationRow } from '@/lib/shared/contract/conversation';

type Values = Partial<Pick<Conversation, 'unreadCount' | 'isStarred' | 'assignedTo'>>;
type Entry = { values: Values; isDeleted: boolean; lastMessageAt: number | null; until: number };

/** GHL's search lags behind its writes (CONTRACT 1.3): for this long, what we wrote counts for more than what it says. */
const keptMs = 60_000;

/** Notes what was just written, so that every tab and a reload see it too. */
export function noteOwnValues(
  conversation: Pick<Conversation, 'locationId' | 'id' | 'lastMessage'>,
  values: Values,
  now = Date.now(),
): void {
  const { locationId, id, lastMessage } = conversation;
  const known = entriesOf(locationId).get(id);
  put(
    locationId,
    id,
    {
      values: { ...(known && known.until > now ? known.values : {}), ...values },
      isDeleted: false,
      lastMessageAt: lastMessage.at,
      until: now + keptMs,
    },
    now,
  );
}

export function noteOwnDelete(locationId: string, id: string, now = Date.now()): void {
  put(locationId, id, { values: {}, isDeleted: true, lastMessageAt: null, until: now + keptMs }, now);
}

/** The rows with our own newest values, until GHL's search agrees or the time is over; without those we deleted. */
export function withOwnValues(
  locationId: string,
  rows: readonly ConversationRow[],
  now = Date.now(),
): ConversationRow[] {
  const entries = entriesOf(locationId);
  if (entries.size === 0) return [...rows];
  return rows.flatMap((row) => {
    const entry = entries.get(row.id);
    if (!entry || entry.until <= now) return row;
    if (entry.isDeleted) return [];
    return row.kind === 'conversation' ? merged(row, entry) : row;
  });
}

/** GHL's search has caught up with these rows. Only its own answers say so: by id GHL knows at once what was written. */
export function dropAgreed(locationId: string, searched: readonly ConversationRow[]): void {
  const entries = entriesOf(locationId);
  for (const row of searched) {
    const entry = entries.get(row.id);
    if (!entry || entry.isDeleted || row.kind !== 'conversation') continue;
    const isAgreed = Object.entries(valuesFor(row, entry)).every(
      ([name, value]) => row[name as keyof Values] === value,
    );
    if (isAgreed) entries.delete(row.id);
  }
}

function merged(row: Conversation, entry: Entry): Conversation {
  return { ...row, ...valuesFor(row, entry) };
}

function valuesFor(row: Conversation, entry: Entry): Values {
  const { unreadCount, ...rest } = entry.values;
  // What came in after our change is unread by its own right.
  const isNewer = (row.lastMessage.at ?? 0) > (entry.lastMessageAt ?? 0);
  return unreadCount === undefined || isNewer ? rest : { unreadCount, ...rest };
}

function put(locationId: string, id: string, entry: Entry, now: number): void {
  const entries = entriesOf(locationId);
  for (const [known, { until }] of entries) if (until <= now) entries.delete(known);
  entries.set(id, entry);
}

function entriesOf(locationId: string): Map<string, Entry> {
  const all = remember('own-values', () => new Map<string, Map<string, Entry>>());
  const known = all.get(locationId) ?? new Map<string, Entry>();
  all.set(locationId, known);
  return known;
}
