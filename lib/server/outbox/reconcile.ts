import 'server-only';
import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { ghlFor } from '@/lib/server/connection/connection';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import type { GhlClient } from '@/lib/server/ghl/client';
import { getEmailWithUrls } from '@/lib/server/ghl/emails';
import { htmlExcerpt } from '@/lib/server/ghl/html-text';
import { listMessages } from '@/lib/server/ghl/messages';
import { listNotes } from '@/lib/server/ghl/notes';
import { log } from '@/lib/server/logger';
import type { Message } from '@/lib/shared/contract/message';
import { type Found, matchSends, type Sought } from './match';
import { isNoteOf } from './note-text';
import { inPlace, milliseconds, type SendPlace, type SendRow } from './sends';
import { noteStatus } from './settle';

const pageSize = 100;
/** Mails of one item that are looked at, newest first. */
const maxMails = 6;
const maxMailLength = 200_000;
/** So long after its call ended a send is looked for. */
const soughtForMs = 24 * 60 * 60_000;

/** Looks for what is unclear in the thread, and writes down what is found. Throws where the thread cannot be read. */
export async function reconcile(place: SendPlace): Promise<void> {
  const rows = await soughtRows(place);
  if (!rows.some((row) => row.state !== 'sending')) return;
  const ghl = await ghlFor(place.locationId);
  if (!ghl) throw new Error('This location is not connected.');
  const notes = rows.filter((row) => row.deliveryStatus === noteStatus);
  const messages = rows.filter((row) => row.deliveryStatus !== noteStatus);
  if (messages.length > 0) {
    const matches = matchSends(messages.map(soughtOf), await unclaimed(ghl, place, messages));
    for (const row of messages) {
      const found = matches.get(row.clientId);
      if (found && row.state !== 'sending') await claimMessage(row, found.messageId, found.emailId);
    }
  }
  for (const row of notes) if (row.state === 'unclear') await findNote(ghl, row);
}

/** What has no message yet and began a call. Who is under way takes part, so that nobody takes what is theirs. */
async function soughtRows(place: SendPlace): Promise<SendRow[]> {
  const db = await database();
  return db
    .select()
    .from(sends)
    .where(
      and(
        inPlace(place),
        isNull(sends.messageId),
        isNotNull(sends.startedAt),
        or(
          eq(sends.state, 'sending'),
          // What a person could not find in a day is not found in what somebody writes months later.
          and(eq(sends.state, 'unclear'), sql`${sends.endedAt} > now() - ${milliseconds(soughtForMs)}`),
          // Seen by a person to have arrived.
          and(eq(sends.state, 'sent'), isNotNull(sends.checkAt)),
        ),
      ),
    );
}

function soughtOf(row: SendRow): Sought {
  const { request } = row;
  const startedAt = row.startedAt?.getTime() ?? 0;
  return {
    clientId: row.clientId,
    channel: request.channel,
    text: request.text,
    subject: request.channel === 'Email' ? request.subject : null,
    attachmentCount: request.uploadIds?.length ?? 0,
    baselineAt: row.baselineAt ?? 0,
    startedAt,
    endedAt: row.endedAt?.getTime() ?? startedAt,
    isUnderWay: row.state === 'sending',
  };
}

/** What went out of this thread and is no send's yet. */
async function unclaimed(ghl: GhlClient, place: SendPlace, rows: readonly SendRow[]): Promise<Found[]> {
  // What was read a moment ago may lack what is looked for.
  ghl.reads.drop([`messages:${place.conversationId}:`]);
  const { messages } = await listMessages(ghl, place.conversationId, { limit: pageSize });
  const claimed = await claimedIds(place);
  const since = Math.min(...rows.map(({ baselineAt }) => baselineAt ?? 0));
  const hasEmails = rows.some(({ request }) => request.channel === 'Email');
  const found: Found[] = [];
  for (const message of messages) {
    if (message.kind !== 'message' || message.at === null || message.at < since) continue;
    if (message.emailIds.length > 0) {
      if (hasEmails) found.push(...(await mailsOf(ghl, message, claimed)));
    } else if (message.direction === 'outbound' && !claimed.has(message.id)) {
      found.push({
        messageId: message.id,
        emailId: null,
        type: message.type,
        source: message.source,
        text: message.body ?? '',
        subject: message.subject,
        attachmentCount: message.attachments.length,
        at: message.at,
      });
    }
  }
  return found;
}

async function mailsOf(ghl: GhlClient, item: Message, claimed: ReadonlySet<string>): Promise<Found[]> {
  const found: Found[] = [];
  for (const emailId of item.emailIds.slice(-maxMails)) {
    if (claimed.has(emailId)) continue;
    const { email, source } = await getEmailWithUrls(ghl, emailId);
    if (email.direction !== 'outbound' || email.at === null) continue;
    found.push({
      messageId: item.id,
      emailId,
      type: item.type,
      source,
      text: email.html === null ? (email.text ?? '') : htmlExcerpt(email.html, maxMailLength),
      subject: email.subject,
      attachmentCount: email.attachments.length,
      at: email.at,
    });
  }
  return found;
}

async function claimedIds(place: SendPlace): Promise<Set<string>> {
  const db = await database();
  const rows = await db
    .select({ messageId: sends.messageId, emailId: sends.emailId })
    .from(sends)
    .where(and(inPlace(place), isNotNull(sends.messageId)));
  return new Set(rows.flatMap(({ messageId, emailId }) => emailId ?? messageId ?? []));
}

/** One message is one send: the database refuses a second. */
async function claimMessage(row: SendRow, messageId: string | null, emailId: string | null): Promise<void> {
  const db = await database();
  try {
    await db
      .update(sends)
      .set({
        state: sql`case when ${sends.scheduledFor} > now() then 'scheduled' else 'sent' end`,
        // What is still to go out can be taken back: it is shown, although it was put away.
        isDismissed: sql`${sends.isDismissed} and not coalesce(${sends.scheduledFor} > now(), false)`,
        messageId,
        emailId,
        errorCode: null,
        errorMessage: null,
        endedAt: sql`now()`,
        checks: 0,
        checkAt: sql`now() + ${milliseconds(1_000)}`,
        updatedAt: sql`now()`,
      })
      .where(
        and(
          eq(sends.clientId, row.clientId),
          inArray(sends.state, ['unclear', 'sent']),
          isNull(sends.messageId),
        ),
      );
    log('info', 'send.found', { locationId: row.locationId });
  } catch (error) {
    // Another send has just claimed it: the next look knows.
    log('warn', 'send.not-claimed', { locationId: row.locationId, error });
  }
}

/** A comment that became a note of the contact does not stand in the thread. */
async function findNote(ghl: GhlClient, row: SendRow): Promise<void> {
  if (!row.contactId) return;
  ghl.reads.drop([`notes:${row.contactId}`]);
  const since = (row.startedAt?.getTime() ?? 0) - 60_000;
  const notes = await listNotes(ghl, row.contactId);
  const { text } = row.request;
  if (notes.some((note) => isNoteOf(note.text, text) && (note.at === null || note.at >= since)))
    await claimMessage(row, null, null);
}
