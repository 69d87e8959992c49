import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { audit } from '@/lib/server/audit/audit';
import { membershipOf } from '@/lib/server/auth/membership';
import { ghlFor } from '@/lib/server/connection/connection';
import type { GhlClient } from '@/lib/server/ghl/client';
import { getConversation } from '@/lib/server/ghl/conversations';
import { GhlError, GhlHttpError } from '@/lib/server/ghl/errors';
import { listMessages } from '@/lib/server/ghl/messages';
import { AppError } from '@/lib/server/http/app-error';
import { log } from '@/lib/server/logger';
import { sendRequestSchema } from '@/lib/shared/contract/send';
import { can } from '@/lib/shared/permissions';
import { beginCall, release } from './claim';
import { newerThan } from './newer';
import { outcomeOfCall, outcomeOfReading, reasonOf } from './outcome';
import { type Outgoing, outgoing } from './outgoing';
import { reconcile } from './reconcile';
import { ownMessageIds, type SendRow } from './sends';
import { putBack, settleFailed, settleSent, settleStopped, settleUnclear } from './settle';

/** Where a process may end; tests let it end there. */
export type Moment = 'claimed' | 'checked' | 'committed' | 'answered' | 'settled';
export type AtMoment = (moment: Moment, row: SendRow) => Promise<void> | void;

const pageSize = 30;
/** Between two tries to write down how a call ended, while the database is away. */
const firstWriteAgainMs = 250;
const maxWriteAgainMs = 10_000;

type Ready = { ghl: GhlClient; call: Outgoing; contactId: string; baselineAt: number };
type Prepared = Ready | { newerMessageId: string };

/** Brings out one send that was claimed, by one call at most. Never throws. */
export async function deliver(row: SendRow, holder: string, atMoment: AtMoment): Promise<void> {
  await atMoment('claimed', row);
  const prepared = await prepare(row).catch(async (error: unknown) => {
    const outcome = outcomeOfReading(error);
    report(row, outcome.kind, error);
    const begun = { ...row, attempts: row.attempts + 1 };
    await surely(() =>
      outcome.kind === 'failed'
        ? settleFailed(row, holder, reasonOf(error))
        : putBack(begun, holder, reasonOf(error), outcome.waitMs),
    );
    return null;
  });
  if (!prepared) return;
  await atMoment('checked', row);
  if ('newerMessageId' in prepared) {
    await surely(() => settleStopped(row, holder, prepared.newerMessageId));
    return;
  }
  const begun = await begin(row, holder, prepared);
  if (!begun) return;
  await atMoment('committed', begun);
  await callOnce(begun, holder, prepared, atMoment);
  await atMoment('settled', begun);
}

/** Null: it was undone in the meantime, or nobody can tell whether it could be written down that it leaves. */
async function begin(row: SendRow, holder: string, ready: Ready): Promise<SendRow | null> {
  const { contactId, baselineAt } = ready;
  try {
    const begun = await beginCall(row, holder, { contactId, baselineAt });
    if (!begun) await release(row.clientId, holder);
    return begun;
  } catch (error) {
    report(row, 'back', error);
    // Perhaps it stands there as under way; no byte has left, so back it goes.
    await surely(() => putBack(row, holder, reasonOf(error), 0));
    return null;
  }
}

async function callOnce(row: SendRow, holder: string, ready: Ready, atMoment: AtMoment): Promise<void> {
  try {
    const { messageId, emailMessageId, conversationId } = await ready.call(ready.ghl);
    await atMoment('answered', row);
    if (conversationId !== null && conversationId !== row.conversationId) {
      throw new AppError('ghl_unreadable', {
        message: 'GoHighLevel put this message into another conversation of the contact.',
      });
    }
    await surely(() => settleSent(row, { messageId, emailId: emailMessageId }));
    await record(row, 'ok');
  } catch (error) {
    await atMoment('answered', row);
    const outcome = outcomeOfCall(error);
    const reason = reasonOf(error);
    report(row, outcome.kind, error);
    await surely(() => {
      if (outcome.kind === 'failed') return settleFailed(row, holder, reason);
      if (outcome.kind === 'back') return putBack(row, holder, reason, outcome.waitMs);
      return settleUnclear(row, reason);
    });
    if (outcome.kind !== 'back') await record(row, outcome.kind === 'failed' ? reason.errorCode : 'unclear');
  }
}

/** How the call ended, in the name of who wrote: the request that asked for it knew nothing of it yet. */
function record(row: SendRow, result: string): Promise<void> {
  const { personId, locationId, clientId } = row;
  return audit({ personId, locationId, action: 'message.left', target: clientId, result });
}

/** Everything that is read before the call. What it throws has sent nothing. */
async function prepare(row: SendRow): Promise<Prepared> {
  const membership = await membershipOf(row.personId, row.locationId);
  if (!membership || !can(membership, 'message:send')) {
    throw new AppError('forbidden', {
      message: 'Whoever wrote this may not send here any more, so it was not sent.',
    });
  }
  const ghl = await ghlFor(row.locationId);
  if (!ghl) {
    // Not a refusal: it may be connected again while the send waits.
    throw new AppError('ghl_unavailable', { message: 'This location is not connected to GoHighLevel.' });
  }
  const request = sendRequestSchema.parse({ ...row.request, clientId: row.clientId });
  const contactId = await contactOf(ghl, row);
  // What was read a moment ago may lack what has just come in.
  ghl.reads.drop([`messages:${row.conversationId}:`]);
  const { messages } = await listMessages(ghl, row.conversationId, { limit: pageSize });
  if (request.seen && !row.isAnyway) {
    // What may have left before stands in the thread as nobody's yet: it is the writer's own.
    await reconcile(row);
    const own = await ownMessageIds(row, row.personId);
    const newerMessageId = await newerThan(ghl, messages, request.seen, (id) => own.has(id));
    if (newerMessageId) return { newerMessageId };
  }
  const call = await outgoing(ghl, row, request, contactId);
  return { ghl, call, contactId, baselineAt: Math.max(0, ...messages.map(({ at }) => at ?? 0)) };
}

/** The contact comes from the conversation: a browser cannot name it. */
async function contactOf(ghl: GhlClient, row: SendRow): Promise<string> {
  try {
    const { contactId } = await getConversation(ghl, row.conversationId);
    if (contactId) return contactId;
  } catch (error) {
    if (!(error instanceof GhlHttpError) || error.status !== 404) throw error;
    throw new AppError('not_found', {
      message: 'This conversation does not exist in GoHighLevel any more, so nothing was sent.',
      cause: error,
    });
  }
  // Not `conflict`: on a send that word means one thing, that the id was used for another text.
  throw new AppError('bad_request', {
    message: 'This conversation has no contact in GoHighLevel, so nothing can be sent.',
  });
}

/** Writes down what is known to have happened, however long the database is away: nothing else knows of it. */
async function surely(write: () => Promise<void>): Promise<void> {
  for (let waitMs = firstWriteAgainMs; ; waitMs = Math.min(waitMs * 2, maxWriteAgainMs)) {
    try {
      return await write();
    } catch (error) {
      log('error', 'send.not-written', { error });
      await sleep(waitMs, undefined, { ref: false });
    }
  }
}

function report(row: SendRow, kind: 'back' | 'failed' | 'unclear', error: unknown): void {
  log('warn', `send.${kind}`, {
    locationId: row.locationId,
    operation: error instanceof GhlError ? error.operation : undefined,
    upstreamStatus: error instanceof GhlHttpError ? error.status : undefined,
    error: error instanceof GhlError ? undefined : error,
  });
}
