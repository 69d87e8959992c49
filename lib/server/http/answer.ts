import 'server-only';
import { GhlError, GhlHttpError } from '@/lib/server/ghl/errors';
import { log } from '@/lib/server/logger';
import { AppError } from './app-error';
import { ghlToAppError } from './ghl-to-app-error';

/** No answer about a location may be kept by anything between us and the one who asked. */
const privateHeaders = {
  'cache-control': 'private, no-store',
  vary: 'Cookie',
  // Opened by itself in a tab, an answer is only text.
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
};

export function answerJson(body: unknown, requestId: string, status = 200, headers?: HeadersInit): Response {
  const merged = new Headers(headers);
  for (const [name, value] of Object.entries(privateHeaders)) merged.set(name, value);
  merged.set('x-request-id', requestId);
  return Response.json(body, { status, headers: merged });
}

/** Whatever was thrown, as the one error form. The log gets the detail, the answer a sentence and the id to find it. */
export function answerError(
  error: unknown,
  requestId: string,
  route: string,
  isWrite: boolean,
): { response: Response; code: string } {
  const known = error instanceof GhlError ? ghlToAppError(error) : error;
  const appError = known instanceof AppError ? known : new AppError('internal', { cause: error });
  const { code, status, field } = appError;
  const message = isWrite ? appError.writeMessage : appError.userMessage;
  if (code === 'internal') {
    log('error', 'request.failed', { requestId, route, code, error });
  } else if (error instanceof GhlError) {
    const upstream =
      error instanceof GhlHttpError ? { upstreamStatus: error.status, traceId: error.traceId } : {};
    log('warn', 'ghl.refused', { requestId, route, code, operation: error.operation, ...upstream });
  }
  return {
    code,
    response: answerJson({ error: { code, message, field, requestId } }, requestId, status),
  };
}
