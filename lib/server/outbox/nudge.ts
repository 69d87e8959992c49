import 'server-only';
import { remember } from '@/lib/server/remember';

/** The worker of this process; null before it is started. */
type Worker = { nudge(): void };

/** Something may be due right now: the worker looks, instead of waiting for its next time. */
export function nudgeOutbox(): void {
  place().worker?.nudge();
}

export function setWorker(worker: Worker): void {
  place().worker = worker;
}

function place() {
  return remember('outbox', () => ({ worker: null as Worker | null }));
}
