import * as z from 'zod/mini';

/** Every code an answer can carry. The screen branches on these, never on the text. */
const errorCodes = [
  'bad_request',
  'unauthenticated',
  'forbidden',
  'bad_origin',
  'not_found',
  'method_not_allowed',
  'conflict',
  'payload_too_large',
  'unsupported_media_type',
  'too_many_requests',
  'internal',
  /** GHL refused what was asked; the message is GHL's own. */
  'ghl_rejected',
  /** The token is not valid any more: our connection's problem, nobody is signed out. */
  'ghl_unauthorized',
  'ghl_scope_missing',
  'ghl_rate_limited',
  'ghl_unavailable',
  'ghl_timeout',
  /** GHL answered something that could not be read. */
  'ghl_unreadable',
  /** What went to a customer may or may not have arrived: only a look at the thread tells. */
  'ghl_unclear',
  /** The place in a list that is read in one go is gone: it starts anew. */
  'cursor_expired',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** The one error form: every answer that is not a success has this body. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    /** For people: what happened and what to do next. */
    message: z.string(),
    /** The field of the request that it is about, where that is known: a form shows the message there. */
    field: z.optional(z.string()),
    requestId: z.optional(z.string()),
  }),
});
