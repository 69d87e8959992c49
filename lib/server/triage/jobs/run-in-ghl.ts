import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GhlClient } from '@/lib/server/ghl/client';
import { mayHaveLeft } from '@/lib/server/outbox/outcome';
import { forgetConversation, isGone } from '@/lib/server/triage/forget';
import { inTurn } from '@/lib/server/triage/in-turn';
import { endWoken } from '@/lib/server/triage/states';
import { type GhlChange, type Planned, planChange, planUndo, wasMade } from './change-in-ghl';
import { type ItemRow, type JobRow, putBack, stopJob, updateItem } from './job-store';
import { isHopeless, NotChanged, pauseMs, words, wordsFor } from './job-words';
import { nextItems } from './next-items';
import { isOutage, Outage } from './outage';

/** Of one job: GHL is asked by others too. */
const atOnce = 4;

type Run = {
  ghl: GhlClient;
  job: JobRow;
  change: GhlChange;
  priority: 'person' | 'bulk';
  outage: Outage;
};

/** Changes the items of a job in GHL, one call each, until none is left or it is stopped. */
export async function runInGhl(
  ghl: GhlClient,
  job: JobRow,
  change: GhlChange,
  priority: 'person' | 'bulk',
): Promise<void> {
  const run = { ghl, job, change, priority, outage: new Outage() };
  const workers = Array.from({ length: priority === 'person' ? 1 : atOnce }, (_, index) => index);
  await inTurn(workers, atOnce, async () => {
    for (;;) {
      const [item] = await nextItems(job, 1);
      if (!item) return;
      await runItem(run, item);
    }
  });
}

/** Items whose call was under way when the process ended: done if GHL shows it, else tried once more. */
export async function settleUnderWay(
  ghl: GhlClient,
  job: JobRow,
  change: GhlChange,
  items: readonly ItemRow[],
): Promise<void> {
  await inTurn(items, atOnce, async (item) => {
    const place = placeOf(ghl, job, item, 'bulk');
    try {
      if (await withPatience(() => wasMade(place, change))) await updateItem(item, { state: 'done' });
      else await putBack(job.id, [item.position]);
    } catch (error) {
      await updateItem(
        item,
        isGone(error) ? { state: 'failed', before: null, message: words.gone } : unclear,
      );
    }
  });
}

/** GHL may have done it. How it was before is kept: an undo puts it back, and does no harm where nothing was changed. */
const unclear = { state: 'failed', message: words.unclear } as const;

async function withPatience<T>(read: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      const waitMs = pauseMs(error);
      if (waitMs === null) throw error;
      await sleep(waitMs, undefined, { ref: false });
    }
  }
}

async function runItem(run: Run, item: ItemRow): Promise<void> {
  const { ghl, job, change, priority, outage } = run;
  const place = placeOf(ghl, job, item, priority);
  let planned: Planned | null = null;
  try {
    planned = job.undoes ? await planUndo(place, change, item.before ?? {}) : await planChange(place, change);
    // Before the call: after a restart it must be known how it was, and that the call may have been made.
    await updateItem(item, { before: planned.before });
    await planned.write?.();
    await updateItem(item, { state: 'done', before: planned.isChange ? planned.before : null });
    outage.succeeded();
    if (!job.undoes) await endWoken(job.locationId, item.conversationId);
  } catch (error) {
    await settleFailure(run, place, item, { error, planned });
  }
}

type Failure = { error: unknown; planned: Planned | null };

async function settleFailure(
  { job, change, priority, outage }: Run,
  place: ReturnType<typeof placeOf>,
  item: ItemRow,
  { error, planned }: Failure,
): Promise<void> {
  const isBulk = priority === 'bulk';
  const waitMs = pauseMs(error);
  if (waitMs !== null) {
    await putItemBack(job, item);
    await sleep(waitMs, undefined, { ref: false });
    return;
  }
  if (isGone(error)) await forgetConversation(job.locationId, item.conversationId);
  if (planned && !(error instanceof NotChanged) && mayHaveLeft(error)) {
    const goal = undoneChange(job, change, planned);
    const look = () => withPatience(() => wasMade(place, goal));
    const isMade = await (isBulk ? outage.through(look) : look()).catch(() => null);
    if (isMade) {
      const { isChange, before } = planned;
      return updateItem(item, { state: 'done', before: isChange ? before : null });
    }
    if (isMade === null) {
      await updateItem(item, unclear);
      if (outage.isOver) await stopJob(job.id, words.outage);
      return;
    }
  }
  if (isBulk && isOutage(error) && (await outage.isToTryAgain(item.position, error))) {
    if (outage.isOver) await stopJob(job.id, words.outage);
    return putItemBack(job, item);
  }
  const before = job.undoes && !isGone(error) ? item.before : null;
  await updateItem(item, { state: 'failed', before, message: wordsFor(error) });
  if (isHopeless(error)) await stopJob(job.id, wordsFor(error));
}

/** It was not changed, and is in the queue again; skipped where the job was stopped. */
async function putItemBack(job: JobRow, item: ItemRow): Promise<void> {
  await updateItem(item, { before: job.undoes ? item.before : null });
  await putBack(job.id, [item.position]);
}

/** What an undo wants to see is the opposite of what it takes back. */
function undoneChange(job: JobRow, change: GhlChange, { before }: Planned): GhlChange {
  if (!job.undoes) return change;
  if (change.kind === 'mark') return { kind: 'mark', isUnread: (before.unreadCount ?? 0) > 0 };
  if (change.kind === 'star') return { kind: 'star', isStarred: before.isStarred ?? false };
  if (change.kind === 'tag')
    return { kind: 'tag', add: before.tags?.removed ?? [], remove: before.tags?.added ?? [] };
  return change.kind === 'assign' ? { kind: 'assign', userId: before.owner?.userId ?? null } : change;
}

function placeOf(
  ghl: GhlClient,
  { personId }: JobRow,
  { conversationId }: ItemRow,
  priority: 'person' | 'bulk',
) {
  return { ghl, conversationId, priority, personId };
}
