import 'server-only';
import { and, asc, eq, gt, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { people } from '@/lib/server/db/schema';
import { sends } from '@/lib/server/db/send-schema';
import { conversationStates, waiting } from '@/lib/server/db/triage-schema';
import { AppError } from '@/lib/server/http/app-error';
import { knownRow } from '@/lib/server/triage/known-rows';
import { type Send, sendRequestSchema } from '@/lib/shared/contract/send';
import { attachmentsOf } from './uploads';

export type SendRow = typeof sends.$inferSelect;
export type SendPlace = { locationId: string; conversationId: string };

/** A send that GHL took stays in the list this long: until then the thread may not show its message yet. */
const justSentMs = 2 * 60_000;

/** Sends of a conversation that its thread does not show (yet), oldest first. */
export function listSends(place: SendPlace, personId: string): Promise<Send[]> {
  const isOpen = or(
    sql`${sends.state} not in ('sent', 'withdrawn')`,
    and(eq(sends.state, 'sent'), gt(sends.endedAt, sql`now() - ${milliseconds(justSentMs)}`)),
    // Taken back by something other than a person who knows of it.
    and(eq(sends.state, 'withdrawn'), isNotNull(sends.errorCode)),
  );
  return sendsWhere(and(inPlace(place), eq(sends.isDismissed, false), isOpen), personId);
}

/** The send as it stands now, for the person who asks. */
export async function sendOf(place: SendPlace, clientId: string, personId: string): Promise<Send> {
  const [send] = await sendsWhere(and(inPlace(place), eq(sends.clientId, clientId)), personId);
  if (!send) throw new AppError('not_found', { message: 'This send does not exist, or not any more.' });
  return send;
}

export async function sendsWhere(where: SQL | undefined, personId: string, limit = 500): Promise<Send[]> {
  const db = await database();
  const found = await db
    .select({ row: sends, authorName: people.name, leavesInMs, contactName })
    .from(sends)
    .leftJoin(people, eq(people.id, sends.personId))
    .where(where)
    .orderBy(asc(sends.createdAt), asc(sends.clientId))
    .limit(limit);
  return Promise.all(found.map((one) => shown(one, personId)));
}

/** By the database's clock, as everything that waits. */
const leavesInMs = sql<number | null>`case when ${sends.state} = 'held' then
  greatest(0, extract(epoch from greatest(${sends.dueAt}, ${sends.retryAt}) - now()) * 1000)::float8 end`;

/** From the newest copy of the conversation's row that we hold; a contact without a name is called by number or address. */
const contactName = sql<string | null>`coalesce(
  ${nameIn(waiting)}, ${nameIn(conversationStates)})`;

function nameIn(table: typeof waiting | typeof conversationStates): SQL {
  const name = sql`coalesce(k.row ->> 'contactName', k.row ->> 'phone', k.row ->> 'email')`;
  return sql`(select ${name} from ${table} k where k.location_id = ${sends.locationId}
    and k.conversation_id = ${sends.conversationId})`;
}

type FoundSend = {
  row: SendRow;
  authorName: string | null;
  leavesInMs: number | null;
  contactName: string | null;
};

async function shown(found: FoundSend, personId: string): Promise<Send> {
  const { row, authorName } = found;
  const request = sendRequestSchema.parse({ ...row.request, clientId: row.clientId });
  return {
    clientId: row.clientId,
    conversationId: row.conversationId,
    contactName: knownRow(row.locationId, row.conversationId)?.contactName ?? found.contactName,
    state: row.state,
    request,
    attachments: await attachmentsOf(row, request.uploadIds),
    authorName: authorName ?? 'Someone who is not here any more',
    isMine: row.personId === personId,
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
    leavesInMs: found.leavesInMs === null ? null : Math.ceil(found.leavesInMs),
    attempts: row.attempts,
    scheduledFor: row.scheduledFor?.getTime() ?? null,
    messageId: row.messageId,
    emailId: row.emailId,
    newerMessageId: row.newerMessageId,
    againOf: row.againOf,
    deliveryStatus: row.deliveryStatus,
    error: row.errorCode ? { code: row.errorCode, message: row.errorMessage ?? '' } : null,
  };
}

/** Who sent these messages from here: GHL shows only the token. */
export async function authorsOf(locationId: string, messageIds: string[]): Promise<Record<string, string>> {
  if (messageIds.length === 0) return {};
  const db = await database();
  const rows = await db
    .select({ messageId: sends.messageId, name: people.name })
    .from(sends)
    .innerJoin(people, eq(people.id, sends.personId))
    .where(and(eq(sends.locationId, locationId), inArray(sends.messageId, messageIds)));
  return Object.fromEntries(rows.flatMap(({ messageId, name }) => (messageId ? [[messageId, name]] : [])));
}

/** The ids that this person's sends of a conversation have in GHL, of messages and of mails. */
export async function ownMessageIds(place: SendPlace, personId: string): Promise<Set<string>> {
  const db = await database();
  const rows = await db
    .select({ messageId: sends.messageId, emailId: sends.emailId })
    .from(sends)
    .where(and(inPlace(place), eq(sends.personId, personId), ne(sends.state, 'held')));
  // An email item is known by the mails in it: others may have written there too.
  return new Set(rows.flatMap(({ messageId, emailId }) => emailId ?? messageId ?? []));
}

export async function findSend(place: SendPlace, clientId: string): Promise<SendRow | undefined> {
  const db = await database();
  const [row] = await db
    .select()
    .from(sends)
    .where(and(inPlace(place), eq(sends.clientId, clientId)));
  return row;
}

export function inPlace({ locationId, conversationId }: SendPlace) {
  return and(eq(sends.locationId, locationId), eq(sends.conversationId, conversationId));
}

export function milliseconds(ms: number) {
  return sql`${`${Math.round(ms)} milliseconds`}::interval`;
}
