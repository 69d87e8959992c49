import 'server-only';
import { GhlHttpError } from '@/lib/server/ghl/errors';
import { type OperationName, operations } from '@/lib/server/ghl/operations';
import { log } from '@/lib/server/logger';
import { remember } from '@/lib/server/remember';

/** Since when GHL takes the token of this location no more; null while it does. In memory: the next call tells it again. */
export function brokenSince(locationId: string): number | null {
  return broken().get(locationId) ?? null;
}

/** Makes one call, and learns from how it ends whether the connection stands. */
export async function noted<T>(
  locationId: string,
  operation: OperationName,
  call: () => Promise<T>,
): Promise<T> {
  const startedAt = Date.now();
  try {
    const answer = await call();
    restore(locationId, startedAt);
    return answer;
  } catch (error) {
    if (isOfTheToken(error, operation)) breakOff(locationId);
    else if (provesToken(error)) restore(locationId, startedAt);
    throw error;
  }
}

/** Whether the refusal is about the token itself, and not about the one thing that was asked for (CONTRACT 1.12). */
function isOfTheToken(error: unknown, operation: OperationName): boolean {
  if (!(error instanceof GhlHttpError)) return false;
  const { method, path } = operations[operation];
  // "Needs an agency or account admin" is said in many words (CONTRACT 1.9).
  if (path.startsWith('/conversations/preferences/')) return false;
  if (error.status === 401) return error.kind === 'token' || error.kind === 'location';
  // Of a conversation or contact it may only mean that this one belongs elsewhere. A write names it in its body.
  return error.kind === 'location' && method === 'GET' && !/\{(?!locationId\})\w+\}/.test(path);
}

/** GHL looks at the token before it looks at anything else. */
function provesToken(error: unknown): boolean {
  if (!(error instanceof GhlHttpError)) return false;
  return error.kind === 'scope' || [400, 404, 422].includes(error.status);
}

function breakOff(locationId: string): void {
  if (broken().has(locationId)) return;
  broken().set(locationId, Date.now());
  log('error', 'connection.broken', { locationId });
}

/** What began before the break says nothing of now. */
function restore(locationId: string, startedAt: number): void {
  const since = broken().get(locationId);
  if (since === undefined || startedAt < since) return;
  broken().delete(locationId);
  log('info', 'connection.restored', { locationId });
}

function broken(): Map<string, number> {
  return remember('broken-connections', () => new Map<string, number>());
}
