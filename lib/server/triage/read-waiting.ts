import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { GhlError } from '@/lib/server/ghl/errors';
import { log } from '@/lib/server/logger';
import { forgetConversation, isGone } from './forget';
import { inTurn } from './in-turn';
import { readThread } from './read-thread';
import { waitingByThread } from './team-rules';
import { recordReading, threadsToRead, type WaitingRow } from './waiting-store';

/** So many threads a run: the rest is read by the next ones. */
const readsARun = 20;
const readsAtOnce = 4;
/** What could not be read is tried again, after all others. */
const lastRank = 4;

/** Reads the threads of which the row alone does not tell since when somebody waits. */
export async function readWaiting(ghl: GhlClient, since: number): Promise<void> {
  const rows = await threadsToRead(ghl.locationId, since, readsARun);
  await inTurn(rows, readsAtOnce, (row) => readOne(ghl, row));
}

async function readOne(ghl: GhlClient, row: WaitingRow): Promise<void> {
  const { locationId, conversationId, closedUpTo } = row;
  try {
    const thread = await readThread(
      ghl,
      conversationId,
      ({ at, by }) => by === 'person' || at <= (closedUpTo ?? 0),
      { priority: 'refresh' },
    );
    await recordReading(row, waitingByThread(thread, closedUpTo));
  } catch (error) {
    if (!(error instanceof GhlError)) throw error;
    log('warn', 'triage.unread-thread', { locationId, operation: error.operation });
    if (isGone(error)) return forgetConversation(locationId, conversationId);
    const { since, isAtLeast } = row;
    await recordReading(row, { since, isAtLeast, readRank: lastRank });
  }
}
