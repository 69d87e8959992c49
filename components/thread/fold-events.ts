import { messageForm } from '@/lib/shared/channel';
import type { Message } from '@/lib/shared/contract/message';
import type { ThreadRow } from './thread-rows';

/** More than these in a row are folded into one. */
const maxShown = 3;

/**
 * Folds events that follow one another. The fold has the key of its newest event: where older ones join it, it stays
 * the row it was, and what stands below does not move. What somebody looks for is never folded away.
 */
export function foldEvents(rows: readonly ThreadRow[], lookedForId: string | null = null): ThreadRow[] {
  const folded: ThreadRow[] = [];
  let run: ThreadRow[] = [];
  const endRun = () => {
    folded.push(...(run.length > maxShown ? [foldOf(run)] : run));
    run = [];
  };
  for (const row of rows) {
    if (eventOf(row) && row.key !== lookedForId) run.push(row);
    else {
      endRun();
      folded.push(row);
    }
  }
  endRun();
  return folded;
}

function foldOf(run: readonly ThreadRow[]): ThreadRow {
  const messages = run.flatMap((row) => eventOf(row) ?? []);
  return { kind: 'events', key: run.at(-1)?.key ?? '', messages };
}

function eventOf(row: ThreadRow): Message | null {
  if (row.kind !== 'message' || row.message.kind !== 'message') return null;
  return messageForm(row.message.type) === 'activity' ? row.message : null;
}
