import type { Send } from '@/lib/shared/contract/send';

/** A send, and when it leaves by the clock of this tab that nobody can set. */
export type KnownSend = Send & { leavesAt: number | null };

export function knownSend(send: Send, tick = performance.now()): KnownSend {
  return { ...send, leavesAt: send.leavesInMs === null ? null : tick + send.leavesInMs };
}

/** While a call is under way, which takes a second or two. */
const underWayMs = 700;
/** The server looks for what is unclear in the thread. */
const unclearMs = 3_000;
/** Like everything else on the screen. */
const restMs = 15_000;
/** So much later than its time it is known to have been taken. */
const afterLeavingMs = 250;

/** How soon the sends of a thread are to be read again: at the moment when the next of them leaves, quickly while one is under way. */
export function sendsInterval(sends: readonly KnownSend[], tick: number): number {
  return Math.min(restMs, ...sends.map((send) => intervalOf(send, tick)));
}

function intervalOf({ state, leavesAt }: KnownSend, tick: number): number {
  if (state === 'sending') return underWayMs;
  if (state === 'unclear') return unclearMs;
  if (state !== 'held' || leavesAt === null) return restMs;
  return Math.max(underWayMs, leavesAt - tick + afterLeavingMs);
}

/** Whether the thread has a message more: one of them has left, or somebody wrote before it could. */
export function changesThread(before: readonly Send[], after: readonly Send[]): boolean {
  const had = new Map(before.map((send) => [send.clientId, send]));
  return after.some((send) => hasNews(send) && !hasNews(had.get(send.clientId)));
}

function hasNews(send: Send | undefined): boolean {
  return send?.state === 'sent' || send?.state === 'scheduled' || send?.state === 'stopped';
}
