import 'server-only';
import type { ErrorCode } from '@/lib/shared/contract/error';

/** The one table from code to status and to the words for people, used where the thrower has no better ones. */
const table: Record<ErrorCode, { status: number; message: string }> = {
  bad_request: { status: 400, message: 'The request could not be understood.' },
  unauthenticated: { status: 401, message: 'You are signed out. Sign in again to go on.' },
  forbidden: { status: 403, message: 'Your role does not allow this. An admin can change it.' },
  bad_origin: {
    status: 403,
    message: 'The request did not come from this app. Reload the page and try again.',
  },
  not_found: { status: 404, message: 'This does not exist, or not any more.' },
  method_not_allowed: { status: 405, message: 'This address does not take such requests.' },
  conflict: {
    status: 409,
    message: 'Something changed in between. Look again and repeat it if it is still right.',
  },
  payload_too_large: { status: 413, message: 'This is larger than what can be taken.' },
  unsupported_media_type: { status: 415, message: 'This kind of content is not taken here.' },
  too_many_requests: { status: 429, message: 'Too many tries. Wait a minute, then try again.' },
  internal: {
    status: 500,
    message: 'Something went wrong on our side. Try again; if it stays, tell your admin the id.',
  },
  ghl_rejected: { status: 422, message: 'GoHighLevel refused this and gave no reason.' },
  ghl_unauthorized: {
    status: 502,
    message: 'The connection to GoHighLevel is not valid any more. Ask an admin to renew the token.',
  },
  ghl_scope_missing: {
    status: 502,
    message: 'The GoHighLevel token lacks a right that this needs. Ask an admin to add it.',
  },
  ghl_rate_limited: {
    status: 503,
    message: 'GoHighLevel asks us to slow down. It goes on by itself in a moment.',
  },
  ghl_unavailable: {
    status: 502,
    message: 'GoHighLevel cannot be reached right now. Nothing is lost; it is tried again.',
  },
  ghl_timeout: { status: 504, message: 'GoHighLevel did not answer in time. Nothing is lost; try again.' },
  ghl_unreadable: {
    status: 502,
    message: 'GoHighLevel answered something that could not be read. Try again.',
  },
  ghl_unclear: {
    status: 502,
    message: 'GoHighLevel broke off. It may have been sent: look there before you send it again.',
  },
  cursor_expired: {
    status: 410,
    message: 'GoHighLevel keeps the place for two minutes only. Start again from the last message you have.',
  },
};

/** A read is tried again by itself, a write is not: it must not promise to go on, nor invite to repeat what may have left. */
const writeMessages: Partial<Record<ErrorCode, string>> = {
  ghl_rate_limited: 'GoHighLevel asks us to slow down. Wait a moment, then retry.',
  ghl_unavailable: 'GoHighLevel could not be reached.',
  ghl_timeout: 'GoHighLevel did not answer in time.',
  ghl_unreadable: 'GoHighLevel answered something that could not be read.',
};

/** The application's only error: a code, the words for people, and the cause for the log. */
export class AppError extends Error {
  readonly status: number;
  readonly userMessage: string;
  /** The field of the request that it is about. */
  readonly field: string | undefined;

  constructor(
    readonly code: ErrorCode,
    options: { message?: string; field?: string; cause?: unknown } = {},
  ) {
    super(options.message ?? table[code].message, { cause: options.cause });
    this.name = 'AppError';
    this.status = table[code].status;
    this.userMessage = options.message ?? table[code].message;
    this.field = options.field;
  }
  /** The words for a person whose write failed. */
  get writeMessage(): string {
    const hasOwnWords = this.userMessage !== table[this.code].message;
    return hasOwnWords ? this.userMessage : (writeMessages[this.code] ?? this.userMessage);
  }
}
