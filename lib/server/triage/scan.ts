import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GhlClient } from '@/lib/server/ghl/client';
import { writeCursor } from '@/lib/server/ghl/conversation-cursor';
import { searchConversations } from '@/lib/server/ghl/conversation-search';
import { getConversation } from '@/lib/server/ghl/conversations';
import { GhlError } from '@/lib/server/ghl/errors';
import { log } from '@/lib/server/logger';
import { remember } from '@/lib/server/remember';
import type { ConversationFilter } from '@/lib/shared/contract/conversation';
import { forgettingGone } from './forget';
import { dropAgreed, withOwnValues } from './own-values';
import { type Asking, asking, provenStates } from './prove';
import { readWaiting } from './read-waiting';
import { doubtfulStates, type ScanRow, saveScan, scanOf } from './scan-store';
import { wakeDue } from './states';
import { recordRows } from './waiting-store';
import { withTeam } from './with-team';

/** Seldom enough for GHL's budget, often enough for a list that is read every 15 s. */
const everyMs = 10_000;
const pagesARun = 5;
const pageSize = 100;
/** GHL's search lags (CONTRACT 1.3): a row may show up after newer ones did, so the newest minutes are read again. */
const overlapMs = 5 * 60_000;
export const lookBackMs = 60 * 24 * 3600_000;
const maxDoubtful = 5;
/** So long a list waits for threads to be read; it says "at least" for what is not. */
const readingPatienceMs = 1_500;

const everything: ConversationFilter = { status: 'all', sort: 'newest' };

type Running = { startedAt: number; pages: Promise<void>; reads: Promise<void> };

/**
 * Goes through what is new in the location, so that our own lists are as right as GHL's: at most every ten seconds, and
 * once for all who ask.
 */
export async function scanned(ghl: GhlClient, now: number): Promise<void> {
  const runs = remember('scans', () => new Map<string, Running>());
  let run = runs.get(ghl.locationId);
  if (!run || now - run.startedAt >= everyMs) {
    const before = run;
    const pages = (before?.pages ?? Promise.resolve()).catch(() => undefined).then(() => scan(ghl, now));
    const reads = pages.then(async () => {
      await before?.reads;
      await readWaiting(ghl, (await scanOf(ghl.locationId))?.reachesTo ?? now - lookBackMs);
    });
    const quiet = reads.catch((error: unknown) => {
      if (!(error instanceof GhlError)) log('error', 'triage.reading-failed', { error });
    });
    run = { startedAt: now, pages, reads: quiet };
    const started = run;
    runs.set(ghl.locationId, started);
    // The next one who asks tries again at once.
    pages.catch(() => runs.get(ghl.locationId) === started && runs.delete(ghl.locationId));
  }
  await run.pages;
  await Promise.race([run.reads, sleep(readingPatienceMs, undefined, { ref: false })]);
}

/** From now on everything is to be known, however old it is; the scans read it bit by bit. */
export async function reachBack(locationId: string): Promise<void> {
  for (let isSaved = false; !isSaved; ) {
    const scan = await scanOf(locationId);
    if (!scan || scan.reachesTo === 0) return;
    const cursor = writeCursor({ after: scan.reachesTo, skip: [] }, locationId, everything);
    const gaps = [{ cursor, until: 0 }, ...scan.gaps];
    isSaved = (await saveScan({ ...scan, gaps, reachesTo: 0 })) !== null;
  }
}

async function scan(ghl: GhlClient, now: number): Promise<void> {
  const { locationId } = ghl;
  await wakeDue(locationId, now);
  const before = await scanOf(locationId);
  const known: ScanRow = before ?? {
    locationId,
    newestAt: null,
    gaps: [],
    reachesTo: now - lookBackMs,
    revision: 0,
  };
  const run = { pagesLeft: pagesARun, asked: asking('refresh', now) };
  const until = known.newestAt === null ? known.reachesTo : known.newestAt - overlapMs;
  const top = await goThrough(ghl, { cursor: null, until }, run);
  // What was asked for meanwhile is kept: someone may have wished to reach back further.
  let current: ScanRow | null = (await scanOf(locationId)) ?? known;
  const gaps = top.rest ? [...current.gaps, top.rest] : [...current.gaps];
  const newestAt = Math.max(top.newestAt ?? 0, known.newestAt ?? 0) || null;
  current = await saveScan({ ...current, newestAt, gaps });
  // Where another instance was faster its run counts: what this one has read is known all the same.
  while (current && run.pagesLeft > 0) {
    const gap = gaps.pop();
    if (!gap) break;
    const { rest } = await goThrough(ghl, gap, run);
    if (rest) gaps.push(rest);
    current = await saveScan({ ...current, gaps });
  }
  await proveDoubtful(ghl, run.asked);
}

type Stretch = { cursor: string | null; until: number };

/** Newest first, down to the time or until the pages of this run are used up; then the rest is answered. */
async function goThrough(
  ghl: GhlClient,
  { cursor, until }: Stretch,
  run: { pagesLeft: number; asked: Asking },
): Promise<{ newestAt: number | null; rest: { cursor: string; until: number } | null }> {
  let newestAt: number | null = null;
  let next = cursor;
  while (run.pagesLeft > 0) {
    run.pagesLeft -= 1;
    const page = await searchConversations(ghl, everything, {
      cursor: next,
      limit: pageSize,
      priority: 'refresh',
    });
    const rows = page.conversations.filter((row) => row.kind === 'conversation');
    dropAgreed(ghl.locationId, rows);
    const own = withOwnValues(ghl.locationId, rows, run.asked.now);
    await recordRows(
      ghl.locationId,
      own.filter((row) => row.kind === 'conversation'),
    );
    await withTeam(ghl, rows, run.asked);
    const times = rows.flatMap(({ lastMessage }) => lastMessage.at ?? []);
    newestAt ??= times.length > 0 ? Math.max(...times) : null;
    next = page.nextCursor;
    const isReached = times.some((at) => at <= until);
    if (next === null || isReached) return { newestAt, rest: null };
  }
  return { newestAt, rest: next === null ? null : { cursor: next, until } };
}

async function proveDoubtful(ghl: GhlClient, asked: Asking): Promise<void> {
  for (const state of await doubtfulStates(ghl.locationId, maxDoubtful)) {
    const { conversationId } = state;
    try {
      const row = await forgettingGone(ghl.locationId, conversationId, () =>
        getConversation(ghl, conversationId, { priority: asked.priority }),
      );
      await provenStates(ghl, [{ state, row }], asked);
    } catch (error) {
      // It stays doubtful, that is open on the screen.
      if (!(error instanceof GhlError)) throw error;
    }
  }
}
