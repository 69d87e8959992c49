import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ControlRefusal } from './control-body';
import { type ControlAnswer, locationControls } from './control-location';
import { worldControls } from './control-world';
import { isRecord } from './fields';
import { parseJson, readBody, sendJson } from './http-body';
import type { World } from './world';

const prefix = '/__sandbox/';
/** A message of ten megabytes must fit, however it is escaped. */
const maxBodyBytes = 24 * 1024 * 1024;
const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

export function isControlPath(path: string): boolean {
  return path.startsWith(prefix) || path === '/__sandbox';
}

/** The controls have no token, so only this machine may use them, and never a web page. */
export async function handleControl(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    requireLocalCaller(request);
    const answer = await answerControl(world, url, request);
    sendJson(response, answer.status, answer.body);
  } catch (error) {
    if (!(error instanceof ControlRefusal)) throw error;
    sendJson(response, error.status, { message: error.message });
  }
}

/** The Host check stops a name that was re-bound to loopback, the Origin check any page in a browser. */
function requireLocalCaller(request: IncomingMessage): void {
  if (!loopbackHost.test(request.headers.host ?? '')) {
    throw new ControlRefusal(403, 'Controls answer only to Host 127.0.0.1, localhost or [::1]');
  }
  if (request.headers.origin !== undefined) {
    throw new ControlRefusal(403, 'Controls refuse requests with an Origin header');
  }
}

async function answerControl(world: World, url: URL, request: IncomingMessage): Promise<ControlAnswer> {
  const method = request.method ?? 'GET';
  const body = await controlBody(request);
  const words = url.pathname.slice(prefix.length).split('/').filter(Boolean);
  const [first, id, ...rest] = words;
  const name = `${method} ${url.pathname}`;

  if (first !== 'locations' || id === undefined) {
    const control = worldControls[`${method} ${words.join('/')}`];
    if (!control) throw new ControlRefusal(404, `Unknown control: ${name}`);
    return control(world, body);
  }
  const location = world.location(id);
  if (!location) throw new ControlRefusal(404, `Unknown location: ${id}`);
  const control =
    locationControls[`${method} ${rest.join('/')}`] ?? locationControls[`${method} ${rest[0] ?? ''}`.trim()];
  if (!control) throw new ControlRefusal(404, `Unknown control: ${name}`);
  return control({ world, location, body, rest: rest.slice(1) });
}

async function controlBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const raw = await readBody(request, maxBodyBytes);
  if (raw === 'too large') throw new ControlRefusal(413, 'The body is larger than 24 MB');
  let parsed: unknown;
  try {
    parsed = parseJson(raw);
  } catch {
    throw new ControlRefusal(400, 'The body is not JSON');
  }
  if (parsed !== undefined && !isRecord(parsed))
    throw new ControlRefusal(400, 'The body must be a JSON object');
  return parsed ?? {};
}
