import 'server-only';
import { z } from 'zod';
import { settings } from '@/lib/server/env';
import type { GhlClient } from '@/lib/server/ghl/client';
import {
  GhlBudgetError,
  GhlHttpError,
  GhlNetworkError,
  GhlTimeoutError,
  messageForPeople,
} from '@/lib/server/ghl/errors';
import type { CheckRow, ConnectionChecks } from '@/lib/shared/contract/connection';
import { leftToday } from './connection';
import { type Found, type Probe, probes, searchProbe, unproven } from './probes';

/** Nobody waits longer for one line; the others have theirs by then. */
const patienceMs = 8_000;

type Finding = {
  result: 'works' | 'refused' | 'untried';
  reason: string | null;
  /** Why nothing works at all. */
  isFatal?: 'token' | 'location' | 'unreachable';
};

/**
 * Reads once with each scope and says what GHL answered. Reads alone: it never changes anything. Each time anew, but who
 * asks meanwhile shares the answer: a dozen calls a click would take the budget from those who work.
 */
export function checkConnection(ghl: GhlClient): Promise<ConnectionChecks> {
  return ghl.reads.read('connection-checks', 0, () => check(ghl));
}

async function check(ghl: GhlClient): Promise<ConnectionChecks> {
  const found: Found = { conversationId: null, contactId: null, locationName: null };
  const first = await tryProbe(ghl, searchProbe, found);
  const others = await Promise.all(probes.map((probe) => tryProbe(ghl, probe, found, first.result)));
  const all = [searchProbe, ...probes].map((probe, index) => ({
    probe,
    ...([first, ...others][index] ?? first),
  }));
  const rows: CheckRow[] = [
    ...all.map(({ probe, result, reason }) => ({ ...wordsOf(probe), result, reason })),
    ...unproven.map((scope) => ({ ...wordsOf(scope), result: 'unproven' as const, reason: null })),
  ];
  return {
    location: { id: ghl.locationId, name: found.locationName ?? ghl.locationId },
    mode: settings().mode.kind === 'sandbox' ? 'sandbox' : 'token',
    host: new URL(ghl.baseUrl).host,
    verdict: verdictOf(all),
    rows,
    leftToday: leftToday(ghl.locationId),
  };
}

function wordsOf({ scope, name, purpose }: Pick<Probe, 'scope' | 'name' | 'purpose'>) {
  return { scope, name, purpose };
}

const searchSchema = z.object({
  conversations: z.array(z.object({ id: z.string(), contactId: z.string().nullish() })),
});
const locationSchema = z.object({ location: z.object({ name: z.string().min(1) }) });

async function tryProbe(
  ghl: GhlClient,
  probe: Probe,
  found: Found,
  searched?: Finding['result'],
): Promise<Finding> {
  const call = probe.call(ghl, found);
  if (!call) {
    const reason =
      searched === 'works'
        ? 'There is no conversation yet to try it on.'
        : 'It needs a conversation, and the conversations could not be read.';
    return { result: 'untried', reason };
  }
  try {
    const { operation, ...rest } = call;
    const answer = await ghl.call(operation, {
      ...rest,
      schema: z.unknown(),
      priority: 'person',
      signal: AbortSignal.timeout(patienceMs),
    });
    const [conversation] = searchSchema.safeParse(answer).data?.conversations ?? [];
    found.conversationId ??= conversation?.id ?? null;
    found.contactId ??= conversation?.contactId ?? null;
    found.locationName ??= locationSchema.safeParse(answer).data?.location.name ?? null;
    return { result: 'works', reason: null };
  } catch (error) {
    return findingOf(error, probe);
  }
}

function findingOf(error: unknown, { scope, name }: Probe): Finding {
  if (error instanceof GhlHttpError) return findingOfAnswer(error, { scope, name });
  if (error instanceof GhlBudgetError) {
    return { result: 'untried', reason: 'GoHighLevel’s limit of calls is used up for now.' };
  }
  if (error instanceof GhlNetworkError || error instanceof GhlTimeoutError || isTimeout(error)) {
    return { result: 'untried', reason: 'GoHighLevel did not answer.', isFatal: 'unreachable' };
  }
  return { result: 'untried', reason: 'GoHighLevel’s answer could not be read.' };
}

function findingOfAnswer(error: GhlHttpError, { scope, name }: Pick<Probe, 'scope' | 'name'>): Finding {
  const { status, kind } = error;
  if (kind === 'scope') {
    const wanted = scope ? `${name} (${scope})` : 'a right that this token does not have';
    return { result: 'refused', reason: `Add ${wanted} to the private integration.` };
  }
  // Of the preferences a 401 may mean that the token's owner is no admin (CONTRACT 1.9).
  if (scope === null && [400, 401, 403, 404].includes(status)) {
    return { result: 'refused', reason: 'Not switched on for this account, or not for this token.' };
  }
  if (kind === 'location') {
    return { result: 'refused', reason: 'The token belongs to another location.', isFatal: 'location' };
  }
  if (status === 401) return { result: 'refused', reason: 'The token is not accepted.', isFatal: 'token' };
  if (status === 403) return { result: 'refused', reason: 'Not for this token.' };
  if (status >= 500 || status === 429) {
    return { result: 'untried', reason: `GoHighLevel answered ${status}. Check again in a moment.` };
  }
  const words = error.ghlMessage ? ` “${messageForPeople(error.ghlMessage)}”` : '';
  return { result: 'untried', reason: `GoHighLevel answered ${status}.${words}` };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

const fatalWords = {
  token: 'GoHighLevel does not accept the token. Make a new one there, set GHL_TOKEN and start Parley again.',
  location: 'The token belongs to another location than GHL_LOCATION_ID says. Correct one of the two.',
  unreachable:
    'GoHighLevel did not answer in time: it cannot be reached from this server, or it asks us to slow down. Check again in a minute.',
};

function verdictOf(all: (Finding & { probe: Probe })[]): ConnectionChecks['verdict'] {
  const isNothingRead = all.every(({ result }) => result !== 'works');
  for (const why of ['token', 'location', 'unreachable'] as const) {
    if (isNothingRead && all.some(({ isFatal }) => isFatal === why)) {
      return { tone: 'bad', text: fatalWords[why], lacksScopes: false };
    }
  }
  const missing = all.filter(({ result, probe }) => result === 'refused' && probe.scope !== null);
  const lacksScopes = missing.length > 0;
  const names = missing.map(({ probe }) => probe.name).join(', ');
  if (missing.some(({ probe }) => probe.isEssential)) {
    return { tone: 'bad', text: `The inbox cannot work yet. Missing in GoHighLevel: ${names}.`, lacksScopes };
  }
  if (missing.length > 0)
    return { tone: 'warn', text: `The inbox works, but not all of it. Missing: ${names}.`, lacksScopes };
  if (all.some(({ result }) => result === 'untried')) {
    return { tone: 'warn', text: 'Nothing was refused, but not everything could be tried.', lacksScopes };
  }
  return { tone: 'good', text: 'Everything that a read can prove works.', lacksScopes };
}
