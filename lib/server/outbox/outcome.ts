import 'server-only';
import {
  GhlBudgetError,
  GhlCursorError,
  GhlError,
  GhlHttpError,
  GhlIdError,
  GhlNetworkError,
  GhlTimeoutError,
} from '@/lib/server/ghl/errors';
import { AppError } from '@/lib/server/http/app-error';
import { ghlToAppError } from '@/lib/server/http/ghl-to-app-error';

/** back: nothing has left and it is tried again by itself, not before GHL's wait is over. failed: refused, nothing left. */
export type Outcome = { kind: 'back'; waitMs: number } | { kind: 'failed' } | { kind: 'unclear' };

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

/** What a failed call that was to send means (SECURITY 2.1). */
export function outcomeOfCall(error: unknown): Outcome {
  if (mayHaveLeft(error)) return { kind: 'unclear' };
  return isPassing(error) ? { kind: 'back', waitMs: waitOf(error) } : { kind: 'failed' };
}

/** What a failure before the call means: nothing has left, whatever it is. What may pass is waited for. */
export function outcomeOfReading(error: unknown): Exclude<Outcome, { kind: 'unclear' }> {
  const isRefused =
    error instanceof GhlIdError ||
    (error instanceof GhlHttpError && clearRefusals.has(error.status) && !isPassing(error)) ||
    (error instanceof AppError && error.status < 500);
  return isRefused ? { kind: 'failed' } : { kind: 'back', waitMs: waitOf(error) };
}

/** GHL is away, asks to wait, or takes the token no more: the same send may go through later. */
function isPassing(error: unknown): boolean {
  if (error instanceof GhlHttpError) {
    return error.status === 429 || (error.status === 401 && error.kind === 'token');
  }
  return (
    error instanceof GhlBudgetError || error instanceof GhlNetworkError || error instanceof GhlTimeoutError
  );
}

function waitOf(error: unknown): number {
  if (error instanceof GhlBudgetError) return error.retryAfterMs;
  return error instanceof GhlHttpError ? (error.retryAfterMs ?? 0) : 0;
}

/** The code and the words for people. */
export function reasonOf(error: unknown): { errorCode: string; errorMessage: string } {
  const known = error instanceof GhlError ? ghlToAppError(error) : error;
  const appError =
    known instanceof AppError
      ? known
      : new AppError('internal', { message: 'Something went wrong on our side.' });
  return { errorCode: appError.code, errorMessage: appError.writeMessage };
}
