import type { QueryClient } from '@tanstack/react-query';
import { dismissToast, showToast } from '@/components/ui/toast-store';
import type { RowPatch } from '@/lib/client/cache/conversation-pages';
import { newClientId } from '@/lib/client/client-id';
import { readPreferences } from '@/lib/client/preferences';
import { userName } from '@/lib/client/queries/directory';
import { followJob, postJob, postUndo } from '@/lib/client/queries/jobs';
import { newestInboundAt } from '@/lib/client/queries/messages';
import {
  bringRowsBack,
  forgetChanges,
  keepChanges,
  refreshLists,
  reloadLists,
  showChanges,
} from '@/lib/client/queries/own-changes';
import { readListScene } from '@/lib/client/triage/list-scene';
import type { Target } from '@/lib/client/triage/targets';
import { undoStackOf } from '@/lib/client/triage/undo-stack';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { ConversationChange, Job, JobRequest } from '@/lib/shared/contract/triage';
import { conversationName, nameInSentence } from '@/lib/shared/format-name';
import { queryKeys } from '@/lib/shared/query-keys';
import { patchBack, patchOf } from './changes';
import { hideProgress, showProgress } from './job-progress';
import { createJobWatch, isTakenBack, reasonOf, sayTakenBack } from './job-watch';
import { beginningWords, didWords, failedWords, stoppedWords, undoneWords } from './job-words';

type TriageOptions = {
  queryClient: QueryClient;
  locationId: string;
  /** Who is at work here: stands on what they have closed. */
  personName: string;
};

type Batch = {
  request: JobRequest;
  id: string;
  change: ConversationChange;
  target: Target;
  started: Promise<Job>;
  isUndone: boolean;
  /** Of what it turned out to be done: a name or a number. */
  what: string;
  onUndone: () => void;
};

