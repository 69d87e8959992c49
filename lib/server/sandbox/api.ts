import 'server-only';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Call } from './call';
import { settleScheduled } from './delivery';
import { exchange, type FullAnswer, refusalAnswer } from './exchange';
import { answerWithFault } from './fault-answer';
import { isRecord } from './fields';
import { locationOfRequest, requireScope, requireVersion } from './guard';
import { parseJson, pause, readBody } from './http-body';
import type { LocationState } from './location-state';
import { cannotRoute, Refusal } from './refusal';
import { type Match, matchOperation } from './router';
import { maxUploadBytes, tooLarge } from './upload';
import type { World } from './world';

const maxJsonBytes = 5 * 1024 * 1024;
/** Room for the multipart frame around a file of the largest size. */
const uploadFrameBytes = 64 * 1024;
const uploads = new Set(['upload-file-attachments', 'upload-media-content']);

/** One request to the emulated API, from the first check to the log entry. */
export async function handleApi(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const match = matchOperation(request.method ?? 'GET', url.pathname);
  let location: LocationState | undefined;
  await exchange(world, url, request, response, {
    operationId: match?.operation.operationId ?? null,
    answer: async () => {
      if (!match) throw cannotRoute(request.method ?? 'GET', url.pathname);
      requireVersion(match.operation, request.headers);
      location = locationOfRequest(world, request.headers);
      await pause(world.latencyMs + location.latencyMs);
      const fault = location.faults.take(match.operation.operationId);
      const body = await bodyFor(match, request);
      return answerWithFault(fault, response, () => answerCall(world, location, match, url, request, body));
    },
    log: () => (location ?? world.locationOfToken(bearerOf(request)))?.requests,
  });
}

/** A refused token still says whose log its request belongs into. */
function bearerOf(request: IncomingMessage): string {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function answerCall(
  world: World,
  location: LocationState | undefined,
  match: Match,
  url: URL,
  request: IncomingMessage,
  raw: Buffer | 'too large',
): FullAnswer {
  if (!location) throw new Refusal(500, { statusCode: 500, message: 'Internal server error' });
  const { operation } = match;
  const isAllowed = location.rate.take();
  // POST answers carried no rate headers in the recordings (CONTRACT 1.13).
  const headers = operation.method === 'POST' && isAllowed ? {} : location.rate.headers();
  try {
    if (!isAllowed) throw new Refusal(429, { statusCode: 429, message: 'Too Many Requests' });
    requireScope(world, location, operation, request.headers);
    if (raw === 'too large') throw tooLarge();
    settleScheduled(location);
    const call: Call = {
      location,
      otherLocations: world.locations().filter((other) => other !== location),
      baseUrl: world.baseUrl,
      params: match.params,
      query: url.searchParams,
      json: jsonOf(request, raw),
      raw,
      contentType: request.headers['content-type'] ?? '',
    };
    const answer = operation.handle(call);
    return { status: answer.status, body: traced(answer.body), headers: { ...headers, ...answer.headers } };
  } catch (error) {
    return { ...refusalAnswer(error), headers };
  }
}

function traced(body: Answer['body']): Answer['body'] {
  return isRecord(body) && !Buffer.isBuffer(body) ? { ...body, traceId: randomUUID() } : body;
}

async function bodyFor(match: Match, request: IncomingMessage): Promise<Buffer | 'too large'> {
  const isUpload = uploads.has(match.operation.operationId);
  return readBody(request, isUpload ? maxUploadBytes + uploadFrameBytes : maxJsonBytes);
}

function jsonOf(request: IncomingMessage, raw: Buffer): unknown {
  if (!(request.headers['content-type'] ?? '').includes('application/json')) return undefined;
  try {
    return parseJson(raw);
  } catch {
    throw new Refusal(400, {
      statusCode: 400,
      message: 'Unexpected token in JSON',
      error: 'Bad Request',
    });
  }
}
