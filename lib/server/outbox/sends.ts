import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, gt, inArray, ne, not, or } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { instanceId, isPresent } from '@/lib/server/db/instances';
import { people } from '@/lib/server/db/schema';
import { sends } from '@/lib/server/db/send-schema';
import { AppError } from '@/lib/server/http/app-error';
import { type Send, type SendRequest, sendRequestSchema } from '@/lib/shared/contract/send';
import { attachmentsOf } from './uploads';

export type SendRow = typeof sends.$inferSelect;
export type SendPlace = { locationId: string; conversationId: string };

/** A send that GHL took stays in the list this long: until then the thread may not show its message yet. */
const justSentMs = 2 * 60_000;

/**
 * Claims a send under the id that the browser made. Committed as `sending` before anything leaves, so that neither a
 * double click, a replayed request nor a crash can send it twice. `isNew` is true for exactly one caller.
 */
export async function claimSend(
  place: SendPlace,
  personId: string,
  request: SendRequest,
): Promise<{ row: SendRow; isNew: boolean }> {
  const db = await database();
  const now = new Date();
  const [made] = await db
    .insert(sends)
    .values({
      ...place,
      clientId: request.clientId,
      personId,
      request,
      state: 'sending',
      holder: instanceId(),
      attempts: 1,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing()
    .returning();
  if (made) return { row: made, isNew: true };
  const row = await findSend(place, request.clientId);
  // Not compared as text: the database orders the keys anew.
  const isSame = row?.personId === personId && isDeepStrictEqual(row.request, request);
  if (!row || !isSame) throw new AppError('conflict');
  return { row, isNew: false };
}

/** Takes a claim back before anything has left, so that nothing of it stays behind. */
export async function releaseClaim(clientId: string): Promise<void> {
  const db = await database();
  await db.delete(sends).where(and(eq(sends.clientId, clientId), eq(sends.state, 'sending')));
}

/** Claims a refused send for one more attempt; of two that ask at once only one gets it. */
export async function claimRetry(place: SendPlace, clientId: string): Promise<SendRow> {
  const db = await database();
  const row = await requireSend(place, clientId);
  const [claimed] = await db
    .update(sends)
    .set({
      state: 'sending',
      holder: instanceId(),
      attempts: row.attempts + 1,
      errorCode: null,
      errorMessage: null,
      updatedAt: new Date(),
    })
    .where(
      and(
        eq(sends.clientId, clientId),
        eq(sends.state, 'failed'),
        eq(sends.isDismissed, false),
        eq(sends.attempts, row.attempts),
      ),
    )
    .returning();
  if (!claimed)
    throw new AppError('conflict', { message: 'This send is already under way, was sent, or was put away.' });
  return claimed;
}

type Outcome =
  | { state: 'sent'; messageId: string; emailId: string | null }
  | { state: 'failed' | 'unclear'; errorCode: string; errorMessage: string };

export async function settleSend(clientId: string, outcome: Outcome): Promise<SendRow> {
  const db = await database();
  const [row] = await db
    .update(sends)
    .set({ ...outcome, updatedAt: new Date() })
    .where(eq(sends.clientId, clientId))
    .returning();
  if (!row) throw new AppError('internal');
  return row;
}

/** Puts a refused or unclear send away. One that is under way cannot be. */
export async function dismissSend(place: SendPlace, clientId: string): Promise<void> {
  const db = await database();
  const [row] = await db
    .update(sends)
    .set({ isDismissed: true })
    .where(and(inPlace(place), eq(sends.clientId, clientId), inArray(sends.state, ['failed', 'unclear'])))
    .returning({ clientId: sends.clientId });
  if (!row) throw new AppError('not_found', { message: 'This send does not exist, or is still under way.' });
}

/** Sends of a conversation that its thread does not show (yet), oldest first. */
export async function listSends(place: SendPlace, personId: string): Promise<Send[]> {
  const db = await database();
  const rows = await db
    .select()
    .from(sends)
    .where(
      and(
        inPlace(place),
        eq(sends.isDismissed, false),
        or(ne(sends.state, 'sent'), gt(sends.updatedAt, new Date(Date.now() - justSentMs))),
      ),
    )
    .orderBy(asc(sends.createdAt));
  return Promise.all(rows.map((row) => sendOf(row, personId)));
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

/** What was under way when its process ended may or may not have left: it is never repeated by itself. */
export async function recoverInterruptedSends(): Promise<void> {
  const db = await database();
  await db
    .update(sends)
    .set({
      state: 'unclear',
      errorCode: 'interrupted',
      errorMessage: 'Parley was stopped while this was being sent.',
    })
    .where(and(eq(sends.state, 'sending'), not(isPresent(sends.holder))));
}

export async function sendOf(row: SendRow, personId: string): Promise<Send> {
  const db = await database();
  const [author] = await db.select({ name: people.name }).from(people).where(eq(people.id, row.personId));
  const request = sendRequestSchema.parse({ ...row.request, clientId: row.clientId });
  return {
    clientId: row.clientId,
    conversationId: row.conversationId,
    contactName: null,
    state: row.state,
    request,
    attachments: await attachmentsOf(row, request.uploadIds),
    authorName: author?.name ?? 'Someone who is not here any more',
    isMine: row.personId === personId,
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
    leavesInMs: null,
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

async function requireSend(place: SendPlace, clientId: string): Promise<SendRow> {
  const row = await findSend(place, clientId);
  if (!row) throw new AppError('not_found', { message: 'This send does not exist, or not any more.' });
  return row;
}

async function findSend(place: SendPlace, clientId: string): Promise<SendRow | undefined> {
  const db = await database();
  const [row] = await db
    .select()
    .from(sends)
    .where(and(inPlace(place), eq(sends.clientId, clientId)));
  return row;
}

function inPlace({ locationId, conversationId }: SendPlace) {
  return and(eq(sends.locationId, locationId), eq(sends.conversationId, conversationId));
}
