import 'server-only';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Call } from './call';
import { settleScheduled } from './delivery';
import { answerWithFault } from './fault-answer';
import type { Fault } from './faults';
import { isRecord } from './fields';
import { blockedAgentPage, isBlockedAgent, locationOfRequest, requireScope, requireVersion } from './guard';
import { parseJson, pause, readBody, sendJson } from './http-body';
import type { LocationState } from './location-state';
import { cannotRoute, Refusal } from './refusal';
import { type Match, matchOperation } from './router';
import { maxUploadBytes, tooLarge } from './upload';
import type { World } from './world';

const maxJsonBytes = 5 * 1024 * 1024;
/** Room for the multipart frame around a file of the largest size. */
const uploadFrameBytes = 64 * 1024;
const uploads = new Set(['upload-file-attachments', 'upload-media-content']);

type FullAnswer = Answer & { headers: Record<string, string> };

/** One request to the emulated API, from the first check to the log entry. */
export async function handleApi(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET';
  const userAgent = request.headers['user-agent'];
  if (isBlockedAgent(userAgent)) {
    response.writeHead(403, { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' });
    response.end(blockedAgentPage);
    return;
  }
  const match = matchOperation(method, url.pathname);
  let location: LocationState | undefined;
  let fault: Fault | undefined;
  let answer: FullAnswer | undefined;
  try {
    if (!match) throw cannotRoute(method, url.pathname);
    requireVersion(match.operation, request.headers);
    location = locationOfRequest(world, request.headers);
    await pause(world.latencyMs + location.latencyMs);
    fault = location.faults.take(match.operation.operationId);
    const body = await bodyFor(match, request);
    answer = await answerWithFault(fault, response, () =>
      answerCall(world, location, match, url, request, body),
    );
  } catch (error) {
    answer = refusalAnswer(error);
  }
  location ??= world.locationOfToken(/^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '');
  location?.requests.add({
    at: new Date(world.now()).toISOString(),
    operation: match?.operation.operationId ?? null,
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    status: answer?.status ?? (response.headersSent ? response.statusCode : 0),
    userAgent: userAgent ?? '',
  });
  // No answer means that a fault has dealt with the socket already.
  if (answer) sendJson(response, answer.status, answer.body, answer.headers);
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

function refusalAnswer(error: unknown): FullAnswer {
  const traceId = randomUUID();
  if (error instanceof Refusal)
    return { status: error.status, body: { ...error.body, traceId }, headers: {} };
  return {
    status: 500,
    body: { statusCode: 500, message: 'Internal server error', detail: String(error), traceId },
    headers: {},
  };
}
