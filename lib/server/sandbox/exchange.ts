import 'server-only';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './call';
import { blockedAgentPage, isBlockedAgent } from './guard';
import { sendJson } from './http-body';
import type { RequestLog } from './logs';
import { Refusal } from './refusal';
import type { World } from './world';

export type FullAnswer = Answer & { headers: Record<string, string> };

type Asked = {
  operationId: string | null;
  /** Undefined when a fault has dealt with the socket already; throws a refusal. */
  answer: () => Promise<FullAnswer | undefined>;
  /** Whose log the request stands in, known once it was answered. */
  log: () => RequestLog | undefined;
};

/** One request, from the door to the log entry: what all of them share, whoever answers. */
export async function exchange(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked,
): Promise<void> {
  const userAgent = request.headers['user-agent'];
  if (isBlockedAgent(userAgent)) {
    response.writeHead(403, { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' });
    response.end(blockedAgentPage);
    return;
  }
  const answer = await asked.answer().catch(refusalAnswer);
  asked.log()?.add({
    at: new Date(world.now()).toISOString(),
    operation: asked.operationId,
    method: request.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    status: answer?.status ?? (response.headersSent ? response.statusCode : 0),
    userAgent: userAgent ?? '',
  });
  if (answer) sendJson(response, answer.status, answer.body, answer.headers);
}

/** GHL's form of a refusal; anything else that was thrown is a 500 that says what. */
export function refusalAnswer(error: unknown): FullAnswer {
  const traceId = randomUUID();
  if (error instanceof Refusal)
    return { status: error.status, body: { ...error.body, traceId }, headers: {} };
  return {
    status: 500,
    body: { statusCode: 500, message: 'Internal server error', detail: String(error), traceId },
    headers: {},
  };
}
