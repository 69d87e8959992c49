import 'server-only';
import { z } from 'zod';
import type { GhlClient } from '@/lib/server/ghl/client';
import { getConversation } from '@/lib/server/ghl/conversations';
import { GhlError } from '@/lib/server/ghl/errors';
import type { Priority } from '@/lib/server/ghl/priority';
import { AppError } from '@/lib/server/http/app-error';
import {
  type Conversation,
  type ConversationPage,
  type ConversationRow,
  conversationSchema,
} from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';
import { forgettingGone, isGone } from './forget';
import { inTurn } from './in-turn';
import { type KeptPlace, type KeptRow, stateRows, waitingRows } from './kept-rows';
import { withOwnValues } from './own-values';
import { lookBackMs, reachBack, scanned } from './scan';
import { scanOf } from './scan-store';
import { keepStateRow } from './states';
import { hasUnreadThreads } from './waiting-store';
import { teamRow } from './with-team';

const readsAtOnce = 4;
const placeSchema = z.strictObject({ at: z.number().int(), id: z.string().max(64) });

type Asked = { cursor: string | null; limit: number; priority?: Priority; now: number };

/** A page of a list that only we can make: done, snoozed, waiting. Brought up to date with GHL first. */
export async function keptList(
  ghl: GhlClient,
  filter: ListFilter,
  { cursor, limit, priority, now }: Asked,
): Promise<ConversationPage> {
  const { locationId } = ghl;
  const after = cursor === null ? null : readPlace(cursor);
  await scanned(ghl, now);
  if (filter.reach === 'all') await reachBack(locationId);
  const recentFrom = filter.reach === 'all' ? 0 : now - lookBackMs;
  const asked = { locationId, filter, now, recentFrom };
  const found =
    filter.view === 'waiting'
      ? await waitingRows(asked, after, limit)
      : await stateRows(filter.view === 'done' ? 'done' : 'snoozed', asked, after, limit);
  const conversations = await drawn(ghl, found.rows, { priority, now });
  const last = found.rows.at(-1);
  const page = {
    conversations,
    total: found.total,
    nextCursor: last && found.rows.length === limit ? writePlace({ at: last.at, id: idOf(last) }) : null,
    isPartial: false,
  };
  if (filter.view !== 'waiting') return page;
  const scan = await scanOf(locationId);
  const isTotalAtLeast = (scan?.gaps.length ?? 0) > 0 || (await hasUnreadThreads(locationId, recentFrom));
  return { ...page, isTotalAtLeast, since: recentFrom || null };
}

async function drawn(
  ghl: GhlClient,
  kept: readonly KeptRow[],
  { priority, now }: { priority?: Priority; now: number },
): Promise<ConversationRow[]> {
  const rows = await rowsOfKept(ghl, kept, priority);
  const byId = new Map(kept.map((each) => [idOf(each), each]));
  return withOwnValues(ghl.locationId, rows, now).map((row) => {
    const each = byId.get(row.id);
    return row.kind === 'conversation' && each
      ? teamRow(row, each.state ?? undefined, each.wait ?? undefined)
      : row;
  });
}

/** The rows as we keep them, those that we do not know read from GHL; without those that are gone from it. */
export async function rowsOfKept(
  ghl: GhlClient,
  kept: readonly KeptRow[],
  priority: Priority | undefined,
): Promise<ConversationRow[]> {
  const known = new Map<string, ConversationRow>();
  const unknown: KeptRow[] = [];
  for (const each of kept) {
    const { data } = conversationSchema.safeParse(each.state?.row ?? each.wait?.row);
    if (data) known.set(data.id, data);
    else unknown.push(each);
  }
  await inTurn(unknown, readsAtOnce, async (each) => {
    const row = await readRow(ghl, each, priority);
    if (row) known.set(row.id, row);
  });
  return kept.flatMap((each) => known.get(idOf(each)) ?? []);
}

async function readRow(
  ghl: GhlClient,
  { state, wait }: KeptRow,
  priority: Priority | undefined,
): Promise<ConversationRow | null> {
  const id = state?.conversationId ?? wait?.conversationId ?? '';
  try {
    const row: Conversation = await forgettingGone(ghl.locationId, id, () =>
      getConversation(ghl, id, { priority }),
    );
    if (state) await keepStateRow(state, row);
    return row;
  } catch (error) {
    if (!(error instanceof GhlError)) throw error;
    // Kept and shown, like every row that cannot be read.
    return isGone(error) ? null : { kind: 'unreadable', id };
  }
}

function idOf({ state, wait }: KeptRow): string {
  return state?.conversationId ?? wait?.conversationId ?? '';
}

function writePlace(place: KeptPlace): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function readPlace(cursor: string): KeptPlace {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new AppError('bad_request', {
      message: 'The place in the list is not known any more. Start at the top.',
      cause,
    });
  }
}
