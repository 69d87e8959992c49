import 'server-only';
import {
  GhlBudgetError,
  GhlCursorError,
  GhlCursorExpiredError,
  type GhlError,
  GhlHttpError,
  GhlIdError,
  GhlNetworkError,
  GhlOptedOutError,
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
  if (error instanceof GhlCursorExpiredError) return new AppError('cursor_expired', { cause: error });
  if (error instanceof GhlOptedOutError) {
    return new AppError('ghl_rejected', {
      message: `The contact opted out of ${error.channel}, which only the contact can undo.`,
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
      return new AppError('ghl_rejected', { message: reason(error), field: fieldOf(error), cause: error });
    case 401:
    case 403:
      return notAllowed(error);
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
    case 416:
      return new AppError('bad_request', { message: 'This part of the file does not exist.', cause: error });
    case 429:
      return new AppError('ghl_rate_limited', { cause: error });
    default:
      return new AppError('ghl_unavailable', { cause: error });
  }
}

function notAllowed(error: GhlHttpError): AppError {
  if (error.kind === 'scope') return new AppError('ghl_scope_missing', { cause: error });
  // About the location itself only where nothing else was named: else the thing asked for belongs elsewhere.
  if (error.status === 403 && error.kind === 'location' && namesMore(error))
    return new AppError('not_found', { cause: error });
  if (error.kind !== 'other') return new AppError('ghl_unauthorized', { cause: error });
  // A page instead of GHL's own words comes from what stands before it, which takes us for a robot (CONTRACT 1.12).
  if (error.ghlMessage === null) return new AppError('ghl_unavailable', { cause: error });
  return new AppError('ghl_rejected', {
    message: 'GoHighLevel does not allow this to the token of this location.',
    cause: error,
  });
}

/** A conversation, a contact, a message: in the path, or in the body of a write. */
function namesMore({ method, path }: GhlHttpError): boolean {
  return method !== 'GET' || /\{(?!locationId\})\w+\}/.test(path);
}

function reason(error: GhlHttpError): string | undefined {
  return error.ghlMessage ? `GoHighLevel says: ${messageForPeople(error.ghlMessage)}` : undefined;
}

/** GHL's validation begins with the field: "name must be shorter than …" (CONTRACT 1.12). Answered in our spelling. */
function fieldOf(error: GhlHttpError): string | undefined {
  const named = /^(?:property |each value in )?(?:\w{1,60}\.)*([A-Za-z]\w{0,60}) (?:must|should)\b/;
  const field = named.exec(error.ghlMessage ?? '')?.[1];
  return field?.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
