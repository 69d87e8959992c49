import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import { AppError } from '@/lib/server/http/app-error';
import { settingsOf } from '@/lib/server/person/person-settings';
import {
  maxScheduleAheadMs,
  type Send,
  type SendChannel,
  type SendRequest,
} from '@/lib/shared/contract/send';
import { nudgeOutbox } from './nudge';
import { findSend, milliseconds, type SendPlace, type SendRow, sendOf } from './sends';
import { uploadUrls } from './uploads';

/** Of a chat every second counts; a comment reaches nobody outside. */
const leaveAtOnce = new Set<SendChannel>(['Live_Chat', 'InternalComment']);
/** What GHL sends later by itself. */
const notScheduled = new Set<SendChannel>(['Live_Chat', 'InternalComment', 'Review']);

/**
 * Takes a send over: from here on it is ours to bring out, once. GHL is not asked. A repeated call with the same client
 * id answers how the first one stands.
 */
export async function submitSend(place: SendPlace, personId: string, request: SendRequest): Promise<Send> {
  const known = await findSend(place, request.clientId);
  if (!known) {
    refuseEmpty(request);
    refuseSchedule(request);
    await uploadUrls(place, request.uploadIds);
    await keepSend(place, personId, request);
    nudgeOutbox();
  } else requireSame(known, personId, request);
  return sendOf(place, request.clientId, personId);
}

async function keepSend(place: SendPlace, personId: string, request: SendRequest): Promise<void> {
  const { sendUndoSeconds } = (await settingsOf(personId)).settings;
  const undoMs = leaveAtOnce.has(request.channel) ? 0 : sendUndoSeconds * 1000;
  const db = await database();
  const [made] = await db
    .insert(sends)
    .values({
      ...place,
      clientId: request.clientId,
      personId,
      request,
      state: 'held',
      dueAt: sql`now() + ${milliseconds(undoMs)}`,
      attempts: 0,
      scheduledFor: request.schedule && new Date(request.schedule.at),
      cancelsOnAnswer: request.schedule?.cancelsOnAnswer ?? false,
      createdAt: sql`now()`,
      updatedAt: sql`now()`,
    })
    .onConflictDoNothing()
    .returning({ clientId: sends.clientId });
  if (made) return;
  // Somebody was quicker: another tab, or the same request once more.
  requireSame(await findSend(place, request.clientId), personId, request);
}

function requireSame(row: SendRow | undefined, personId: string, request: SendRequest): void {
  // Not compared as text: the database orders the keys anew. What the writer had seen by then is no part of what is sent.
  const isSame =
    row !== undefined && isDeepStrictEqual({ ...row.request, seen: null }, { ...request, seen: null });
  if (row?.personId !== personId || !isSame) throw new AppError('conflict');
}

function refuseEmpty(request: SendRequest): void {
  const isCarried =
    (request.channel === 'Email' && request.forward !== null) ||
    ('templateId' in request && request.templateId !== null);
  if (request.text.trim() !== '' || request.uploadIds.length > 0 || isCarried) return;
  throw new AppError('bad_request', {
    message: 'There is nothing to send: write something or attach a file.',
  });
}

function refuseSchedule({ channel, schedule }: SendRequest): void {
  if (!schedule) return;
  const aheadMs = schedule.at - Date.now();
  const message = notScheduled.has(channel)
    ? 'GoHighLevel cannot send this kind later. Send it when it is time.'
    : aheadMs <= 0
      ? 'This time has passed. Choose a later one.'
      : aheadMs > maxScheduleAheadMs
        ? 'This is more than a year ahead. Choose an earlier time.'
        : null;
  if (message) throw new AppError('bad_request', { message });
}
