import 'server-only';
import { z } from 'zod';
import { type CallInfo, GhlHttpError, type RefusalKind } from './errors';
import { wireAny, wireCount, wireText } from './wire';

const errorBodySchema = z.object({
  message: wireAny,
  error: wireAny,
  error_description: wireText,
  msg: wireText,
  statusCode: wireCount,
  status: wireCount,
  traceId: wireText,
});

/** Any answer that is not a success, whichever of GHL's two families of error bodies it has (CONTRACT 1.12). */
export function httpError(
  call: CallInfo,
  answer: { status: number; body: unknown; retryAfterMs: number | null },
): GhlHttpError {
  const { data } = errorBodySchema.safeParse(answer.body);
  const ghlMessage =
    messageText(data?.message) ?? data?.error_description ?? data?.msg ?? messageText(data?.error);
  return new GhlHttpError(call, {
    status: answer.status,
    kind: refusalKind(answer.status, ghlMessage),
    ghlMessage,
    bodyStatus: data?.statusCode ?? data?.status ?? null,
    traceId: data?.traceId ?? null,
    retryAfterMs: answer.retryAfterMs,
  });
}

/** A string, or an array of them: validation errors come as a list. */
function messageText(message: unknown): string | null {
  const parts = Array.isArray(message) ? message : [message];
  const texts = parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '');
  return texts.length > 0 ? texts.join('; ').slice(0, 4000) : null;
}

/** GHL says 401 for four different things and only its words tell them apart (CONTRACT 1.12). */
function refusalKind(status: number, ghlMessage: string | null): RefusalKind {
  if (status !== 401 && status !== 403) return 'other';
  const text = ghlMessage?.toLowerCase() ?? '';
  if (/version header/.test(text)) return 'version';
  if (/access to this location/.test(text)) return 'location';
  if (/\bscopes?\b|authclass/.test(text)) return 'scope';
  if (status === 403) return 'other';
  return text === '' || /token|jwt|expired|unauthori[sz]ed|authentication/.test(text) ? 'token' : 'other';
}
