import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type SignedIn, signedIn } from '@/lib/server/auth/sessions';
import { ghlFor } from '@/lib/server/connection/connection';
import type { GhlClient } from '@/lib/server/ghl/client';
import { refreshHeader } from '@/lib/shared/paths';
import { type Action, can } from '@/lib/shared/permissions';
import { answerError, answerJson } from './answer';
import { AppError } from './app-error';
import { requireSameOrigin } from './origin';
import { idSchema, jsonBody, parseInput, queryObject } from './parse';
import { recordOutcome, type Trail } from './trail';

type NextContext = { params: Promise<Record<string, string | string[] | undefined> | undefined> };
type Handler = (request: Request, context: NextContext) => Promise<Response>;

/** What every handler is given, parsed and checked. */
type Base<Params, Query, Body> = {
  request: Request;
  requestId: string;
  params: Params;
  query: Query;
  body: Body;
};
type InLocation = {
  locationId: string;
  ghl: GhlClient;
  session: SignedIn;
  person: SignedIn['person'];
  membership: NonNullable<ReturnType<SignedIn['membershipAt']>>;
  /** For reads: whether a person waits, or only a timer asked. */
  priority: 'person' | 'refresh';
  /** Aborted when whoever asked has gone: for reads alone. */
  signal: AbortSignal;
  /** What the audit log is to say beyond the address and the route's own word. */
  trail: Trail;
};

type Options<Params, Query, Body> = {
  /** The parameters of the path besides `locationId`. */
  params?: z.core.$ZodType<Params>;
  query?: z.core.$ZodType<Query>;
  /** A JSON body. Without it the body is left unread on `request`. */
  body?: z.core.$ZodType<Body>;
  /** Where the usual limit of a JSON body is too small. */
  maxBodyBytes?: number;
  /** The audit log's word for this write; the target is the last id of the path. Required by every write. */
  audit?: string;
};

const noInput = z.object({});
const noQuery = z.strictObject({});

/**
 * A handler of one location: session, permission, strict parsing, and the location's own GHL client. A location that
 * does not exist and one that the person does not belong to answer alike.
 */
export function route<Params = object, Query = object, Body = undefined>(
  options: Options<Params, Query, Body> & { permission: Action },
  handle: (context: Base<Params, Query, Body> & InLocation) => Promise<unknown>,
): Handler {
  return wrap(options, async (base, raw) => {
    const session = await signedIn(base.request.headers.get('cookie'));
    if (!session) throw new AppError('unauthenticated');
    base.trail.personId = session.person.id;
    const locationId = parseInput(idSchema, raw.locationId, 'The address');
    const membership = session.membershipAt(locationId);
    const ghl = membership ? await ghlFor(locationId) : null;
    if (!membership || !ghl) throw new AppError('not_found', { message: 'There is no such location here.' });
    base.trail.locationId = locationId;
    if (!can(membership, options.permission)) throw new AppError('forbidden');
    const input = await readInput(base.request, raw, options);
    return handle({
      ...input,
      request: base.request,
      requestId: base.requestId,
      locationId,
      ghl,
      session,
      person: session.person,
      membership,
      priority: base.request.headers.has(refreshHeader) ? 'refresh' : 'person',
      signal: base.request.signal,
      trail: base.trail,
    });
  });
}

/**
 * A handler without a location: signing in and out, health. What it protects, it checks itself, and names to `trail`
 * the person that the audit log is to name.
 */
export function openRoute<Params = object, Query = object, Body = undefined>(
  options: Options<Params, Query, Body>,
  handle: (context: Base<Params, Query, Body> & { trail: Trail }) => Promise<unknown>,
): Handler {
  return wrap(options, async (base, raw) => {
    const input = await readInput(base.request, raw, options);
    return handle({ ...input, ...base });
  });
}

type RawParams = Record<string, string | string[] | undefined>;
type Inner = (
  base: { request: Request; requestId: string; trail: Trail },
  raw: RawParams,
) => Promise<unknown>;

function wrap(options: { audit?: string }, inner: Inner): Handler {
  return async (request, context) => {
    const requestId = randomUUID();
    const trail: Trail = { personId: null, locationId: null };
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
    // A route without parameters is given none at all.
    const raw = (await context.params) ?? {};
    const outcome = { trail, action: options.audit, method: request.method, isWrite, target: lastId(raw) };
    try {
      if (isWrite) requireSameOrigin(request);
      const result = await inner({ request, requestId, trail }, raw);
      await recordOutcome({ ...outcome, result: 'ok' });
      return result instanceof Response ? result : answerJson(result ?? {}, requestId);
    } catch (error) {
      // Nobody is left to hear of it, and it is no fault.
      if (!isWrite && request.signal.aborted) return new Response(null, { status: 499 });
      const route = new URL(request.url).pathname.replace(/[A-Za-z0-9_-]{12,}/g, ':id');
      const { response, code } = answerError(error, requestId, route, isWrite);
      await recordOutcome({ ...outcome, result: code });
      return response;
    }
  };
}

async function readInput<Params, Query, Body>(
  request: Request,
  raw: RawParams,
  options: Options<Params, Query, Body>,
) {
  const { locationId: _, ...rest } = raw;
  return {
    params: parseInput(
      options.params ?? (noInput as unknown as z.core.$ZodType<Params>),
      rest,
      'The address',
    ),
    query: parseInput(
      options.query ?? (noQuery as unknown as z.core.$ZodType<Query>),
      queryObject(request.url),
      'The address',
    ),
    body: (options.body
      ? parseInput(options.body, await jsonBody(request, options.maxBodyBytes), 'The request')
      : undefined) as Body,
  };
}

function lastId(raw: RawParams): string | null {
  const { locationId: _, ...rest } = raw;
  const last = Object.values(rest).at(-1);
  return typeof last === 'string' && idSchema.safeParse(last).success ? last : null;
}
