import 'server-only';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { exchange, type FullAnswer, refusalAnswer } from './exchange';
import { answerWithFault } from './fault-answer';
import { isRecord } from './fields';
import { agencyGrantOfRequest, requireVersion } from './guard';
import { parseJson, pause, readBody } from './http-body';
import { type OauthOperation, oauthOperations } from './oauth-operations';
import { cannotRoute, httpException, Refusal } from './refusal';
import type { World } from './world';

const maxBodyBytes = 64 * 1024;

export function isOauthPath(path: string): boolean {
  return path.startsWith('/oauth/');
}

/** The requests that belong to no location: same checks in the same order, with the agency's faults, rate and log. */
export async function handleOauth(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET';
  const path = url.pathname.replace(/\/+$/, '');
  const operation = oauthOperations.find((known) => known.method === method && known.path === path);
  await exchange(world, url, request, response, {
    operationId: operation?.operationId ?? null,
    answer: async () => {
      if (!operation) throw cannotRoute(method, url.pathname);
      requireVersion(operation, request.headers);
      await pause(world.latencyMs);
      const fault = world.agency.faults.take(operation.operationId);
      const body = await readBody(request, maxBodyBytes);
      return answerWithFault(fault, response, () => answerOauth(world, operation, url, request, body));
    },
    log: () => world.agency.requests,
  });
}

function answerOauth(
  world: World,
  operation: OauthOperation,
  url: URL,
  request: IncomingMessage,
  raw: Buffer | 'too large',
): FullAnswer {
  let headers: Record<string, string> = {};
  try {
    const agency =
      operation.scope === null ? undefined : agencyGrantOfRequest(world, request.headers, operation.scope);
    const isAllowed = world.agency.rate.take();
    headers = operation.method === 'POST' && isAllowed ? {} : world.agency.rate.headers();
    if (!isAllowed) throw new Refusal(429, { statusCode: 429, message: 'Too Many Requests' });
    if (raw === 'too large') throw new Refusal(413, { statusCode: 413, message: 'Payload Too Large' });
    const form = formOf(raw, request.headers['content-type'] ?? '');
    const { status, body } = operation.handle({ world, query: url.searchParams, form, agency });
    if (!isRecord(body)) throw new TypeError('An OAuth answer is an object');
    return { status, body: { ...body, traceId: randomUUID() }, headers };
  } catch (error) {
    return { ...refusalAnswer(error), headers };
  }
}

function formOf(raw: Buffer, contentType: string): URLSearchParams {
  if (!contentType.includes('application/json')) return new URLSearchParams(raw.toString('utf8'));
  try {
    const body = parseJson(raw);
    const texts = Object.entries(isRecord(body) ? body : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return new URLSearchParams(texts);
  } catch {
    throw httpException(400, 'Unexpected token in JSON');
  }
}
