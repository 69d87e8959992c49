import 'server-only';
import type { ServerResponse } from 'node:http';
import type { Answer } from './call';
import type { Fault } from './faults';
import { isRecord } from './fields';
import { bytesOf, pause } from './http-body';

type Shown = { status: number; body: Answer['body']; headers: Record<string, string> };

/**
 * Runs an operation under an ordered fault. Gives back the answer to send, or undefined when the fault has already
 * answered in its own way or cut the connection.
 */
export async function answerWithFault(
  fault: Fault | undefined,
  response: ServerResponse,
  run: () => Shown,
): Promise<Shown | undefined> {
  switch (fault?.kind) {
    case undefined:
      return run();
    case 'delay': {
      if (!fault.applyEffect) {
        await pause(fault.delayMs);
        return run();
      }
      // The effect first, then silence: what a caller sees as a timeout of a request that worked.
      const answer = run();
      await pause(fault.delayMs);
      return answer;
    }
    case 'respond':
      if (fault.applyEffect) run();
      await pause(fault.delayMs);
      return respond(fault, response);
    case 'reset-before':
      response.destroy();
      return undefined;
    case 'reset-after':
      run();
      response.destroy();
      return undefined;
    case 'reset-mid-body':
      cutInTheMiddle(response, run());
      return undefined;
    case 'bad-json': {
      const answer = run();
      const text = bytesOf(answer.body).toString('utf8');
      sendText(response, answer.status, `${text.slice(0, Math.ceil(text.length / 2))}<`, answer.headers);
      return undefined;
    }
  }
}

function respond(fault: Fault, response: ServerResponse): Shown | undefined {
  if (isRecord(fault.body)) return { status: fault.status, body: fault.body, headers: fault.headers };
  if (fault.body === undefined || fault.body === null) {
    const body = { statusCode: fault.status, message: 'Internal server error' };
    return { status: fault.status, body, headers: fault.headers };
  }
  // Anything but an object goes out as it is: an HTML page of a gateway, for one.
  if (typeof fault.body !== 'string')
    sendText(response, fault.status, JSON.stringify(fault.body), fault.headers);
  else sendText(response, fault.status, fault.body, { 'content-type': 'text/html', ...fault.headers });
  return undefined;
}

function cutInTheMiddle(response: ServerResponse, answer: Shown): void {
  const bytes = bytesOf(answer.body);
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(bytes.length),
    ...answer.headers,
  });
  // The cut comes after the first half is on its way, so that the other side has read a good status.
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string>,
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(text);
}
