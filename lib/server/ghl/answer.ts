import 'server-only';
import { httpError } from './error-body';
import { type CallInfo, type GhlHttpError, GhlShapeError } from './errors';
import type { Answer } from './exchange';
import { retryAfterMs } from './rate-headers';

/** The JSON of a success; everything else is thrown. A page of HTML is never taken for an answer. */
export function readAnswer(call: CallInfo, answer: Answer): unknown {
  if (answer.status < 200 || answer.status >= 300) throw refusal(call, answer);
  const body = parsedJson(answer.text);
  if (body === undefined) throw new GhlShapeError(call, { field: '(not JSON)' });
  return body;
}

/** What an answer that is no success throws. */
export function refusal(call: CallInfo, { status, headers, text }: Answer): GhlHttpError {
  return httpError(call, {
    status,
    body: parsedJson(text),
    retryAfterMs: retryAfterMs(status, headers, Date.now()),
  });
}

/** Undefined when it is none; an empty body is null, which the schema of the operation judges. */
function parsedJson(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
