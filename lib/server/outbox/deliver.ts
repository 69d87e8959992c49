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
import { claimRetry, claimSend, type SendPlace, type SendRow, sendOf, settleSend } from './sends';
import { uploadUrls } from './uploads';

/** Sends once. A repeated call with the same client id answers how the first one stands, and sends nothing. */
export async function submitSend(
  ghl: GhlClient,
  place: SendPlace,
  personId: string,
  request: SendRequest,
): Promise<Send> {
  // Looked up before the claim: a refusal here leaves no row behind, and the composer keeps the text.
  const message = await messageFor(ghl, place, request);
  const { row, isNew } = await claimSend(place, personId, request);
  return sendOf(isNew ? await deliver(ghl, row, message) : row);
}

/** One more attempt of a send that GHL refused. */
export async function retrySend(ghl: GhlClient, place: SendPlace, clientId: string): Promise<Send> {
  const claimed = await claimRetry(place, clientId);
  try {
    const message = await messageFor(ghl, place, claimed.request);
    return sendOf(await deliver(ghl, claimed, message));
  } catch (error) {
    // Nothing has left: `deliver` settles what it throws.
    return sendOf(await settleSend(clientId, { state: 'failed', ...reasonOf(error) }));
  }
}

type OutgoingMessage = Parameters<typeof sendMessage>[1];

/** The contact comes from the conversation and the addresses from our own record: neither can be named by a browser. */
async function messageFor(ghl: GhlClient, place: SendPlace, request: SendRequest): Promise<OutgoingMessage> {
  const conversation = await getConversation(ghl, place.conversationId);
  const { contactId } = conversation;
  if (!contactId) {
    throw new AppError('conflict', {
      message: 'This conversation has no contact in GoHighLevel, so nothing can be sent.',
    });
  }
  const attachmentUrls = await uploadUrls(place, request.uploadIds);
  if (request.text.trim() === '' && attachmentUrls.length === 0) {
    throw new AppError('bad_request', {
      message: 'There is nothing to send: write something or attach a file.',
    });
  }
  if (request.channel === 'SMS') return { channel: 'SMS', contactId, text: request.text, attachmentUrls };
  const { subject, text, cc, bcc, replyToEmailId } = request;
  return { channel: 'Email', contactId, subject, text, cc, bcc, replyToEmailId, attachmentUrls };
}

async function deliver(ghl: GhlClient, row: SendRow, message: OutgoingMessage): Promise<SendRow> {
  try {
    const { messageId, emailMessageId } = await sendMessage(ghl, message);
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

/** Whether the message may have been sent although the call failed. Only a clear no counts as "not sent". */
export function mayHaveLeft(error: unknown): boolean {
  if (error instanceof GhlHttpError) return error.status >= 500;
  if (error instanceof GhlNetworkError || error instanceof GhlTimeoutError) return error.wasWritten;
  return !neverAsked.some((kind) => error instanceof kind);
}

function reasonOf(error: unknown): { errorCode: string; errorMessage: string } {
  const known = error instanceof GhlError ? ghlToAppError(error) : error;
  const appError = known instanceof AppError ? known : new AppError('internal');
  return { errorCode: appError.code, errorMessage: appError.userMessage };
}
