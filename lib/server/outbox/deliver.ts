import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { getConversation } from '@/lib/server/ghl/conversations';
import {
  GhlBudgetError,
  GhlCursorError,
  GhlError,
  GhlHttpError,
  GhlIdError,
  GhlNetworkError,
  GhlTimeoutError,
} from '@/lib/server/ghl/errors';
import { sendMessage } from '@/lib/server/ghl/send';
import { AppError } from '@/lib/server/http/app-error';
import { ghlToAppError } from '@/lib/server/http/ghl-to-app-error';
import { log } from '@/lib/server/logger';
import type { Send, SendRequest } from '@/lib/shared/contract/send';
import {
  claimRetry,
  claimSend,
  releaseClaim,
  type SendPlace,
  type SendRow,
  sendOf,
  settleSend,
} from './sends';
import { uploadUrls } from './uploads';

/** Sends once. A repeated call with the same client id answers how the first one stands, and sends nothing. */
export async function submitSend(
  ghl: GhlClient,
  place: SendPlace,
  personId: string,
  request: SendRequest,
): Promise<Send> {
  const attachmentUrls = await checkedUploadUrls(place, request);
  // Claimed before GHL is asked for anything: whoever looks meanwhile finds a send under way, not none.
  const { row, isNew } = await claimSend(place, personId, request);
  if (!isNew) return sendOf(row, personId);
  let message: OutgoingMessage;
  try {
    message = await messageFor(ghl, place, request, attachmentUrls);
  } catch (error) {
    // Nothing has left, so no row stays behind and the composer keeps the text.
    await releaseClaim(row.clientId);
    throw error;
  }
  return sendOf(await deliver(ghl, row, message), personId);
}

/** One more attempt of a send that GHL refused. */
export async function retrySend(
  ghl: GhlClient,
  place: SendPlace,
  personId: string,
  clientId: string,
): Promise<Send> {
  const claimed = await claimRetry(place, clientId);
  let message: OutgoingMessage;
  try {
    message = await messageFor(ghl, place, claimed.request, await checkedUploadUrls(place, claimed.request));
  } catch (error) {
    // Only what comes before the call may say `failed`: nothing has left.
    return sendOf(await settleSend(clientId, { state: 'failed', ...reasonOf(error) }), personId);
  }
  return sendOf(await deliver(ghl, claimed, message), personId);
}

type OutgoingMessage = Parameters<typeof sendMessage>[1];

/** What can be refused without asking GHL. The addresses come from our own record: a browser cannot name them. */
async function checkedUploadUrls(place: SendPlace, request: SendRequest): Promise<string[]> {
  if (request.text.trim() === '' && request.uploadIds.length === 0) {
    throw new AppError('bad_request', {
      message: 'There is nothing to send: write something or attach a file.',
    });
  }
  return uploadUrls(place, request.uploadIds);
}

/** The contact comes from the conversation: a browser cannot name it either. */
async function messageFor(
  ghl: GhlClient,
  place: SendPlace,
  request: SendRequest,
  attachmentUrls: string[],
): Promise<OutgoingMessage> {
  const { contactId } = await getConversation(ghl, place.conversationId);
  if (!contactId) {
    // Not `conflict`: on a send that word means one thing, that the id was used for another text.
    throw new AppError('bad_request', {
      message: 'This conversation has no contact in GoHighLevel, so nothing can be sent.',
    });
  }
  if (request.channel !== 'SMS' && request.channel !== 'Email') {
    throw new AppError('bad_request', { message: 'This channel cannot be written to here yet.' });
  }
  if (request.channel !== 'Email') return { channel: 'SMS', contactId, text: request.text, attachmentUrls };
  const { subject, text, cc, bcc, replyToEmailId } = request;
  return { channel: 'Email', contactId, subject, text, cc, bcc, replyToEmailId, attachmentUrls };
}

async function deliver(ghl: GhlClient, row: SendRow, message: OutgoingMessage): Promise<SendRow> {
  try {
    const { messageId, emailMessageId, conversationId } = await sendMessage(ghl, message);
    if (conversationId !== null && conversationId !== row.conversationId) {
      throw new AppError('ghl_unreadable', {
        message: 'GoHighLevel put this message into another conversation of the contact.',
      });
    }
    return await settleSend(row.clientId, { state: 'sent', messageId, emailId: emailMessageId });
  } catch (error) {
    const state = mayHaveLeft(error) ? 'unclear' : 'failed';
    log('warn', `send.${state}`, {
      locationId: row.locationId,
      operation: error instanceof GhlError ? error.operation : undefined,
      upstreamStatus: error instanceof GhlHttpError ? error.status : undefined,
      error: error instanceof GhlError ? undefined : error,
    });
    return settleSend(row.clientId, { state, ...reasonOf(error) });
  }
}

/** Thrown before a byte leaves. */
const neverAsked = [GhlBudgetError, GhlIdError, GhlCursorError];

/** Answers that say by their meaning that the message was not taken. Any other, a 408 or a redirect too, says nothing. */
const clearRefusals = new Set([400, 401, 403, 404, 413, 415, 422, 429]);

/** Whether the message may have been sent although the call failed. Only a clear no counts as "not sent". */
export function mayHaveLeft(error: unknown): boolean {
  if (error instanceof GhlHttpError) return !clearRefusals.has(error.status);
  if (error instanceof GhlNetworkError || error instanceof GhlTimeoutError) return error.wasWritten;
  return !neverAsked.some((kind) => error instanceof kind);
}

function reasonOf(error: unknown): { errorCode: string; errorMessage: string } {
  const known = error instanceof GhlError ? ghlToAppError(error) : error;
  const appError =
    known instanceof AppError
      ? known
      : new AppError('internal', { message: 'Something went wrong on our side.' });
  return { errorCode: appError.code, errorMessage: appError.writeMessage };
}
