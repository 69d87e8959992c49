import type * as z from 'zod/mini';
import { type ErrorCode, errorBodySchema } from '@/lib/shared/contract/error';
import { refreshHeader } from '@/lib/shared/paths';

/** What our own server refused, or `offline` when it could not be reached at all. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode | 'offline',
    /** For people; shown as it is. */
    message: string,
    readonly status: number,
    readonly requestId: string | null = null,
    /** The field of the request that it is about. */
    readonly field: string | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

type ApiOptions<Schema> = {
  schema: Schema;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
  /** Asked by a timer, not by a person: waits behind every click when GHL's budget is short. */
  isRefresh?: boolean;
  /** Goes on although the page is left; the browser takes only little that way. */
  keepalive?: boolean;
};

/** The answers after which nobody knows whether a write was carried out. */
const unclearCodes: readonly ApiError['code'][] = [
  'offline',
  'internal',
  'ghl_unavailable',
  'ghl_timeout',
  'ghl_unreadable',
  'ghl_unclear',
];

/** Whether what was asked may have been done all the same. */
export function isUnclear(error: Error): boolean {
  return !(error instanceof ApiError) || unclearCodes.includes(error.code);
}

/** While it is there nothing is asked. */
let hold: Promise<void> | null = null;

/** What is asked from now on waits until what this answers is called: for ever, where the page is left first. */
export function holdRequests(): () => void {
  let letGo = () => {};
  hold = new Promise((resolve) => {
    letGo = resolve;
  });
  return () => {
    hold = null;
    letGo();
  };
}

/** Calls our own API once (the server repeats what may be repeated) and parses the answer. Throws `ApiError`. */
export async function api<Schema extends z.ZodMiniType>(
  path: string,
  options: ApiOptions<Schema>,
): Promise<z.output<Schema>> {
  const { schema, method = 'GET', body, signal, isRefresh, keepalive } = options;
  if (hold) await hold;
  const response = await reach(path, {
    method,
    signal,
    keepalive,
    cache: 'no-store',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(isRefresh ? { [refreshHeader]: '1' } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json: unknown = await response.json().catch(() => null);
  if (!response.ok) throw apiErrorFrom(json, response.status);
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    throw new ApiError('internal', 'The answer could not be read. Reload the page.', response.status);
  }
  return parsed.data;
}

export function apiErrorFrom(json: unknown, status: number): ApiError {
  const parsed = errorBodySchema.safeParse(json);
  if (!parsed.success)
    return new ApiError('internal', 'The server did not answer as expected. Try again.', status);
  const { code, message, requestId, field } = parsed.data.error;
  return new ApiError(code, message, status, requestId ?? null, field ?? null);
}

const offlineReadMessage = 'Parley cannot be reached. Check the network; it goes on by itself.';
/** Nothing that a person asked for is repeated behind their back. */
export const offlineWriteMessage = 'Parley cannot be reached. Check the network, then try again.';

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError('offline', init.method === 'GET' ? offlineReadMessage : offlineWriteMessage, 0);
  }
}
