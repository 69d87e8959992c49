import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GhlClient } from '@/lib/server/ghl/client';
import { mayHaveLeft } from '@/lib/server/outbox/deliver';
import { forgetConversation, isGone } from '@/lib/server/triage/forget';
import { inTurn } from '@/lib/server/triage/in-turn';
import { endWoken } from '@/lib/server/triage/states';
import { type GhlChange, type Planned, planChange, planUndo, wasMade } from './change-in-ghl';
import { type ItemRow, type JobRow, putBack, stopJob, updateItem } from './job-store';
import { isHopeless, NotChanged, pauseMs, words, wordsFor } from './job-words';
import { nextItems } from './next-items';

/** Of one job: GHL is asked by others too. */
const atOnce = 4;

/** Changes the items of a job in GHL, one call each, until none is left or it is stopped. */
export async function runInGhl(
  ghl: GhlClient,
  job: JobRow,
  change: GhlChange,
  priority: 'person' | 'bulk',
): Promise<void> {
  const workers = Array.from({ length: priority === 'person' ? 1 : atOnce }, (_, index) => index);
  await inTurn(workers, atOnce, async () => {
    for (;;) {
      const [item] = await nextItems(job, 1);
      if (!item) return;
      await runItem(ghl, job, change, item, priority);
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

async function runItem(
  ghl: GhlClient,
  job: JobRow,
  change: GhlChange,
  item: ItemRow,
  priority: 'person' | 'bulk',
): Promise<void> {
  const place = placeOf(ghl, job, item, priority);
  let planned: Planned | null = null;
  try {
    planned = job.undoes ? await planUndo(place, change, item.before ?? {}) : await planChange(place, change);
    // Before the call: after a restart it must be known how it was, and that the call may have been made.
    await updateItem(item, { before: planned.before });
    await planned.write?.();
    await updateItem(item, { state: 'done', before: planned.isChange ? planned.before : null });
    if (!job.undoes) await endWoken(job.locationId, item.conversationId);
  } catch (error) {
    await settleFailure(place, job, change, item, { error, planned });
  }
}

type Failure = { error: unknown; planned: Planned | null };

async function settleFailure(
  place: ReturnType<typeof placeOf>,
  job: JobRow,
  change: GhlChange,
  item: ItemRow,
  { error, planned }: Failure,
): Promise<void> {
  const waitMs = pauseMs(error);
  if (waitMs !== null) {
    await updateItem(item, { before: job.undoes ? item.before : null });
    await putBack(job.id, [item.position]);
    await sleep(waitMs, undefined, { ref: false });
    return;
  }
  if (isGone(error)) await forgetConversation(job.locationId, item.conversationId);
  if (planned && !(error instanceof NotChanged) && mayHaveLeft(error)) {
    const isMade = await withPatience(() => wasMade(place, undoneChange(job, change, planned))).catch(
      () => null,
    );
    if (isMade) {
      const { isChange, before } = planned;
      return updateItem(item, { state: 'done', before: isChange ? before : null });
    }
    if (isMade === null) return updateItem(item, unclear);
  }
  await updateItem(item, { state: 'failed', before: null, message: wordsFor(error) });
  if (isHopeless(error)) await stopJob(job.id, wordsFor(error));
}

/** What an undo wants to see is the opposite of what it takes back. */
function undoneChange(job: JobRow, change: GhlChange, { before }: Planned): GhlChange {
  if (!job.undoes) return change;
  if (change.kind === 'mark') return { kind: 'mark', isUnread: (before.unreadCount ?? 0) > 0 };
  if (change.kind === 'star') return { kind: 'star', isStarred: before.isStarred ?? false };
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
