import type { ConversationRow } from '@/lib/shared/contract/conversation';

/** The newest message that came in, among the rows of a list; 0 when there is none. */
export function newestInbound(rows: readonly ConversationRow[]): number {
  return rows.reduce((newest, row) => {
    if (row.kind !== 'conversation' || row.lastMessage.direction !== 'inbound') return newest;
    return Math.max(newest, row.lastMessage.at ?? 0);
  }, 0);
}

const watchLock = 'parley.news';
const inFrontLock = 'parley.in-front';

/** Holds a lock until the signal ends. Without locks, as in an old browser, every tab is on its own. */
function hold(name: string, mode: LockMode, signal: AbortSignal, whileHeld: () => void): void {
  if (!('locks' in navigator)) {
    whileHeld();
    return;
  }
  const untilOver = () => {
    whileHeld();
    return new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
  };
  navigator.locks.request(name, { mode, signal }, untilOver).catch(() => undefined);
}

/** One tab of this browser is enough to look for news: `lead` is called once it is this one's turn. */
export function lead(signal: AbortSignal, onLead: () => void): void {
  hold(watchLock, 'exclusive', signal, onLead);
}

/** As long as the signal lasts, this tab is in front of somebody. */
export function beInFront(signal: AbortSignal): void {
  hold(inFrontLock, 'shared', signal, () => undefined);
}

/** Whether any tab of this browser is. */
export async function isSomeTabInFront(): Promise<boolean> {
  if (!document.hidden) return true;
  if (!('locks' in navigator)) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === inFrontLock);
}
