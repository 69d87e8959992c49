import 'server-only';
import { channel } from 'node:diagnostics_channel';
import { isRecord } from './fields';
import { type RunningSandbox, type SandboxOptions, startSandbox } from './start';
import { answerChannel, type TestAnswer } from './test-answers';

const answers = channel(answerChannel);

export type Reply = { status: number; headers: Headers; body: unknown };

export type TestSandbox = RunningSandbox & {
  api(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Reply>;
  control(method: string, path: string, body?: unknown): Promise<Reply>;
  /** Moves the held clock on. */
  advance(ms: number): void;
};

/** A sandbox with a clock that only the test moves, and a client for it. */
export async function startTestSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
  let now = Date.UTC(2026, 10, 20, 18, 0, 0);
  let hasFaults = false;
  const sandbox = await startSandbox({ now: () => now, ...options });
  return {
    ...sandbox,
    advance: (ms) => {
      now += ms;
    },
    api: async (method, path, { body, headers } = {}) => {
      const url = `${sandbox.url}${path}`;
      const reply = await request(url, method, body, {
        authorization: `Bearer ${sandbox.token}`,
        version: '2021-04-15',
        'user-agent': 'parley-test/1.0',
        ...headers,
      });
      answers.publish({ method, url, hasFaults, ...reply } satisfies TestAnswer);
      return reply;
    },
    control: (method, path, body) => {
      if (path.endsWith('/faults')) hasFaults = method === 'POST';
      return request(`${sandbox.url}/__sandbox/${path}`, method, body, {});
    },
  };
}

async function request(
  url: string,
  method: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Reply> {
  const isForm = body instanceof FormData;
  const response = await fetch(url, {
    method,
    headers: body === undefined || isForm ? headers : { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** The value at a path of an unknown body: `at(reply.body, 'messages', 'messages', 0, 'id')`. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let current = value;
  for (const key of path) {
    if (Array.isArray(current) && typeof key === 'number') current = current.at(key);
    else if (isRecord(current)) current = current[key];
    else return undefined;
  }
  return current;
}

export function listAt(value: unknown, ...path: (string | number)[]): unknown[] {
  const list = at(value, ...path);
  if (!Array.isArray(list)) throw new TypeError(`No list at ${path.join('.')}`);
  return list;
}

export function textAt(value: unknown, ...path: (string | number)[]): string {
  const text = at(value, ...path);
  if (typeof text !== 'string') throw new TypeError(`No text at ${path.join('.')}`);
  return text;
}