/** Acts first and asks the server at the same time; whatever it refuses is put back and said. One for each location. */
export function createTriage({ queryClient, locationId, personName }: TriageOptions) {
  const stack = undoStackOf(locationId);
  const ownJobs = new Set<string>();
  const undoAction = (id: string) => ({ label: 'Undo', shortcut: 'Z', onAction: () => stack.undo(id) });
  const context = () => ({
    now: Date.now(),
    ownerName: (id: string) => userName(queryClient, locationId, id),
  });

  const watch = createJobWatch({
    queryClient,
    locationId,
    ownJobs,
    stack,
    context,
    undoAction,
    startUndo,
    sayEnd: (job) => sayFailures(job, { rows: [], ids: [], count: job.total, filter: null }, job.id),
    sayNotRestored,
  });

  function seenUpTo(row: Conversation): number | null {
    const inThread = newestInboundAt(queryClient, locationId, row.id);
    const { at } = row.lastMessage;
    return inThread !== null && at !== null ? Math.max(inThread, at) : (at ?? inThread);
  }

  function show({ rows }: Target, patchFor: (row: Conversation) => RowPatch): void {
    const added = rows.map((row) => ({ id: row.id, patch: patchFor(row), seenUpTo: seenUpTo(row) }));
    showChanges(queryClient, locationId, added);
  }

  function requestOf({ ids, rows, filter }: Target): JobRequest['target'] {
    if (filter) return { kind: 'filter', ...filter };
    const rowById = new Map(rows.map((row) => [row.id, row]));
    return {
      kind: 'ids',
      conversations: ids.map((id) => {
        const row = rowById.get(id);
        return { id, seenUpTo: row ? seenUpTo(row) : newestInboundAt(queryClient, locationId, id) };
      }),
    };
  }

  function start(request: JobRequest, target: Target, onUndone: () => void): void {
    const now = Date.now();
    const { clientId: id, change } = request;
    const started = postJob(locationId, request);
    const batch: Batch = {
      request,
      id,
      change,
      target,
      started,
      isUndone: false,
      what: whatOf(target),
      onUndone,
    };
    show(target, () => patchOf(change, personName, now));
    stack.push({ id, undo: () => void undo(batch) });
    if (target.filter) sayBeginning(batch);
    else say(batch, batch.what);
    void settle(batch);
  }

  /** Until the job is over, or has a bar of its own. */
  function sayBeginning({ id, change }: Batch): void {
    const text = beginningWords(change, context());
    showToast({ id, text, durationMs: null, action: undoAction(id) });
  }

  function say({ id, change }: Batch, what: string): void {
    showToast({
      id,
      text: didWords(change, what, context()),
      // The server holds a deletion for as long.
      durationMs: undoMs(),
      action: undoAction(id),
    });
  }

  async function settle(batch: Batch): Promise<void> {
    const { id, change, target } = batch;
    let job: Job;
    try {
      const started = await batch.started;
      ownJobs.add(started.id);
      job = await followJob(locationId, started, (known) => {
        if (batch.isUndone) return;
        const hasBar = showProgress(locationId, known, context());
        if (hasBar && target.filter) dismissToast(id);
      });
      hideProgress(job);
    } catch (error) {
      if (batch.isUndone) return;
      stack.forget(id);
      forgetChanges(queryClient, locationId, target.ids);
      showToast({
        id,
        tone: 'bad',
        text: failedWords(change, failedAll(target), reasonOf(error), context()),
        // The same request under the same id: if it did arrive after all, it is not done twice.
        action: { label: 'Try again', onAction: () => start(batch.request, target, batch.onUndone) },
      });
      return;
    }
    if (batch.isUndone) return;
    settleRows(job, target, patchOf(change, personName, Date.now()));
    if (!job.canUndo) stack.forget(id);
    sayTruth(batch, job);
    sayFailures(job, target, id);
    await afterwards(job);
  }

  /** Only now is it known how many matched, and that some of them were refused. */
  function sayTruth(batch: Batch, job: Job): void {
    const isPart = job.failed > 0 || job.state === 'stopped';
    if (!isPart && !batch.target.filter) return;
    if (job.state === 'stopped' || job.done === 0) dismissToast(batch.id);
    if (job.done === 0) return;
    batch.what = String(job.done);
    if (job.state !== 'stopped') say(batch, isPart ? `${job.done} of ${job.total}` : batch.what);
  }

  function settleRows(
    job: Job,
    { ids, rows }: Target,
    patch: RowPatch | ((row: Conversation) => RowPatch),
  ): void {
    const failed = new Set(job.failures.map(({ conversationId }) => conversationId));
    const isUnclear = job.state === 'stopped' || job.failed > failed.size;
    forgetChanges(queryClient, locationId, isUnclear ? ids : failed);
    const made = job.state === 'stopped' ? [] : rows.filter((row) => !failed.has(row.id));
    const patchFor = typeof patch === 'function' ? patch : () => patch;
    keepChanges(queryClient, locationId, new Map(made.map((row) => [row.id, patchFor(row)])));
  }

  /** Which rows a stopped job had reached is known to the server alone. */
  function afterwards(job: Job): Promise<void> {
    const isOfContact = job.change.kind === 'tag' || job.change.kind === 'assign';
    if (isOfContact) void queryClient.invalidateQueries({ queryKey: queryKeys.allContacts(locationId) });
    if (job.state === 'stopped') return reloadLists(queryClient, locationId);
    return refreshLists(queryClient, locationId);
  }

  function sayFailures(job: Job, target: Target, id: string): void {
    if (isTakenBack(job)) {
      sayTakenBack(job, id, context());
    } else if (job.state === 'stopped') {
      const canUndo = job.canUndo && stack.has(id);
      showToast({
        id: `${id}-end`,
        text: stoppedWords(job, context()),
        ...(canUndo && { action: undoAction(id), durationMs: undoMs() }),
      });
    }
    const count = Math.max(job.failed, job.failures.length);
    if (count === 0) return;
    if (count >= job.total) {
      stack.forget(id);
      dismissToast(id);
    }
    const what = { failed: count, total: job.total, name: whatOf(target) };
    showToast({
      id: `${id}-failed`,
      tone: 'bad',
      text: failedWords(job.change, what, job.failures[0]?.message ?? '', context()),
    });
  }

  async function undo(batch: Batch): Promise<void> {
    const { id, change, target } = batch;
    batch.isUndone = true;
    dismissToast(id);
    dismissToast(`${id}-end`);
    show(target, (row) => patchBack(change, row));
    const scene = readListScene(locationId);
    if (scene) bringRowsBack(queryClient, locationId, target.rows, scene.filter);
    batch.onUndone();
    showToast({ id: `${id}-undone`, text: undoneWords(change, batch.what, context()) });
    const started = await batch.started.catch(() => null);
    // It never reached the server: there is nothing to put back.
    if (!started) return;
    const again = () => void undo(batch);
    try {
      const job = await followJob(locationId, await startUndo(started.id), (known) =>
        showProgress(locationId, known, context()),
      );
      hideProgress(job);
      settleRows(job, target, (row) => patchBack(change, row));
      const left = job.state === 'stopped' ? job.total - job.done : job.failed;
      const reason = job.problem ?? job.failures[0]?.message ?? '';
      if (left > 0) sayNotRestored(id, `${left} of ${job.total}`, reason, again);
      await afterwards(job);
    } catch (error) {
      forgetChanges(queryClient, locationId, target.ids);
      sayNotRestored(id, whatOf(target), reasonOf(error), again);
      await reloadLists(queryClient, locationId);
    }
  }

  async function startUndo(jobId: string): Promise<Job> {
    const job = await postUndo(locationId, jobId);
    ownJobs.add(job.id);
    return job;
  }

  /** Without `onAgain` it is final: what GHL has deleted. */
  function sayNotRestored(id: string, what: string, reason: string, onAgain?: () => void): void {
    const action = onAgain && { label: 'Try again', onAction: onAgain };
    showToast({ id: `${id}-undone`, tone: 'bad', text: `Could not restore ${what}. ${reason}`, action });
  }

  return {
    /** Shown at once; `onUndone` is called when the person takes it back. Answers its id in the stack of undo. */
    act: (target: Target, change: ConversationChange, onUndone: () => void): string => {
      const clientId = newClientId();
      start({ clientId, change, target: requestOf(target) }, target, onUndone);
      return clientId;
    },
    undoLatest(): void {
      if (!stack.undo()) showToast({ id: 'nothing-to-undo', text: 'Nothing to undo' });
    },
    watchRunning: watch.running,
  };
}

function whatOf({ rows, count }: Target): string {
  const [row] = rows;
  return count === 1 && row
    ? nameInSentence(conversationName(row))
    : count === 1
      ? 'the conversation'
      : String(count);
}

const undoMs = () => readPreferences().undoSeconds * 1000;

function failedAll(target: Target) {
  return { failed: target.count, total: target.count, name: whatOf(target) };
}
