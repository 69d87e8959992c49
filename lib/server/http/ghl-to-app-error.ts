import 'server-only';
import {
  GhlBudgetError,
  GhlCursorError,
  type GhlError,
  GhlHttpError,
  GhlIdError,
  GhlNetworkError,
  GhlShapeError,
  GhlTimeoutError,
  messageForPeople,
} from '@/lib/server/ghl/errors';
import { AppError } from './app-error';

/** Of GHL's own words only the message of a 400 or 422 goes to people; everything else is said in ours. */
export function ghlToAppError(error: GhlError): AppError {
  if (error instanceof GhlCursorError) {
    return new AppError('bad_request', {
      message: 'The place in the list is not known any more. Start at the top.',
      cause: error,
    });
  }
  if (error instanceof GhlIdError) return new AppError('not_found', { cause: error });
  if (error instanceof GhlBudgetError) return new AppError('ghl_rate_limited', { cause: error });
  if (error instanceof GhlTimeoutError) return new AppError('ghl_timeout', { cause: error });
  if (error instanceof GhlShapeError) return new AppError('ghl_unreadable', { cause: error });
  if (error instanceof GhlNetworkError) return new AppError('ghl_unavailable', { cause: error });
  if (error instanceof GhlHttpError) return fromStatus(error);
  return new AppError('ghl_unavailable', { cause: error });
}

function fromStatus(error: GhlHttpError): AppError {
  switch (error.status) {
    case 400:
    case 422:
      return new AppError('ghl_rejected', { message: reason(error), cause: error });
    case 401:
      return new AppError(error.kind === 'scope' ? 'ghl_scope_missing' : 'ghl_unauthorized', {
        cause: error,
      });
    case 403:
      return new AppError(error.kind === 'location' ? 'ghl_unauthorized' : 'ghl_unavailable', {
        cause: error,
      });
    case 404:
      return new AppError('not_found', { cause: error });
    case 413:
      return new AppError('payload_too_large', {
        message: 'GoHighLevel says that the file is too large.',
        cause: error,
      });
    case 415:
      return new AppError('unsupported_media_type', {
        message: 'GoHighLevel does not take this kind of file.',
        cause: error,
      });
    case 429:
      return new AppError('ghl_rate_limited', { cause: error });
    default:
      return new AppError('ghl_unavailable', { cause: error });
  }
}

function reason(error: GhlHttpError): string | undefined {
  return error.ghlMessage ? `GoHighLevel says: ${messageForPeople(error.ghlMessage)}` : undefined;
}
