import 'server-only';
import { settings } from './env';

type Level = 'debug' | 'info' | 'warn' | 'error';
const rank: Record<Level, number> = { debug: 0, info: 1, warn: 2, error: 3 };

/**
 * What a log line may hold. An allow-list: ids, templates and figures, never a body, a subject, a name, an address,
 * a token, a query string or an upstream error's text.
 */
export type LogFields = {
  requestId?: string;
  route?: string;
  status?: number;
  code?: string;
  ms?: number;
  personId?: string;
  locationId?: string;
  operation?: string;
  upstreamStatus?: number;
  traceId?: string | null;
  /** Class, message and stack of an unexpected error of our own. */
  error?: unknown;
};

export function log(level: Level, event: string, fields: LogFields = {}): void {
  if (rank[level] < rank[settings().logLevel]) return;
  const { error, ...rest } = fields;
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...rest, ...errorFields(error) });
  (level === 'error' || level === 'warn' ? process.stderr : process.stdout).write(`${line}\n`);
}

function errorFields(error: unknown) {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { errorName: typeof error };
  // The message of a database error quotes values; its first line and the stack's places are enough to find it.
  const places = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8);
  return { errorName: error.name, errorMessage: error.message.split('\n', 1)[0]?.slice(0, 200), places };
}
